import { AnalysedWord, type Forms } from './analysed-word.js';
import { lowerAz } from './casing.js';
import { fold } from './fold.js';
import { nameKeyPrefixes } from './name-key.js';
import { scriptOf, type Script } from './script.js';
import type { Stemmer } from './stem/stemmer.js';
import { lettersOf, type Twins } from './twins.js';
import { latinReadings, repairHomoglyphs } from './transliterate.js';
import { unique } from './unique.js';

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
  /**
   * Stems of other words that this one may be: typed without diacritics, `oldu` may be `öldü`; and
   * `Abbasova` may be said of Abbasov. Queries ask for them too, below the word itself.
   */
  readonly twins: readonly string[];
  /** Strict name keys of the word and its stem, whether or not it is a name. */
  readonly keys: readonly string[];
}

/** The word lists that analysing asks. */
export interface WordTools {
  readonly stemmer: Stemmer;
  readonly twins: Twins;
}

/**
 * A raw word in one script and in small letters, which have other look-alikes than capitals.
 *
 * @example formOf('Mәmmәdov') // 'məmmədov', whichever schwa was typed
 */
export const formOf = (raw: string): string => repairHomoglyphs(lowerAz(repairHomoglyphs(raw)));

/** The lists of all, joined. Most words have one reading, whose list need not be copied. */
function ofEach(words: readonly string[], listOf: (word: string) => readonly string[]) {
  const [first = '', ...others] = words;
  return others.length === 0 ? listOf(first) : words.flatMap((word) => listOf(word));
}

/** Both keys: harmony needs the diacritics, and text typed without them needs the other. */
function stemsOf(written: readonly string[], folded: readonly string[]): readonly string[] {
  const [first = '', ...others] = written;
  const folds = [fold(first), ...others.map(fold)];
  return unique(folds.concat(folded));
}

/**
 * Öldü is not oldu. A twin that was written as one keeps its own fold and stem, with a mark; what
 * was typed without diacritics and is no such word itself stands for every twin.
 */
function tellTwins(form: string, plain: Forms, written: string, twins: Twins): Forms {
  const mark = twins.markOf(written);
  if (mark) return { fold: plain.fold + mark, stems: [fold(written) + mark], twins: [] };
  if (form !== plain.fold) return plain;
  const others = ofEach(plain.stems, twins.marked);
  if (others.length === 0) return plain;
  if (mark === undefined) return { ...plain, stems: unique([...plain.stems, ...others]) };
  return { ...plain, twins: unique(others) };
}

/** A man's surname in -ov has a dative that is his wife's name: Abbasova. */
function withDatives(forms: Forms, written: readonly string[]): Forms {
  const men = written.filter((stem) => stem.endsWith('ov') && /..ov$/.test(stem));
  if (men.length === 0) return forms;
  return { ...forms, twins: unique([...forms.twins, ...men.map((stem) => `${fold(stem)}a`)]) };
}

/**
 * Analyses a word's form.
 *
 * @example analyseForm('токаев', tools).fold // 'tokayev'
 */
export function analyseForm(form: string, tools: WordTools): Word {
  const letters = lettersOf(form);
  if (letters !== form) return analyseMarked(form, analyseForm(letters, tools));
  const { stemmer, twins } = tools;
  const script = scriptOf(form);
  const readings = script === 'Cyrl' ? latinReadings(form) : [form];
  const written = ofEach(readings, stemmer.stems);
  const folds = ofEach(readings, (reading) => [fold(reading)]);
  const stems = stemsOf(written, ofEach(folds, stemmer.stemsFolded));
  const plain = { fold: folds[0] ?? form, stems, twins: [] };
  const told = tellTwins(form, plain, written[0] ?? '', twins);
  const forms = withDatives(told, written);
  return new AnalysedWord({ form, script, readings }, forms, written, stemmer);
}

/** A fold of the index with its mark: of what its letters may stand for, the twin that was meant. */
function analyseMarked(form: string, plain: Word): Word {
  const mark = form.slice(lettersOf(form).length);
  const stems = [...plain.stems, ...plain.twins].filter((stem) => stem === lettersOf(stem) + mark);
  const own = stems.length > 0 ? stems : [form];
  return { ...plain, form, readings: [form], fold: form, stems: own, twins: [] };
}

/** Two symbols begin half of all names. */
const LEAST_SYMBOLS = 3;

/** Keys that every completion of a half-typed name may start with: `geyd` → those of Heydər. */
export function completionKeys(word: Word): string[] {
  if (word.script === 'Arab') return [];
  return nameKeyPrefixes(word.form, word.script).filter((key) => key.length >= LEAST_SYMBOLS);
}
