import { parseHTML } from 'linkedom';

/** Elements that begin and end a line of their own. */
const BLOCKS =
  'address|article|aside|blockquote|body|caption|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|li|main|nav|ol|option|p|pre|section|summary|table|tbody|td|tfoot|th|thead|title|tr|ul';
const BLOCK = new RegExp(`^</?(?:${BLOCKS}|br|hr)(?=[\\s/>])`, 'iu');
const ENDS = new RegExp(`</(?:${BLOCKS})\\s*>`, 'iu');

/** What nobody reads on a page; what is not closed goes on to the end. */
const UNREAD =
  /<!--.*?(?:-->|$)|<(script|style|noscript|template|svg|head|textarea|select)(?=[\s/>]).*?(?:<\/\1\s*>|$)/gisu;

/** A tag cannot hold another, so that a text of angle brackets is gone through once. */
const TAG = /<[a-z/!?](?:"[^"]*"|'[^']*'|[^"'<>])*>/giu;

/**
 * Whether a text is the HTML of a page rather than what is read on it.
 *
 * @example isHtml('<p>Yeni park</p>') // true
 */
export const isHtml = (text: string): boolean =>
  /^\s*<(?:!doctype|html|head|body|article)\b/iu.test(text) || ENDS.test(text);

/**
 * The text of HTML as it is copied from a browser, a line for each block, for `extractPage`.
 *
 * @example textOfHtml('<h1>Yeni park</h1><p>Bakıda <b>bu gün</b> açılıb.</p>') // 'Yeni park\n\nBakıda bu gün açılıb.'
 */
export function textOfHtml(html: string): string {
  // Lines of the source mean nothing; those of the text begin with its blocks.
  const lines = html
    .replace(UNREAD, '')
    .replace(/\s+/gu, ' ')
    .replace(TAG, (tag) => (BLOCK.test(tag) ? '\n' : ''))
    .split('\n');
  return lines
    .map((line) => decode(line).trim())
    .join('\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
}

/** `&amp;` and its like; what is left of the line are no tags. */
function decode(line: string): string {
  if (!line.includes('&')) return line;
  const { document } = parseHTML(`<p>${line.replaceAll('<', '&lt;')}</p>`);
  return document.querySelector('p')?.textContent ?? line;
}
