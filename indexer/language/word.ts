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

/** A word on its way; the stems of its readings with their diacritics are needed twice. */
interface Draft extends Word {
  readonly writtenStems: readonly string[];
}
type Step = (word: Draft, stemmer: Stemmer) => Draft;

const unique = (values: readonly string[]): string[] => [...new Set(values)];

/**
 * A raw word in one script and in small letters, which have other look-alikes than capitals.
 *
 * @example formOf('Mәmmәdov') // 'məmmədov', whichever schwa was typed
 */
export const formOf = (raw: string): string => repairHomoglyphs(lowerAz(repairHomoglyphs(raw)));

const inScript: Step = (word) => ({ ...word, script: scriptOf(word.form) });

const latin: Step = (word) => ({
  ...word,
  readings: word.script === 'Cyrl' ? latinReadings(word.form) : [word.form],
});

const folded: Step = (word) => ({ ...word, fold: fold(word.readings[0] ?? word.form) });

/** Both keys: harmony needs the diacritics, and text typed without them needs the other. */
const stemmed: Step = (word, stemmer) => {
  const writtenStems = word.readings.map((reading) => stemmer.stem(reading));
  const foldedStems = word.readings.map((reading) => stemmer.stemFolded(fold(reading)));
  return { ...word, writtenStems, stems: unique([...writtenStems.map(fold), ...foldedStems]) };
};

/** Names are inflected too, so the stem has keys of its own (Niqmatulinin → Niqmatulin). */
const keyed: Step = (word) => {
  const { form, script, writtenStems } = word;
  if (script === 'Arab' || form.length > LONGEST_NAME) return word;
  const stemKeys = writtenStems.flatMap((stem) => nameKeys(stem, 'Latn'));
  return { ...word, keys: unique([...nameKeys(form, script), ...stemKeys]) };
};

/** The way of a form through the analyzer. Each step needs what the ones before it found. */
const STEPS: readonly Step[] = [inScript, latin, folded, stemmed, keyed];

const NOTHING = { script: 'Latn', readings: [], fold: '', stems: [], keys: [] } as const;

/**
 * Analyses a word's form.
 *
 * @example analyseForm('токаев', stemmer).fold // 'tokayev'
 */
export function analyseForm(form: string, stemmer: Stemmer): Word {
  const start: Draft = { ...NOTHING, form, writtenStems: [] };
  const draft = STEPS.reduce((word, step) => step(word, stemmer), start);
  // A plain new object: tens of thousands are kept, and sent between threads.
  const { script, readings, fold: folds, stems, keys } = draft;
  return { form, script, readings, fold: folds, stems, keys };
}

/** Two symbols begin half of all names. */
const LEAST_SYMBOLS = 3;

/** Keys that every completion of a half-typed name may start with: `geyd` → those of Heydər. */
export function completionKeys(word: Word): string[] {
  if (word.script === 'Arab') return [];
  return nameKeyPrefixes(word.form, word.script).filter((key) => key.length >= LEAST_SYMBOLS);
}
