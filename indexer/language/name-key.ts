import { reduce } from './name-key/reduce.js';
import { soundOut, type Spelling } from './name-key/sound-out.js';
import { readShortName } from './name-key/short-name.js';
import { CYRILLIC_SPELLINGS, UNFINISHED_SOUNDS } from './name-key/sounds.data.js';

/** The script that a word was written in. */
export type NameScript = 'Latn' | 'Cyrl';

const MIN_LETTERS = 3;
const MIN_SYMBOLS = 4;
const MIN_PREFIX_LETTERS = 3;
const MIN_PREFIX_SYMBOLS = 2;
const SHORT_NAME_SYMBOLS = 4;

/** An initial ı is a capital I that was lower-cased: Isabayev, Indonesia. */
const AZERBAIJANI_LETTER = /[əğşçöü]|.ı/;
const ANY_VOWEL = /[AEIOU@]/;
const E_BEFORE_A = /^[^AEIOU@]*E[^AEIOUY@]A/;
const STAN = /^(.{2,}[^AEIOUY])[AIOU]?STAN$/;
const OPENING_E = /^Y?E[^AEIOUY@]R?[AEIOU@].{2}/;
const ROUNDED_END = /A[^AEIOUY]U$/;
const ROUND_G = /^G[OU]/;

/**
 * Strict name keys of a lower-case word, the main one first: two names match when their sets meet.
 * Plain ASCII letters: A E I O U for vowels (E only as the first one), Y for a glide, C = c and j,
 * Q = ç, W = ş, H = h and x, K = k q g ğ (G in short names); the other consonants are themselves.
 * Of three symbols only for names whose every letter is sure (Əli, Şah), else four at least. Not
 * stemmed.
 *
 * @param word lower-case; a Cyrillic word in its own letters
 * @example nameKeys('tokaev', 'Latn') // ['TOKAV']; nameKeys('гейдар', 'Cyrl') → ['KAYDAR', 'HAYDAR', …]
 */
export function nameKeys(word: string, origin: NameScript): string[] {
  if (word.length < MIN_LETTERS) return [];
  const pronunciations = soundOut(spell(word, origin, true));
  const keys = new Set(readShortName(word, pronunciations[0] ?? ''));
  for (const pronunciation of pronunciations) {
    for (const sounds of readFirstVowel(pronunciation)) {
      for (const key of finishKeys(reduce(sounds, true))) {
        if (key.length >= MIN_SYMBOLS) keys.add(key);
      }
    }
  }
  return [...keys];
}

/**
 * Keys of the beginning of a name, for search while typing: no rule of word ends applies, and a
 * last letter that the next one may change stands for each of its sounds. The keys of the word as a
 * complete name are among them. Empty under three letters.
 *
 * @param word lower-case; a Cyrillic word in its own letters
 * @example nameKeyPrefixes('tok', 'Latn') // ['TOK', 'TOH']
 */
export function nameKeyPrefixes(word: string, origin: NameScript): string[] {
  if (word.length < MIN_PREFIX_LETTERS) return [];
  const keys = new Set<string>();
  for (const pronunciation of soundOut(spell(word, origin, false))) {
    for (const sounds of readFirstVowel(pronunciation)) {
      for (const key of extendKeys(reduce(sounds, false))) {
        if (key.length >= MIN_PREFIX_SYMBOLS) keys.add(key);
      }
    }
  }
  for (const key of nameKeys(word, origin)) keys.add(key);
  return [...keys];
}

function spell(word: string, origin: NameScript, closed: boolean): Spelling {
  if (origin === 'Latn') return { letters: word, plain: !AZERBAIJANI_LETTER.test(word), closed };
  let letters = '';
  for (const letter of word) letters += CYRILLIC_SPELLINGS[letter] ?? letter;
  return { letters, plain: false, closed };
}

function readFirstVowel(sounds: string): readonly string[] {
  const first = sounds.search(ANY_VOWEL);
  const readings = listReadings(sounds, sounds.charAt(first));
  if (readings === '') return [sounds];
  return Array.from(readings, (vowel) => sounds.slice(0, first) + vowel + sounds.slice(first + 1));
}

/** The vowels that the first one may stand for, the likeliest first; empty when it is certain. */
function listReadings(sounds: string, vowel: string): string {
  // ə is a to some and e to others: Məmmədov = Mammadov, Memmedov.
  if (vowel === '@') return 'AE';
  if (vowel !== 'E') return '';
  // Turkish e before a syllable with a: Kemal = Kamal.
  const before = E_BEFORE_A.test(sounds) ? 'AE' : '';
  // Persian and Russian open with e where Azerbaijani has i: Ebrahim = İbrahim, Ереван = İrəvan.
  return OPENING_E.test(sounds) ? (before || 'E') + 'I' : before;
}

/** The keys of an unfinished name: its last sound may change, its initial G may stay. */
function extendKeys(key: string): readonly string[] {
  const last = key.charAt(key.length - 1);
  const stem = key.slice(0, -1).replaceAll('G', 'K');
  const keys = Array.from(UNFINISHED_SOUNDS[last] ?? last, (sound) => stem + sound);
  const mayBeShort = key.length <= SHORT_NAME_SYMBOLS && ROUND_G.test(key);
  return mayBeShort ? [...keys, ...keys.map((merged) => 'G' + merged.slice(1))] : keys;
}

/** The keys of a complete name, from the reduced one. */
function finishKeys(key: string): readonly string[] {
  const merged = mergeVelars(key);
  if (merged.endsWith('STAN') && STAN.test(merged)) return finishLand(merged.replace(STAN, '$1'));
  // Older prints round the last vowel: Baku = Bakı.
  return ROUNDED_END.test(merged) ? [merged, merged.slice(0, -1) + 'I'] : [merged];
}

/** The vowel before -stan comes and goes, as does Kazakh q before it: Qazaqstan = Kazakistan. */
function finishLand(people: string): readonly string[] {
  const main = people + 'ISTAN';
  return people.endsWith('H') ? [main, people.slice(0, -1) + 'KISTAN'] : [main];
}

/** G is K, but not at the beginning of a short name before o and u: Quba is not Kuba. */
function mergeVelars(key: string): string {
  if (!key.includes('G')) return key;
  const merged = key.replaceAll('G', 'K');
  const staysG = key.length <= SHORT_NAME_SYMBOLS && ROUND_G.test(key);
  return staysG ? 'G' + merged.slice(1) : merged;
}
