import { mapLetters, tabulateLetters } from './letter-table.js';

const SMALL_LETTERS = tabulateLetters(lowerAnyAz);

/**
 * Lower-cases Azerbaijani text: İ→i and I→ı first, the rest as Unicode says. One UTF-16 unit in,
 * one out, for every letter of the Azerbaijani alphabets (plain `toLowerCase` turns İ into two).
 *
 * @example lowerAz('İSTİQLAL IŞIĞI') // 'istiqlal ışığı'
 */
export function lowerAz(text: string): string {
  return mapLetters(text, SMALL_LETTERS) ?? lowerAnyAz(text);
}

function lowerAnyAz(text: string): string {
  return text.replaceAll('İ', 'i').replaceAll('I', 'ı').toLowerCase();
}

/** Whether the word starts with a capital letter: `Şuşa`, `Әлијев`, `COP29`; not `şuşa`, `29`. */
export function isCapitalised(word: string): boolean {
  const first = word.codePointAt(0);
  if (first === undefined) return false;
  const letter = String.fromCodePoint(first);
  return letter !== lowerAz(letter);
}

/** Whether every letter is a capital and there are at least two: `BMT`, `COP29`; not `Bakı`, `A`. */
export function isAcronym(word: string): boolean {
  return /^\p{Lu}{2,}\d*$/u.test(word);
}
