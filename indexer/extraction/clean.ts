/** Controls, format characters, spaces and fillers such as U+3164: a text of them shows nothing. */
const VISIBLE = /[^\p{Cc}\p{Cf}\p{Cs}\p{Z}\p{Default_Ignorable_Code_Point}]/u;

/**
 * Whether a reader would see anything of the text.
 *
 * @example isVisible('\u200B \0') // false
 */
export function isVisible(text: string): boolean {
  return VISIBLE.test(text);
}

/**
 * A text of one line, with single spaces; undefined when nothing of it is visible.
 *
 * @example cleanLine(' Yeni\n  park ') // 'Yeni park'
 */
export function cleanLine(text: string | undefined): string | undefined {
  return text !== undefined && isVisible(text) ? text.replace(/\s+/gu, ' ').trim() : undefined;
}

/**
 * A text of several lines: ends of lines without space, at most one empty line between two others.
 *
 * @example cleanBody('Bir. \r\n\r\n\r\nİki.') // 'Bir.\n\nİki.'
 */
export function cleanBody(text: string): string {
  return text
    .split(/\r\n?|\n/u)
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
}
