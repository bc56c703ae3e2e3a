const css = String.raw;

/** What stands under the box. */
export const RESULTS_STYLE = css`
  .results {
    padding-top: 0.75em;
  }
  .count {
    min-height: 1.5em;
    color: var(--muted);
    font-variant-numeric: tabular-nums;
  }
  .count:focus {
    outline: none;
  }
  .results[aria-busy='true'] .columns {
    opacity: 0.55;
    transition: opacity 0.2s 0.3s;
  }
  .notice {
    margin: 0.75em 0;
    padding: 0.75em 1em;
    background: var(--soft);
    border-radius: var(--radius);
  }
  .notice h2 {
    font-size: 1.125em;
    line-height: 1.35;
  }
  .trouble {
    background: var(--surface);
    border: 1px solid var(--accent);
  }
  .quiet,
  .filters-button {
    min-height: 2.5em;
    margin-top: 0.75em;
    padding: 0 1em;
    background: var(--surface);
    border: 1px solid var(--line);
    border-radius: calc(var(--radius) - 0.2em);
  }
  .quiet:hover,
  .filters-button:hover {
    border-color: var(--accent);
  }
  .more,
  .filters-button {
    width: 100%;
  }
  .narrow,
  .unfold,
  .clear {
    padding: 0;
    color: var(--accent);
    text-align: start;
    background: none;
    border: 0;
  }
  :is(.narrow, .unfold, .clear):hover {
    text-decoration: underline;
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    padding: 0.5em 0;
  }
  .chip {
    padding: 0.2em 0.75em;
    font-size: 0.9375em;
    background: var(--soft);
    border: 1px solid transparent;
    border-radius: 1em;
  }
  .chip::after {
    content: ' ×' / '';
    color: var(--muted);
  }
  .chip:hover {
    border-color: var(--accent);
  }
  .hit {
    padding: 1em 0;
    border-top: 1px solid var(--line);
  }
  .hit h2 {
    margin: 0.25em 0 0.3em;
    font-size: 1.1875em;
    font-weight: 600;
    line-height: 1.35;
    text-wrap: pretty;
  }
  .hit a {
    color: var(--title);
    text-decoration: none;
  }
  .hit a:hover {
    text-decoration: underline;
  }
  .snippet {
    max-width: 46em;
  }
  .about,
  .by {
    font-size: 0.875em;
    color: var(--muted);
  }
  .by {
    margin-top: 0.35em;
  }
  .by .narrow {
    color: inherit;
  }
  .about .narrow {
    font-weight: 600;
  }
  :is(.about, .by) > * + *::before {
    content: ' · ';
    color: var(--muted);
  }
  .filters {
    display: none;
  }
  .filters.open {
    display: block;
    padding: 0.25em 0 0.75em;
  }
  fieldset {
    margin-top: 0.75em;
  }
  legend {
    padding: 0;
    font-size: 0.875em;
    font-weight: 650;
  }
  .value {
    display: flex;
    gap: 0.6em;
    align-items: baseline;
    width: 100%;
    padding: 0.4em 0.5em;
    font-size: 0.9375em;
    line-height: 1.35;
    text-align: start;
    background: none;
    border: 0;
    border-radius: 0.4em;
  }
  .value span:first-child {
    flex: 1;
    min-width: 0;
  }
  .value:hover {
    background: var(--soft);
  }
  .value[aria-pressed='true'] {
    font-weight: 600;
    background: var(--soft);
    box-shadow: inset 0.1875em 0 var(--accent);
  }
  .number {
    font-size: 0.875em;
    font-variant-numeric: tabular-nums;
    color: var(--muted);
  }
  .unfold {
    padding: 0.4em 0.5em;
    font-size: 0.875em;
  }
  @container (width >= 44em) {
    .columns {
      display: grid;
      grid-template-columns: 13em minmax(0, 1fr);
      gap: 0 2em;
    }
    .filters-button {
      display: none;
    }
    .filters {
      display: block;
    }
    .list {
      grid-column: 2;
    }
  }
`;
