import { FOLDS } from './tables.data.js';

const FOLDABLE = new RegExp(`[${Object.keys(FOLDS).join('')}]`, 'g');

/**
 * Folds a lower-case Latin word to plain ASCII letters, letter by letter: as many UTF-16 units out
 * as in. ə becomes e (never a: that would merge Əliyevə, a dative, with Əliyeva, a woman).
 *
 * @example fold('şəhər') // 'seher'
 */
export function fold(lower: string): string {
  return lower.replace(FOLDABLE, (letter) => FOLDS[letter] ?? letter);
}
