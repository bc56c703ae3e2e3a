import { lowerAz } from './casing.js';
import { fold } from './fold.js';
import { nameKeyPrefixes, nameKeys } from './name-key.js';
import { scriptOf, type Script } from './script.js';
import type { Stemmer } from './stem/stemmer.js';
import { latinReadings, repairHomoglyphs } from './transliterate.js';

/** What the analyzer knows of one word. Two words conflate when their `stems` meet. */
export interface Word {
  /** The word as written, in small letters and one script: what the vocabulary counts. */
  readonly form: string;
  readonly script: Script;
  /** Its Latin readings with diacritics, likeliest first; a Latin word has one, itself. */
  readonly readings: readonly string[];
  /** ASCII form of the likeliest reading. */
  readonly fold: string;
  /** Folded stems: of the written form, and of the form as if typed without diacritics. */
  readonly stems: readonly string[];
  /** Strict name keys of the word and its stem, whether or not it is a name. */
  readonly keys: readonly string[];
}

/** What is longer (a hash, a line without spaces) is no name, and its keys would cost much time. */
const LONGEST_NAME = 60;

type Draft = Word;
type Step = (word: Draft, stemmer: Stemmer) => Draft;

const unique = (values: readonly string[]): string[] => [...new Set(values)];

const oneScript: Step = (word) => ({ ...word, form: repairHomoglyphs(word.form) });

/** Small letters have other look-alikes than capitals, so they are repaired once more. */
const smallLetters: Step = (word) => {
  const form = repairHomoglyphs(lowerAz(word.form));
  return { ...word, form, script: scriptOf(form) };
};

const latin: Step = (word) => ({
  ...word,
  readings: word.script === 'Cyrl' ? latinReadings(word.form) : [word.form],
});

const folded: Step = (word) => ({ ...word, fold: fold(word.readings[0] ?? word.form) });

/** Both keys: harmony needs the diacritics, and text typed without them needs the other. */
const stemmed: Step = (word, stemmer) => ({
  ...word,
  stems: unique(
    word.readings.flatMap((reading) => [
      fold(stemmer.stem(reading)),
      stemmer.stemFolded(fold(reading)),
    ]),
  ),
});

/** Names are inflected too, so the stem has keys of its own (Niqmatulinin → Niqmatulin). */
const keyed: Step = (word, stemmer) => {
  if (word.script === 'Arab' || word.form.length > LONGEST_NAME) return word;
  const stems = word.readings.map((reading) => stemmer.stem(reading));
  return {
    ...word,
    keys: unique([
      ...nameKeys(word.form, word.script),
      ...stems.flatMap((stem) => nameKeys(stem, 'Latn')),
    ]),
  };
};

/** The way of a word through the analyzer. Each step needs what the ones before it found. */
const STEPS: readonly Step[] = [oneScript, smallLetters, latin, folded, stemmed, keyed];

/**
 * Analyses one word of canonical text.
 *
 * @example analyseWord('Токаев', stemmer).fold // 'tokayev'
 */
export function analyseWord(raw: string, stemmer: Stemmer): Word {
  const start: Draft = { form: raw, script: 'Latn', readings: [], fold: '', stems: [], keys: [] };
  return STEPS.reduce((word, step) => step(word, stemmer), start);
}

/** Two symbols begin half of all names. */
const LEAST_SYMBOLS = 3;

/** Keys that every completion of a half-typed name may start with: `geyd` → those of Heydər. */
export function completionKeys(word: Word): string[] {
  if (word.script === 'Arab') return [];
  return nameKeyPrefixes(word.form, word.script).filter((key) => key.length >= LEAST_SYMBOLS);
}
