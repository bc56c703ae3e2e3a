import { lettersOf } from '../../indexer/language/twins.js';

/** Folded words of the index, kept so that most of them can be passed over at a glance. */
export interface WordList {
  readonly folds: readonly string[];
  /** Takes in a word; one that is there already is passed over. */
  add(fold: string): void;
  /** The numbers, in `folds`, of words of a fitting length that have nearly the same letters. */
  nearTo(letters: string, limits: Limits): number[];
}

/** Letters of a word that may be met, and letters that only one of two words may have. */
export interface Limits {
  readonly shortest: number;
  readonly longest: number;
  readonly others: number;
}

/** A signature has a bit for each letter a–z, and the length above them. */
const LENGTH_AT = 26;
const LETTERS = (1 << LENGTH_AT) - 1;
const MOST_LENGTH = 63;

/** @example createWordList(['kitab', 'ev']).nearTo('kitb', { shortest: 3, longest: 6, others: 2 }) // [0] */
export function createWordList(words: Iterable<string> = []): WordList {
  const folds: string[] = [];
  const known = new Set<string>();
  let signatures = new Uint32Array(1024);

  function add(fold: string): void {
    if (known.has(fold)) return;
    known.add(fold);
    if (folds.length === signatures.length) {
      const longer = new Uint32Array(2 * folds.length);
      longer.set(signatures);
      signatures = longer;
    }
    signatures[folds.length] = signatureOf(lettersOf(fold));
    folds.push(fold);
  }

  function nearTo(letters: string, { shortest, longest, others }: Limits): number[] {
    const own = signatureOf(letters) & LETTERS;
    const numbers: number[] = [];
    for (let number = 0; number < folds.length; number++) {
      const signature = signatures[number] ?? 0;
      const length = signature >>> LENGTH_AT;
      if (length < shortest || length > longest) continue;
      if (countBits((signature & LETTERS) ^ own) <= others) numbers.push(number);
    }
    return numbers;
  }

  for (const word of words) add(word);
  return { folds, add, nearTo };
}

function signatureOf(letters: string): number {
  let signature = Math.min(letters.length, MOST_LENGTH) << LENGTH_AT;
  for (let at = 0; at < letters.length; at++) {
    const letter = letters.charCodeAt(at) - 97;
    if (letter >= 0 && letter < LENGTH_AT) signature |= 1 << letter;
  }
  return signature;
}

/** Bits that are set, counted in pairs, fours, and bytes. */
function countBits(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
