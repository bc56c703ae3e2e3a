import type { Piece } from './axtar-search-types.js';

type Child = Node | string | undefined;
type Attributes = Readonly<Record<string, string | boolean | undefined>>;

/**
 * An element with its attributes and children; what is undefined or false is left out. Strings
 * become text, never HTML.
 *
 * @example el('a', { href: '#', part: 'title' }, 'Tokayev') // <a href="#" part="title">Tokayev</a>
 */
export function el<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    element.setAttribute(name, value === true ? '' : value);
    // Whatever has a name in here can be styled from outside by it.
    if (name === 'class') element.setAttribute('part', String(value));
  }
  element.append(...children.filter((child) => child !== undefined));
  return element;
}

/** A button that does this when it is pressed. */
export function button(
  attributes: Attributes,
  press: () => void,
  ...children: readonly Child[]
): HTMLButtonElement {
  const made = el('button', { type: 'button', ...attributes }, ...children);
  made.addEventListener('click', press);
  return made;
}

export const marked = (pieces: readonly Piece[]): (Node | string)[] =>
  pieces.map((piece) => (piece.marked ? el('mark', {}, piece.text) : piece.text));

/** The address, where it leads into the web: `javascript:` and the like lead nowhere. */
export function webAddress(text: string, base?: string): string | undefined {
  const address = URL.canParse(text, base) ? new URL(text, base) : undefined;
  return address?.protocol === 'https:' || address?.protocol === 'http:' ? address.href : undefined;
}
