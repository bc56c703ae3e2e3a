import { mapLetters, tabulateLetters } from './letter-table.js';
import { FOLDS } from './tables.data.js';

const FOLDABLE = new RegExp(`[${Object.keys(FOLDS).join('')}]`, 'g');
const FOLDED_LETTERS = tabulateLetters((letter) => FOLDS[letter] ?? letter);

/**
 * Folds a lower-case Latin word to plain ASCII letters, letter by letter: as many UTF-16 units out
 * as in. ə becomes e (never a: that would merge Əliyevə, a dative, with Əliyeva, a woman).
 *
 * @example fold('şəhər') // 'seher'
 */
export function fold(lower: string): string {
  return (
    mapLetters(lower, FOLDED_LETTERS) ??
    lower.replace(FOLDABLE, (letter) => FOLDS[letter] ?? letter)
  );
}
