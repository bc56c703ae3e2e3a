import type { Token } from '../../../indexer/language/analyzer.js';
import { lettersOf } from '../../../indexer/language/twins.js';
import type { Word } from '../../../indexer/language/word.js';
import type { Pace } from './pace.js';

/** A word of the texts that are suggested, as what is typed is compared with it. */
export interface Term {
  /** In small letters. */
  readonly form: string;
  /** In plain letters. */
  readonly letters: string;
  readonly stems: readonly string[];
  /** Name keys; none of a word that is mostly written otherwise than as a name. */
  readonly keys: readonly string[];
}

/** Gives every word form its number, from 0 on. */
export interface TermBook {
  numberOf(token: Token): number;
  /** How often words with the stem of this one were seen. */
  timesOf(number: number): number;
  /** Number of the word's likeliest stem. */
  stemOf(number: number): number;
  wordOf(number: number): Word | undefined;
  terms(pace: Pace): Promise<Term[]>;
}

interface Seen {
  readonly word: Word;
  readonly stem: number;
  times: number;
  asName: number;
}

export function createTermBook(): TermBook {
  const numbers = new Map<string, number>();
  const seen: Seen[] = [];
  const stems = new Map<string, number>();
  const times: number[] = [];

  function add({ word }: Token): number {
    const [stem = word.fold] = word.stems;
    const known = stems.get(stem) ?? stems.size;
    stems.set(stem, known);
    numbers.set(word.form, seen.length);
    seen.push({ word, stem: known, times: 0, asName: 0 });
    return seen.length - 1;
  }

  return {
    numberOf: (token) => {
      const number = numbers.get(token.word.form) ?? add(token);
      const entry = seen[number];
      if (entry) {
        entry.times++;
        if (token.name) entry.asName++;
        times[entry.stem] = (times[entry.stem] ?? 0) + 1;
      }
      return number;
    },
    timesOf: (number) => times[seen[number]?.stem ?? -1] ?? 0,
    stemOf: (number) => seen[number]?.stem ?? 0,
    wordOf: (number) => seen[number]?.word,
    terms: async (pace) => {
      const terms: Term[] = [];
      for (const entry of seen) {
        terms.push(termOf(entry));
        if (pace.isDue()) await pace.rest();
      }
      return terms;
    },
  };
}

function termOf({ word, times, asName }: Seen): Term {
  return {
    form: word.form,
    letters: lettersOf(word.fold),
    stems: word.stems,
    keys: 2 * asName > times ? word.keys : [],
  };
}
