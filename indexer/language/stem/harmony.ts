/**
 * Vowel harmony, for written words (`ə ı ö ü` kept) and for folded ones. A suffix agrees with the
 * last vowel before it in frontness, and a high suffix vowel also in rounding: ev-lər-in-dən,
 * top-lar-ın-dan. It is the stemmer's main guard: `qalib` cannot be qal- + -ıb. Folded text keeps
 * half of it (a and e still differ; i stands for i and ı), so one bit set serves both spellings.
 */

/** A set of harmony classes, one bit each. */
export type VowelClasses = number;

export const BACK_SPREAD = 1;
export const BACK_ROUND = 2;
export const FRONT_SPREAD = 4;
export const FRONT_ROUND = 8;
export const EVERY_CLASS = [BACK_SPREAD, BACK_ROUND, FRONT_SPREAD, FRONT_ROUND] as const;

const BACK = BACK_SPREAD | BACK_ROUND;

/** The classes of every letter of a spelling, by its UTF-16 code; 0 for consonants. */
export type Spelling = Uint8Array;

export const WRITTEN = tabulate({
  [BACK_SPREAD]: 'aı',
  [BACK_ROUND]: 'ou',
  [FRONT_SPREAD]: 'əei',
  [FRONT_ROUND]: 'öü',
});

export const FOLDED = tabulate({
  [BACK_SPREAD]: 'a',
  [FRONT_SPREAD]: 'e',
  [BACK_SPREAD | FRONT_SPREAD]: 'i',
  [BACK_ROUND | FRONT_ROUND]: 'ou',
});

/** Codes, because single letters beyond Latin-1 (ə, ı, ş) are costly as strings. */
function tabulate(vowels: Readonly<Record<VowelClasses, string>>): Spelling {
  const spelling = new Uint8Array(0x300);
  for (const [classes, letters] of Object.entries(vowels)) {
    for (const letter of letters) spelling[letter.charCodeAt(0)] = Number(classes);
  }
  return spelling;
}

/** Whether the letter at a place in the word (none, before its start) is a vowel. */
export function isVowelAt(word: string, at: number, spelling: Spelling): boolean {
  return (spelling[word.charCodeAt(at)] ?? 0) !== 0;
}

/**
 * Classes of the last vowel in the first `end` letters; 0 when there is none.
 *
 * @example findClasses('kitab', WRITTEN) // BACK_SPREAD
 */
export function findClasses(word: string, spelling: Spelling, end = word.length): VowelClasses {
  for (let at = end - 1; at >= 0; at--) {
    const classes = spelling[word.charCodeAt(at)] ?? 0;
    if (classes !== 0) return classes;
  }
  return 0;
}

/** Whether the last vowel of a written word is a back one. @example isBack('oxu') // true */
export function isBack(written: string): boolean {
  return (findClasses(written, WRITTEN) & BACK) !== 0;
}

/** Whether the word has two vowels or more. @example isPolysyllabic('torpaq', WRITTEN) // true */
export function isPolysyllabic(word: string, spelling: Spelling): boolean {
  let vowels = 0;
  for (let at = 0; at < word.length; at++) if (isVowelAt(word, at, spelling)) vowels++;
  return vowels > 1;
}

const ARCHIPHONEMES: Readonly<Record<string, Readonly<Record<VowelClasses, string>>>> = {
  A: { [BACK_SPREAD]: 'a', [BACK_ROUND]: 'a', [FRONT_SPREAD]: 'ə', [FRONT_ROUND]: 'ə' },
  I: { [BACK_SPREAD]: 'ı', [BACK_ROUND]: 'u', [FRONT_SPREAD]: 'i', [FRONT_ROUND]: 'ü' },
  K: { [BACK_SPREAD]: 'q', [BACK_ROUND]: 'q', [FRONT_SPREAD]: 'k', [FRONT_ROUND]: 'k' },
  G: { [BACK_SPREAD]: 'ğ', [BACK_ROUND]: 'ğ', [FRONT_SPREAD]: 'y', [FRONT_ROUND]: 'y' },
};

/**
 * Spells a suffix after a vowel of one class: A = a/ə, I = ı/i/u/ü, K = q/k, G = ğ/y. After an A
 * the next high vowel is no longer rounded.
 *
 * @example spellSuffix('lArI', BACK_ROUND) // 'ları'
 */
export function spellSuffix(form: string, after: VowelClasses): string {
  let classes = after;
  let surface = '';
  for (const letter of form) {
    surface += ARCHIPHONEMES[letter]?.[classes] ?? letter;
    if (letter === 'A') classes = classes & BACK ? BACK_SPREAD : FRONT_SPREAD;
  }
  return surface;
}
