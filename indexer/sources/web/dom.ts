import { DOMParser } from 'linkedom';
import { z } from 'zod';

/** The little of an HTML element that is read. */
export interface HtmlElement {
  readonly nodeType: number;
  readonly localName: string | null;
  readonly textContent: string | null;
  readonly childNodes: Iterable<HtmlElement>;
  getAttribute(name: string): string | null;
  querySelector(selector: string): HtmlElement | null;
  querySelectorAll(selector: string): Iterable<HtmlElement>;
  remove(): void;
}

export interface HtmlDocument extends HtmlElement {
  readonly documentElement: HtmlElement | null;
  readonly body: HtmlElement | null;
}

/** HTML that cannot be read as a page; the message says why. */
export class HtmlError extends Error {
  override readonly name = 'HtmlError';
}

const Document = z.custom<HtmlDocument>(
  (value) => typeof value === 'object' && value !== null && 'querySelectorAll' in value,
);

/** Pages of portals have some hundreds of kilobytes; to read more would hold everything else up. */
const LONGEST_HTML = 4 * 1024 * 1024;

/** More than a page ever nests; what reads a tree goes as deep as the tree. */
const DEEPEST = 400;

/**
 * Parses HTML. No script of it is run and nothing is loaded.
 *
 * @example parseHtml('<p>Salam').querySelector('p')?.textContent // 'Salam'
 * @throws HtmlError for a page that is too long or nested too deeply
 */
export function parseHtml(html: string): HtmlDocument {
  if (html.length > LONGEST_HTML) throw new HtmlError('the page is longer than 4 MB');
  const whole = /<(?:html|body|head)\b/i.test(html)
    ? html
    : `<!doctype html><html><head></head><body>${html}</body></html>`;
  const document = Document.parse(new DOMParser().parseFromString(whole, 'text/html'));
  refuseDeep(document);
  return document;
}

/** Level by level, since going down by calls is what a deep tree breaks. */
function refuseDeep(document: HtmlDocument): void {
  let level: HtmlElement[] = [document];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) throw new HtmlError(`elements are nested deeper than ${DEEPEST}`);
    level = level.flatMap((element) => [...element.childNodes]);
  }
}

/** An attribute without white space around it; undefined when absent or empty. */
export function attributeOf(element: HtmlElement | null, name: string): string | undefined {
  const value = element?.getAttribute(name)?.trim();
  return value === '' ? undefined : value;
}
