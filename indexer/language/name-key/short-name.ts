/**
 * Keys of three symbols would join much (kar, qara, kərə), so they have rules of their own: three
 * sounds, vowels and consonants in turn, each letter heard, none devoiced or merged with another,
 * and only the likeliest pronunciation. Not sure enough are ə but at the beginning (Lal is not Ləl),
 * g and q but before a (Gül is not Qul), a last e (One is not Ona), and a last y after a vowel.
 */
const THREE_SOUNDS = /^(?:[AEIOU@][^AEIOUYGK@][AIOUY]|(?:G(?=A)|[^AEIOUYGK@])[AEIOU][^AEIOUYGK@])$/;

/** A y between i and e is not heard: Kiyev = Kiev. */
const GLIDE = /^([^AEIOUY@]I)Y?(E[^AEIOUY@])$/;

/** Kiyev; longer words are no short names. */
const MAX_LETTERS = 5;

/** Letters alone (not COP29), and no two that are one vowel (Pool, Audi). */
const SURE_LETTERS = /^(?!.*[aeiou]{2})\p{L}{3,4}$/u;

/**
 * The key of a short name, given with its likeliest sounds; none when it is not sure.
 *
 * @example readShortName('əli', '@LI') // ['ALI']; readShortName('zaur', 'ZAUR') → []
 */
export function readShortName(word: string, sounds: string): string[] {
  if (word.length > MAX_LETTERS) return [];
  if (GLIDE.test(sounds)) return [sounds.replace(GLIDE, '$1Y$2')];
  if (!SURE_LETTERS.test(word) || !THREE_SOUNDS.test(sounds)) return [];
  return [sounds.replace('@', 'A').replace(/Y$/, 'I').replace('J', 'Y')];
}
