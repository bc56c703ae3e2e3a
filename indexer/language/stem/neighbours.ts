/**
 * Which letters an ending may follow, as one set of bits a letter: asked of every ending that a
 * word seems to have.
 */
import { FOLDED, isVowelAt, type Spelling } from './harmony.js';
import type { Neighbour } from './suffixes.data.js';

/** Every letter is a vowel or a consonant, so `any` asks for either. */
export const NEIGHBOUR_BITS: Readonly<Record<Neighbour, number>> = {
  consonant: 1,
  vowel: 2,
  vowelButO: 4,
  vowelButI: 8,
  low: 16,
  high: 32,
  any: 1 | 2,
};

/** The kinds of every letter of a spelling, by its UTF-16 code; letters beyond are consonants. */
export function kindsOfLetters(spelling: Spelling): Uint8Array {
  return Uint8Array.from(spelling, (_, code) => kindsOf(String.fromCharCode(code), spelling));
}

function kindsOf(letter: string, spelling: Spelling): number {
  if (!isVowelAt(letter, 0, spelling)) return NEIGHBOUR_BITS.consonant;
  const { vowel, vowelButO, vowelButI, low, high } = NEIGHBOUR_BITS;
  const kinds = [
    vowel,
    letter === 'o' ? 0 : vowelButO,
    letter === 'i' ? 0 : vowelButI,
    letter === 'a' || letter === (spelling === FOLDED ? 'e' : 'ə') ? low : 0,
    'ıiuü'.includes(letter) ? high : 0,
  ];
  return kinds.reduce((all, kind) => all | kind);
}
