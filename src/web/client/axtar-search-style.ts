const css = String.raw;

/**
 * The stylesheet of the element, one for all of them in a page. It comes with the script rather
 * than as a file: so both are of one version, and a page's policy needs to allow no style.
 */
export const styleSheet = new CSSStyleSheet();

styleSheet.replaceSync(css`
  :host {
    display: block;
    max-width: var(--axtar-width, none);
  }
  .axtar {
    all: initial;
    --accent: var(--axtar-accent, light-dark(#0b6a72, #66cbca));
    --on-accent: var(--axtar-on-accent, light-dark(#fff, #06282b));
    --muted: var(--axtar-muted, light-dark(#50646c, #9fb2b7));
    --surface: var(--axtar-surface, light-dark(#fff, #172225));
    --soft: var(--axtar-soft, light-dark(#e8f3f3, #1d3134));
    --line: 1px solid var(--axtar-line, light-dark(#c9d6d8, #35474c));
    --radius: var(--axtar-radius, 0.6em);
    display: block;
    color-scheme: inherit;
    container-type: inline-size;
    color: var(--axtar-text, light-dark(#15262c, #e3edee));
    font-family: var(--axtar-font, system-ui, sans-serif);
    font-size: var(--axtar-size, medium);
    line-height: 1.5;
    overflow-wrap: break-word;
  }
  * {
    box-sizing: border-box;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  h2,
  p,
  ul,
  fieldset,
  legend {
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
    list-style: none;
  }
  button,
  input {
    margin: 0;
    padding: 0;
    font: inherit;
    color: inherit;
    text-align: start;
    background: none;
    border: 0;
    border-radius: calc(var(--radius) - 0.2em);
  }
  button {
    cursor: pointer;
  }
  :focus-visible {
    outline: 3px solid var(--accent);
    outline-offset: 2px;
  }
  mark {
    color: var(--axtar-mark-text, light-dark(#2b2204, #ffefbd));
    background: var(--axtar-mark, light-dark(#ffeeb5, #5b4a12));
    border-radius: 0.2em;
  }
  .box,
  .suggestions,
  .trouble,
  .quiet {
    background: var(--surface);
    border: var(--line);
    border-radius: var(--radius);
  }
  .box {
    position: relative;
    display: flex;
    &:focus-within {
      outline: 3px solid var(--accent);
    }
  }
  .input {
    flex: 1;
    min-width: 0;
    height: 2.875em;
    padding: 0 0.875em;
    outline: none;
    &::placeholder {
      color: var(--muted);
      opacity: 1;
    }
  }
  .empty {
    padding: 0 0.75em;
    color: var(--muted);
  }
  .button {
    margin: 0.25em;
    padding: 0 1em;
    font-weight: 600;
    color: var(--on-accent);
    background: var(--accent);
  }
  .suggestions {
    position: absolute;
    z-index: 10;
    inset: calc(100% + 0.375em) 0 auto;
    max-height: 60vh;
    overflow-y: auto;
    padding: 0.25em;
    box-shadow: 0 0.5em 1.5em #00141e2e;
    mark {
      font-weight: 600;
      color: inherit;
      background: none;
    }
  }
  .suggestion,
  .value {
    display: flex;
    gap: 0.75em;
    align-items: baseline;
    justify-content: space-between;
    width: 100%;
    padding: 0.45em 0.625em;
    border-radius: 0.35em;
    cursor: pointer;
    &:hover,
    &[aria-selected='true'],
    &[aria-pressed='true'] {
      background: var(--soft);
    }
    &[aria-selected='true'],
    &[aria-pressed='true'] {
      font-weight: 600;
      box-shadow: inset 3px 0 var(--accent);
    }
  }
  .kind,
  .number,
  .count,
  .about,
  .by,
  legend,
  .value {
    font-size: 0.875em;
  }
  .kind,
  .number,
  .count,
  .about,
  .by {
    font-weight: 400;
    color: var(--muted);
  }
  .results {
    padding-top: 0.75em;
    &[aria-busy='true'] .columns {
      opacity: 0.55;
      transition: opacity 0.2s 0.3s;
    }
  }
  .count {
    min-height: 1.5em;
    outline: none;
  }
  .notice {
    margin: 0.75em 0;
    padding: 0.75em 1em;
    background: var(--soft);
    border-radius: var(--radius);
  }
  .quiet {
    min-height: 2.5em;
    margin: 0.75em 0;
    padding: 0 1em;
  }
  .wide {
    width: 100%;
    text-align: center;
  }
  .link {
    color: var(--accent);
    cursor: pointer;
  }
  summary {
    padding: 0.45em 0.625em;
    font-size: 0.875em;
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    padding: 0.5em 0;
  }
  .chip {
    padding: 0.2em 0.75em;
    background: var(--soft);
    border-radius: 1em;
    &::after {
      content: ' ×' / '';
    }
  }
  h2 {
    margin: 0.25em 0;
    font-size: 1.1875em;
    font-weight: 600;
    line-height: 1.35;
  }
  .title {
    color: var(--axtar-title, light-dark(#0d4a63, #9adfe6));
    text-decoration: none;
  }
  :is(.title, .link):hover {
    text-decoration: underline;
  }
  .hit {
    padding: 1em 0;
    border-top: var(--line);
  }
  :is(.about, .by) > * + *::before {
    content: '·';
    margin: 0 0.4em;
    display: inline-block;
    color: var(--muted);
  }
  fieldset {
    margin-bottom: 0.75em;
  }
  legend {
    font-weight: 650;
  }
  .filters:not(.open) {
    display: none;
  }
  @container (width >= 44em) {
    .columns:has(.filters) {
      display: grid;
      grid-template-columns: 13em minmax(0, 1fr);
      gap: 2em;
    }
    .opener {
      display: none;
    }
    .filters.filters {
      display: block;
    }
    .list {
      grid-column: 2;
    }
  }
`);
