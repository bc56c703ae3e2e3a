import { FilterSyntaxError } from './error.js';

/**
 * A value as the filter language quotes it: it reads back as exactly itself.
 *
 * @example quoteValue('“Şərq” "525"') // '"“Şərq” \\"525\\""'
 */
export const quoteValue = (value: string): string => `"${value.replace(/[\\"]/g, '\\$&')}"`;

/**
 * What a quoted value holds; `position` is that of its opening quote.
 *
 * @example unquote("'a\\'b'", 0) // "a'b"
 * @throws FilterSyntaxError when a backslash stands before anything but `\`, `"` and `'`
 */
export function unquote(quoted: string, position: number): string {
  return quoted.slice(1, -1).replace(/\\(.)/gsu, (escape, sign: string, at: number) => {
    if (/[\\"']/.test(sign)) return sign;
    const expected = `\\\\, \\" or \\'`;
    throw new FilterSyntaxError(position + 1 + at, expected, { found: escape });
  });
}
