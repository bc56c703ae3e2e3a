const UNSAFE = /[\0\\]|[\ud800-\udfff]/gu;
const ESCAPED = /\\([0-9a-f]{4})/g;

/**
 * A text as one column keeps it unharmed: SQLite's reader ends at a NUL, and UTF-8 knows no half of
 * a surrogate pair, so these (and the backslash that escapes them) are written as four hexadecimal
 * digits. Different texts stay different.
 *
 * @example toStored('a\0b') // 'a\\0000b';  toStored('Şərq') // 'Şərq'
 */
export const toStored = (text: string): string =>
  text.replace(UNSAFE, (unit) => `\\${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** The text that was stored. */
export const fromStored = (stored: string): string =>
  stored.replace(ESCAPED, (_, digits: string) => String.fromCharCode(parseInt(digits, 16)));
