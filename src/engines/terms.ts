/**
 * A word as a term of the full-text table: only a–z and 0–9, every other letter as `x` and four
 * hexadecimal digits a UTF-16 unit. Nothing typed by anybody can be query syntax, and the
 * beginning of a word is the beginning of its term.
 *
 * @example toTerm('seher') // 'seher';  toTerm('ア') // 'x30a2'
 */
export function toTerm(word: string): string {
  return word
    .toLowerCase()
    .replace(/[^a-z0-9]/g, (unit) => `x${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Words with spaces between as one column of the full-text table. */
export const toColumn = (words: string): string =>
  /^[a-z0-9 ]*$/.test(words) ? words : words.split(' ').map(toTerm).join(' ');
