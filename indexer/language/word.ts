import { lowerAz } from './casing.js';
import { fold } from './fold.js';
import { nameKeyPrefixes, nameKeys } from './name-key.js';
import { scriptOf, type Script } from './script.js';
import type { Stemmer } from './stem/stemmer.js';
import { lettersOf, type Twins } from './twins.js';
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
  /**
   * Stems of other words that this one may be: typed without diacritics, `oldu` may be `öldü`; and
   * `Abbasova` may be said of Abbasov. Queries ask for them too, below the word itself.
   */
  readonly twins: readonly string[];
  /** Strict name keys of the word and its stem, whether or not it is a name. */
  readonly keys: readonly string[];
}

/** What is longer (a hash, a line without spaces) is no name, and its keys would cost much time. */
const LONGEST_NAME = 60;

/** Three symbols say enough of a word as it stands, but not of what endings may have left. */
const SHORT_KEY = 3;

/** A word on its way; the stems of its readings with their diacritics are needed twice. */
interface Draft extends Word {
  readonly writtenStems: readonly string[];
}
type Step = (word: Draft, tools: WordTools) => Draft;

/** The word lists that analysing asks. */
export interface WordTools {
  readonly stemmer: Stemmer;
  readonly twins: Twins;
}

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
const stemmed: Step = (word, { stemmer }) => {
  const writtenStems = word.readings.flatMap((reading) => stemmer.stems(reading));
  const foldedStems = word.readings.flatMap((reading) => stemmer.stemsFolded(fold(reading)));
  return { ...word, writtenStems, stems: unique([...writtenStems.map(fold), ...foldedStems]) };
};

/**
 * Öldü is not oldu. A twin that was written as one keeps its own fold and stem, with a mark; what
 * was typed without diacritics and is no such word itself stands for every twin.
 */
const twinned: Step = (word, { twins }) => {
  const [written = ''] = word.writtenStems;
  const mark = twins.markOf(written);
  if (mark) return { ...word, fold: word.fold + mark, stems: [fold(written) + mark] };
  const others = word.form === word.fold ? word.stems.flatMap(twins.marked) : [];
  if (mark === undefined) return { ...word, stems: unique([...word.stems, ...others]) };
  return { ...word, twins: unique(others) };
};

/** A man's surname in -ov has a dative that is his wife's name: Abbasova. */
const inDative: Step = (word) => {
  const datives = word.writtenStems
    .filter((stem) => /..ov$/.test(stem))
    .map((stem) => `${fold(stem)}a`);
  return datives.length === 0 ? word : { ...word, twins: unique([...word.twins, ...datives]) };
};

/** Names are inflected too: the stem and what it may be a form of have keys of their own. */
function keysOf({ form, script, writtenStems, readings }: Draft, { stemmer }: WordTools): string[] {
  if (script === 'Arab' || form.length > LONGEST_NAME) return [];
  const inner = unique([...writtenStems, ...readings.flatMap((reading) => stemmer.names(reading))]);
  const innerKeys = inner
    .filter((rest) => rest !== form)
    .flatMap((rest) => nameKeys(rest, 'Latn'))
    .filter((key) => key.length > SHORT_KEY);
  return unique([...nameKeys(form, script), ...innerKeys]);
}

/** The way of a form through the analyzer. Each step needs what the ones before it found. */
const STEPS: readonly Step[] = [inScript, latin, folded, stemmed, twinned, inDative];

const NOTHING = { script: 'Latn', readings: [], fold: '', stems: [], twins: [], keys: [] } as const;

/**
 * Analyses a word's form.
 *
 * @example analyseForm('токаев', tools).fold // 'tokayev'
 */
export function analyseForm(form: string, tools: WordTools): Word {
  const letters = lettersOf(form);
  if (letters !== form) return analyseMarked(form, analyseForm(letters, tools));
  const start: Draft = { ...NOTHING, form, writtenStems: [] };
  const draft = STEPS.reduce((word, step) => step(word, tools), start);
  // A small new object: tens of thousands are kept, and sent between threads.
  const { script, readings, fold: folds, stems, twins } = draft;
  let keys: readonly string[] | undefined;
  return {
    form,
    script,
    readings,
    fold: folds,
    stems,
    twins,
    // Costly, and asked for of names alone.
    get keys() {
      return (keys ??= keysOf(draft, tools));
    },
  };
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
