const css = String.raw;

/** Colours and letters, and the box with its suggestions. */
export const BOX_STYLE = css`
  :host {
    display: block;
    max-width: var(--axtar-width, none);
  }
  :host([hidden]) {
    display: none;
  }
  .axtar {
    all: initial;
    --accent: var(--axtar-accent, light-dark(#0b6a72, #66cbca));
    --on-accent: var(--axtar-on-accent, light-dark(#ffffff, #06282b));
    --ink: var(--axtar-text, light-dark(#15262c, #e3edee));
    --muted: var(--axtar-muted, light-dark(#50646c, #9fb2b7));
    --surface: var(--axtar-surface, light-dark(#ffffff, #172225));
    --soft: var(--axtar-soft, light-dark(#e8f3f3, #1d3134));
    --line: var(--axtar-line, light-dark(#c9d6d8, #35474c));
    --title: var(--axtar-title, light-dark(#0d4a63, #9adfe6));
    --mark: var(--axtar-mark, light-dark(#ffeeb5, #5b4a12));
    --mark-ink: var(--axtar-mark-text, light-dark(#2b2204, #ffefbd));
    --radius: var(--axtar-radius, 0.6em);
    display: block;
    color-scheme: inherit;
    direction: ltr;
    container-type: inline-size;
    color: var(--ink);
    font-family: var(--axtar-font, system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif);
    font-size: var(--axtar-size, 1rem);
    line-height: 1.5;
    overflow-wrap: break-word;
    text-align: start;
    -webkit-text-size-adjust: 100%;
  }
  .axtar *,
  .axtar ::before {
    box-sizing: border-box;
  }
  [hidden] {
    display: none !important;
  }
  button,
  input {
    margin: 0;
    font: inherit;
    color: inherit;
  }
  button {
    cursor: pointer;
  }
  h2,
  p,
  ul,
  fieldset {
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
    list-style: none;
  }
  :focus-visible {
    outline: 0.1875em solid var(--accent);
    outline-offset: 2px;
    border-radius: 0.25em;
  }
  mark {
    padding: 0 0.1em;
    margin: 0 -0.1em;
    color: var(--mark-ink);
    background: var(--mark);
    border-radius: 0.2em;
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .box {
    position: relative;
    display: flex;
    background: var(--surface);
    border: 1px solid var(--line);
    border-radius: var(--radius);
  }
  .box:focus-within {
    border-color: var(--accent);
    box-shadow: 0 0 0 3px color-mix(in srgb, var(--accent) 28%, transparent);
  }
  .box input {
    flex: 1;
    min-width: 0;
    height: 2.875em;
    padding: 0 0.875em;
    background: none;
    border: 0;
    outline: none;
    appearance: none;
  }
  .box input::placeholder {
    color: var(--muted);
    opacity: 1;
  }
  .empty {
    width: 2.5em;
    padding: 0;
    color: var(--muted);
    font-size: 1.125em;
    background: none;
    border: 0;
  }
  .box [type='submit'] {
    margin: 0.25em;
    padding: 0 1em;
    font-weight: 600;
    color: var(--on-accent);
    background: var(--accent);
    border: 0;
    border-radius: calc(var(--radius) - 0.2em);
  }
  #suggestions {
    position: absolute;
    z-index: 10;
    inset: calc(100% + 0.25em) 0 auto;
    max-height: 60vh;
    overflow-y: auto;
    padding: 0.25em;
    background: var(--surface);
    border: 1px solid var(--line);
    border-radius: var(--radius);
    box-shadow: 0 0.5em 1.5em rgb(0 20 30 / 18%);
  }
  #suggestions li {
    display: flex;
    gap: 0.75em;
    align-items: baseline;
    justify-content: space-between;
    padding: 0.5em 0.625em;
    border-radius: calc(var(--radius) - 0.25em);
    cursor: pointer;
  }
  #suggestions [aria-selected='true'],
  #suggestions li:hover {
    background: var(--soft);
  }
  #suggestions [aria-selected='true'] {
    box-shadow: inset 0.1875em 0 var(--accent);
  }
  #suggestions mark {
    font-weight: 600;
    color: inherit;
    background: none;
  }
  .kind {
    flex: none;
    font-size: 0.8125em;
    color: var(--muted);
  }
`;
