import { ATTRIBUTES, readSettings } from './axtar-search-asked.js';
import { styleSheet } from './axtar-search-style.js';
import { createWidget, type Widget } from './axtar-search-widget.js';
import { el } from './axtar-search-dom.js';

/**
 * `<axtar-search>`: the search box, and where `results="inline"` says so the results, in a page of
 * another origin. Attributes, properties, events and variables: docs/embed.md.
 */
class AxtarSearch extends HTMLElement {
  static readonly observedAttributes = ATTRIBUTES;
  readonly #root = this.attachShadow({ mode: 'open' });
  #widget: Widget | undefined;

  connectedCallback(): void {
    this.#root.adoptedStyleSheets = [styleSheet];
    this.#start();
  }

  disconnectedCallback(): void {
    this.#widget?.stop();
    this.#widget = undefined;
  }

  attributeChangedCallback(): void {
    if (this.#widget) this.#start();
  }

  /** The text of the box. */
  get value(): string {
    return this.#widget?.text() ?? '';
  }

  set value(text: string) {
    this.#widget?.write(text);
  }

  /** Searches, as if the reader had typed this and pressed Enter. */
  search(q: string = this.value): void {
    this.#widget?.search(q);
  }

  /** Empties the box and takes the results away. */
  clear(): void {
    this.#widget?.clear();
  }

  #start(): void {
    const text = this.value;
    this.#widget?.stop();
    const settings = readSettings(this);
    const widget = createWidget(settings, (name, detail) => {
      const options = { bubbles: true, composed: true, cancelable: true, detail };
      return this.dispatchEvent(new CustomEvent(name, options));
    });
    this.#widget = widget;
    if (text !== '') widget.write(text);
    const frame = el('div', { class: 'axtar', lang: settings.lang }, ...widget.nodes);
    this.#root.replaceChildren(frame);
  }
}

// The script may stand in a page twice; what is too old for it keeps the form inside the element.
const isAble = CSS.supports('color', 'light-dark(red, red)');
if (isAble && !customElements.get('axtar-search')) {
  customElements.define('axtar-search', AxtarSearch);
}
