import { nameKeys } from './name-key.js';
import type { Stemmer } from './stem/stemmer.js';
import { unique } from './unique.js';
import type { Word } from './word.js';

/** What is longer (a hash, a line without spaces) is no name, and its keys would cost much time. */
const LONGEST_NAME = 60;

/** Three symbols say enough of a word as it stands, but not of what endings may have left. */
const SHORT_KEY = 3;

export type Spelt = Pick<Word, 'form' | 'script' | 'readings'>;
export type Forms = Pick<Word, 'fold' | 'stems' | 'twins'>;

/**
 * A word that finds its name keys when asked: they are costly, and asked for of names alone. Tens of
 * thousands of words are kept and their fields read all the time, so they must have one shape: a
 * getter in a literal would give each its own, thrice as large. `keys` is a property of the word
 * itself, so that copies of the word have it.
 */
export class AnalysedWord implements Word {
  readonly form;
  readonly script;
  readonly readings;
  readonly fold;
  readonly stems;
  readonly twins;
  declare readonly keys: readonly string[];
  #keys: readonly string[] | undefined;
  readonly #written: readonly string[];
  readonly #stemmer: Stemmer;

  static readonly #lazyKeys: PropertyDescriptor & ThisType<AnalysedWord> = {
    enumerable: true,
    configurable: true,
    get() {
      return (this.#keys ??= keysOf(this, this.#written, this.#stemmer));
    },
  };

  /** `written` are the stems of the readings with their diacritics. */
  constructor(spelt: Spelt, forms: Forms, written: readonly string[], stemmer: Stemmer) {
    this.form = spelt.form;
    this.script = spelt.script;
    this.readings = spelt.readings;
    this.fold = forms.fold;
    this.stems = forms.stems;
    this.twins = forms.twins;
    this.#written = written;
    this.#stemmer = stemmer;
    Object.defineProperty(this, 'keys', AnalysedWord.#lazyKeys);
  }
}

/** Names are inflected too: the stem and what it may be a form of have keys of their own. */
function keysOf(spelt: Spelt, written: readonly string[], stemmer: Stemmer): readonly string[] {
  const { form, script, readings } = spelt;
  if (script === 'Arab' || form.length > LONGEST_NAME) return [];
  const inner = unique([...written, ...readings.flatMap((reading) => stemmer.names(reading))]);
  const innerKeys = inner
    .filter((rest) => rest !== form)
    .flatMap((rest) => nameKeys(rest, 'Latn'))
    .filter((key) => key.length > SHORT_KEY);
  return unique([...nameKeys(form, script), ...innerKeys]);
}
