import { parseHtml, type HtmlElement } from './dom.js';

const ELEMENT = 1;
const TEXT = 3;

/** Elements whose text a reader never sees as running text. */
const UNREAD = new Set(
  'script style noscript template iframe object svg math form button select textarea head nav'.split(
    ' ',
  ),
);

/** Elements that stand within a line; all others begin a new one. */
const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);

/**
 * The text of HTML, a line for each block, an empty line between paragraphs; scripts and forms are
 * left out.
 *
 * @example htmlToText('<p>Şuşada <b>bayram</b>.</p><p>Sabah.</p>') // 'Şuşada bayram.\n\nSabah.'
 * @throws HtmlError for HTML that is too long or nested too deeply
 */
export function htmlToText(html: string): string {
  return textOf(parseHtml(html).body);
}

/** The same for a parsed element. */
export function textOf(element: HtmlElement | null): string {
  const lines: string[] = [''];
  if (element) collect(element, lines);
  const clean = lines.map((line) => line.replace(/\s+/gu, ' ').trim());
  return clean
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function collect(element: HtmlElement, lines: string[]): void {
  for (const child of element.childNodes) {
    if (child.nodeType === TEXT) append(lines, child.textContent ?? '');
    else if (child.nodeType === ELEMENT) collectElement(child, lines);
  }
}

function collectElement(element: HtmlElement, lines: string[]): void {
  const name = element.localName ?? '';
  if (UNREAD.has(name) || isHidden(element)) return;
  if (name === 'br' || name === 'hr') return void lines.push('');
  const block = !INLINE.has(name);
  if (block) lines.push(...(isParagraph(name) ? ['', ''] : ['']));
  if (name === 'li') append(lines, '- ');
  if (name === 'td' || name === 'th') append(lines, ' ');
  collect(element, lines);
  if (block) lines.push(...(isParagraph(name) ? ['', ''] : ['']));
}

const isParagraph = (name: string): boolean => /^(?:p|h[1-6]|blockquote|ul|ol|table)$/.test(name);

const isHidden = (element: HtmlElement): boolean =>
  element.getAttribute('hidden') !== null ||
  /display\s*:\s*none/i.test(element.getAttribute('style') ?? '');

function append(lines: string[], text: string): void {
  lines.push(`${lines.pop() ?? ''}${text}`);
}
