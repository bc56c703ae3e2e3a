import { isWithinTable } from './letter-table.js';
import {
  AZERBAIJANI_LETTERS,
  AZERBAIJANI_MARKERS,
  CYRILLIC_TWINS,
  CYRILLIC_VOWELS,
  KAZAKH_LETTERS,
  KAZAKH_MARKERS,
  LATIN_TWINS,
  RUSSIAN_LETTERS,
  RUSSIAN_MARKERS,
  RUSSIAN_SOFT_VOWELS,
} from './scripts.data.js';

export type CyrillicAlphabet = 'az' | 'kk' | 'ru' | 'unknown';

type Letters = Readonly<Record<string, string>>;

/** The letter after which ё is a plain o: Горбачёв. */
const HUSHING = 'жчшщ';

const CYRILLIC_LETTERS = /\p{Script=Cyrillic}+/gu;
const LATIN_LETTERS = /\p{Script=Latin}+/gu;
const LATIN_BY_CYRILLIC = mapTwins(CYRILLIC_TWINS, LATIN_TWINS);
const CYRILLIC_BY_LATIN = mapTwins(LATIN_TWINS, CYRILLIC_TWINS);

/**
 * Which alphabet a lower-case Cyrillic word shows by its letters.
 *
 * @example cyrillicAlphabet('әлијев') // 'az'; 'қазақстан' → 'kk'; 'гянджа' → 'ru'; 'токаев' → 'unknown'
 */
export function cyrillicAlphabet(word: string): CyrillicAlphabet {
  if (hasAny(word, KAZAKH_MARKERS)) return 'kk';
  if (hasAny(word, AZERBAIJANI_MARKERS)) return 'az';
  return hasAny(word, RUSSIAN_MARKERS) ? 'ru' : 'unknown';
}

/**
 * Latin (Azerbaijani) readings of a lower-case Cyrillic word, likeliest first, at least one. A word
 * without any marker letter is read as Russian and as Azerbaijani (г is g in one, q in the other).
 * Letters of no table stay as they are.
 *
 * @example latinReadings('токаев') // ['tokayev', 'tokaev']
 */
export function latinReadings(word: string): string[] {
  switch (cyrillicAlphabet(word)) {
    case 'az':
      return [readLetters(word, AZERBAIJANI_LETTERS)];
    case 'kk':
      return [readSoftened(word, KAZAKH_LETTERS, 1)];
    case 'ru':
      return unique(readRussian(word));
    case 'unknown':
      return unique([...readRussian(word), readLetters(word, AZERBAIJANI_LETTERS)]);
  }
}

/**
 * Repairs a word that mixes look-alike letters of the two scripts: the script with more letters
 * wins, provided every letter of the other has a twin in it; else the other, on the same condition.
 * One UTF-16 unit in, one out; the case is kept; words of one script are returned as they are.
 *
 * @example repairHomoglyphs('Mәmmәdov') // 'Məmmədov', with Cyrillic ә replaced
 */
export function repairHomoglyphs(word: string): string {
  if (isWithinTable(word)) return word;
  const cyrillic = word.match(CYRILLIC_LETTERS)?.join('');
  const latin = cyrillic === undefined ? undefined : word.match(LATIN_LETTERS)?.join('');
  if (cyrillic === undefined || latin === undefined) return word;
  const inLatin = replaceTwins(word, cyrillic, LATIN_BY_CYRILLIC);
  const inCyrillic = replaceTwins(word, latin, CYRILLIC_BY_LATIN);
  const repaired =
    latin.length >= cyrillic.length ? (inLatin ?? inCyrillic) : (inCyrillic ?? inLatin);
  return repaired ?? word;
}

function mapTwins(from: string, to: string): ReadonlyMap<string, string> {
  const twins = new Map<string, string>();
  for (let i = 0; i < from.length; i++) {
    if (!twins.has(from.charAt(i))) twins.set(from.charAt(i), to.charAt(i));
  }
  return twins;
}

/** Undefined when a foreign letter has no twin. */
function replaceTwins(
  word: string,
  foreign: string,
  twins: ReadonlyMap<string, string>,
): string | undefined {
  let repaired = '';
  for (const letter of word) {
    const twin = foreign.includes(letter) ? twins.get(letter) : letter;
    if (twin === undefined) return undefined;
    repaired += twin;
  }
  return repaired;
}

function readRussian(word: string): string[] {
  const spelled = withoutAdjectiveEnding(word).replaceAll('дж', 'ҹ');
  return [readSoftened(spelled, RUSSIAN_LETTERS, 0), readSoftened(spelled, RUSSIAN_LETTERS, 1)];
}

/** The press writes Зеленский as Zelenski, Дмитрий as Dmitri. */
function withoutAdjectiveEnding(word: string): string {
  return word.length > 4 && (word.endsWith('ий') || word.endsWith('ый')) ? word.slice(0, -1) : word;
}

function readLetters(word: string, letters: Letters): string {
  let latin = '';
  for (const letter of word) latin += letters[letter] ?? letter;
  return latin;
}

function readSoftened(word: string, letters: Letters, choice: 0 | 1): string {
  let latin = '';
  for (let i = 0; i < word.length; i++) {
    const letter = word.charAt(i);
    latin += readSoftVowel(word, i, choice) ?? letters[letter] ?? letter;
  }
  return latin;
}

function readSoftVowel(word: string, i: number, choice: 0 | 1): string | undefined {
  const vowel = RUSSIAN_SOFT_VOWELS[word.charAt(i)];
  if (vowel === undefined) return undefined;
  if (i === 0 || CYRILLIC_VOWELS.includes(word.charAt(i - 1))) return vowel.open;
  if (word.charAt(i) === 'ё' && HUSHING.includes(word.charAt(i - 1))) return 'o';
  // Armenian surnames keep the glide: Пашинян is Paşinyan.
  return word.endsWith('ян') && i === word.length - 2 ? vowel.open : vowel.soft[choice];
}

function hasAny(word: string, letters: string): boolean {
  for (const letter of word) if (letters.includes(letter)) return true;
  return false;
}

function unique(readings: readonly string[]): string[] {
  return [...new Set(readings)];
}
