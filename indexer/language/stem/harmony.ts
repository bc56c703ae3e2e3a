/**
 * Vowel harmony, for written words (`ə ı ö ü` kept) and for folded ones. A suffix agrees with the
 * last vowel before it in frontness, and a high suffix vowel also in rounding: ev-lər-in-dən,
 * top-lar-ın-dan. It is the stemmer's main guard: `qalib` cannot be qal- + -ıb. Folded text keeps
 * half of it (a and e still differ; i stands for i and ı), so one bit set serves both.
 */

/** A set of harmony classes, one bit each. */
export type VowelClasses = number;

export const BACK_SPREAD = 1;
export const BACK_ROUND = 2;
export const FRONT_SPREAD = 4;
export const FRONT_ROUND = 8;
export const CLASSES: readonly VowelClasses[] = [BACK_SPREAD, BACK_ROUND, FRONT_SPREAD, FRONT_ROUND];

/** Which classes the vowels of a spelling may belong to. */
export type Spelling = ReadonlyMap<string, VowelClasses>;

export const WRITTEN: Spelling = new Map([
  ['a', BACK_SPREAD], ['ı', BACK_SPREAD], ['o', BACK_ROUND], ['u', BACK_ROUND],
  ['ə', FRONT_SPREAD], ['e', FRONT_SPREAD], ['i', FRONT_SPREAD], ['ö', FRONT_ROUND], ['ü', FRONT_ROUND],
]);

export const FOLDED: Spelling = new Map([
  ['a', BACK_SPREAD], ['e', FRONT_SPREAD], ['i', BACK_SPREAD | FRONT_SPREAD],
  ['o', BACK_ROUND | FRONT_ROUND], ['u', BACK_ROUND | FRONT_ROUND],
]);

/** Classes of the last vowel of a word; 0 when it has none. @example classesOf('kitab', WRITTEN) // BACK_SPREAD */
export function classesOf(word: string, spelling: Spelling): VowelClasses {
  for (let at = word.length - 1; at >= 0; at--) {
    const classes = spelling.get(word.charAt(at));
    if (classes !== undefined) return classes;
  }
  return 0;
}

/** Whether the word has two vowels or more. @example isPolysyllabic('torpaq', WRITTEN) // true */
export function isPolysyllabic(word: string, spelling: Spelling): boolean {
  let vowels = 0;
  for (let at = 0; at < word.length; at++) {
    if (spelling.has(word.charAt(at)) && ++vowels === 2) return true;
  }
  return false;
}

const SURFACE: Readonly<Record<string, Readonly<Record<VowelClasses, string>>>> = {
  A: { [BACK_SPREAD]: 'a', [BACK_ROUND]: 'a', [FRONT_SPREAD]: 'ə', [FRONT_ROUND]: 'ə' },
  I: { [BACK_SPREAD]: 'ı', [BACK_ROUND]: 'u', [FRONT_SPREAD]: 'i', [FRONT_ROUND]: 'ü' },
  K: { [BACK_SPREAD]: 'q', [BACK_ROUND]: 'q', [FRONT_SPREAD]: 'k', [FRONT_ROUND]: 'k' },
  G: { [BACK_SPREAD]: 'ğ', [BACK_ROUND]: 'ğ', [FRONT_SPREAD]: 'y', [FRONT_ROUND]: 'y' },
};

/**
 * Spells a suffix of archiphonemes after a vowel of one class: A = a/ə, I = ı/i/u/ü, K = q/k,
 * G = ğ/y. After an A the next high vowel is no longer rounded.
 *
 * @example spellSuffix('lArI', BACK_ROUND) // 'ları'
 */
export function spellSuffix(archiphonemes: string, after: VowelClasses): string {
  let classes = after;
  let surface = '';
  for (const letter of archiphonemes) {
    surface += SURFACE[letter]?.[classes] ?? letter;
    if (letter === 'A') classes = classes & (BACK_SPREAD | BACK_ROUND) ? BACK_SPREAD : FRONT_SPREAD;
  }
  return surface;
}
