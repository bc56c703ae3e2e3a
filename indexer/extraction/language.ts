import { franc } from 'franc';
import { countWords } from './text.js';

/** ISO 639-3, as the detector names languages, to the codes that articles carry. */
const CODES: Readonly<Record<string, string>> = {
  azj: 'az',
  tur: 'tr',
  rus: 'ru',
  eng: 'en',
  uzn: 'uz',
  tuk: 'tk',
  kaz: 'kk',
  ukr: 'uk',
  deu: 'de',
  fra: 'fr',
};
const LATIN = ['azj', 'tur', 'eng', 'uzn', 'tuk', 'deu', 'fra'];
const CYRILLIC = ['azj', 'rus', 'kaz', 'ukr', 'uzn'];

/** Characters looked at: the detector reads no more either. */
const SAMPLE = 2048;

/** Below this number of words the detector guesses (measured: half of short texts are wrong). */
const LEAST_WORDS = 20;

/** An Azerbaijani text has about nine ə in a hundred letters; a foreign one quotes names. */
const LEAST_SCHWA = 0.02;

/**
 * The language of a document as ISO 639-1; `und` when there is no evidence. Letters that only one
 * language has decide first, statistics of 20 words and more after them.
 *
 * @example detectLanguage('Şəhərdə yeni məktəb açılıb') // 'az'
 */
export function detectLanguage(text: string): string {
  const sample = text.slice(0, SAMPLE).normalize('NFC').toLowerCase();
  const latin = count(sample, /\p{Script=Latin}/gu);
  const cyrillic = count(sample, /\p{Script=Cyrillic}/gu);
  if (cyrillic > latin) return detectCyrillic(sample);
  return latin === 0 ? 'und' : detectLatin(sample, latin);
}

function detectCyrillic(sample: string): string {
  if (/[ҝҹ]/u.test(sample)) return 'az';
  const foreign = /[қңұіҗўҳ]/u.test(sample);
  if (!foreign && /[әғһөүј]/u.test(sample)) return 'az';
  if (!foreign && /[ыэщъё]/u.test(sample)) return 'ru';
  return detectByStatistics(sample, CYRILLIC) ?? 'und';
}

function detectLatin(sample: string, letters: number): string {
  const schwas = count(sample, /[əǝ]/gu);
  if (schwas / letters >= LEAST_SCHWA) return 'az';
  const found = detectByStatistics(sample, LATIN);
  if (found === undefined) return schwas > 0 || isAzerbaijaniSpelling(sample) ? 'az' : 'und';
  return isAsciiAzerbaijani(sample, found) ? 'az' : found;
}

function detectByStatistics(sample: string, only: string[]): string | undefined {
  if (countWords(sample) < LEAST_WORDS) return undefined;
  return CODES[franc(sample, { minLength: 20, only })] ?? 'und';
}

/** Turkish shares ğ, ı, ş with Azerbaijani, but has neither x nor q, and no past in -ıb. */
function isAzerbaijaniSpelling(sample: string): boolean {
  return /[xq]|\p{L}{3}[ıiuü]b(?!\p{L})/u.test(sample) && /[ğıöüçş]/u.test(sample);
}

/** Azerbaijani typed without its letters reads as Turkish, but for its many x and q. */
function isAsciiAzerbaijani(sample: string, found: string): boolean {
  const ascii = !/[^\P{L}a-z]/u.test(sample);
  const own = count(sample, /[xq]/gu);
  return (
    ascii &&
    (found === 'tr' || found === 'uz') &&
    own > 3 * (sample.match(/sh|ch|w/gu)?.length ?? 0)
  );
}

/** How many UTF-16 units a pattern of single letters meets. */
function count(text: string, pattern: RegExp): number {
  return text.length - text.replace(pattern, '').length;
}

/**
 * The code that a record names, in the form articles carry; undefined when it is no language code.
 *
 * @example readLanguageCode('az-Latn-AZ') // 'az'
 */
export function readLanguageCode(code: string): string | undefined {
  const language = code.toLowerCase().split(/[-_]/u)[0] ?? '';
  if (language === 'aze') return 'az';
  return /^[a-z]{2,3}$/u.test(language) ? (CODES[language] ?? language) : undefined;
}
