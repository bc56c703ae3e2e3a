import type { Analyzer } from '../../../indexer/language/analyzer.js';
import { fold } from '../../../indexer/language/fold.js';
import { lettersOf } from '../../../indexer/language/twins.js';
import { completionKeys } from '../../../indexer/language/word.js';
import type { Term } from './term-book.js';

/** A word as it was typed so far. */
export interface TypedWord {
  readonly form: string;
  /** Its Latin readings in plain letters. */
  readonly folds: readonly string[];
  /** It has letters that plain ones do not have: who typed them means them. */
  readonly marked: boolean;
  readonly stems: readonly string[];
  readonly keys: readonly string[];
  /** Only its beginning was typed. */
  readonly prefix: boolean;
  /** Keys with which the name key of a completion may begin. */
  readonly keyPrefixes: readonly string[];
  /** Beginnings in which a was typed for ə, of words too short for a key. */
  readonly loose: readonly string[];
}

/** How a word is met: 0 as typed, 1 but for diacritics or endings, 2 as a name that sounds like it. */
export type Level = 0 | 1 | 2;

/** More words say no more. */
const MOST_WORDS = 8;
/** Of a shorter stem what looks like its ending may be the beginning of a longer word. */
const LEAST_FOR_STEMS = 4;
const MOST_LOOSE = 3;

/** Which words may be but beginnings: the last, unless something follows it, or all. */
export type OpenWords = 'last' | 'all';

/** The words that were typed. */
export function readTyped(q: string, analyzer: Analyzer, open: OpenWords = 'last'): TypedWord[] {
  const { tokens } = analyzer.analyze(q);
  const isOpen = /[\p{L}\p{N}\p{M}]$/u.test(q);
  return tokens.slice(0, MOST_WORDS).map(({ word }, at, { length }) => {
    const prefix = open === 'all' || (isOpen && at === length - 1);
    const folds = [...new Set([lettersOf(word.fold), ...word.readings.map(fold)])];
    return {
      form: word.form,
      folds,
      marked: word.script === 'Latn' && !folds.includes(word.form),
      stems: prefix ? word.stems.filter((stem) => stem.length >= LEAST_FOR_STEMS) : word.stems,
      keys: word.keys,
      prefix,
      keyPrefixes: prefix ? completionKeys(word) : [],
      loose: prefix && word.form.length <= MOST_LOOSE ? folds.flatMap(withSchwa) : [],
    };
  });
}

/** Beginnings that are spelt with a where Azerbaijani has ə: Aliyev, Mamedov. */
const withSchwa = (letters: string): string[] =>
  letters.includes('a')
    ? [...new Set([letters.replace('a', 'e'), letters.replaceAll('a', 'e')])]
    : [];

/** How a word that was typed meets a word of a text; undefined when it does not. */
export function levelOf(typed: TypedWord, term: Term): Level | undefined {
  const { form, folds, prefix, marked } = typed;
  const begins = (whole: string, part: string) =>
    prefix ? whole.startsWith(part) : whole === part;
  if (begins(term.form, form)) return 0;
  if (folds.some((letters) => begins(term.letters, letters))) return marked ? 1 : 0;
  if (typed.stems.some((stem) => term.stems.includes(stem))) return 1;
  return soundsLike(typed, term) ? 2 : undefined;
}

function soundsLike(typed: TypedWord, term: Term): boolean {
  const { form, keys, keyPrefixes, loose } = typed;
  if (term.keys.some((key) => keys.includes(key))) return true;
  // Əli is no completion of Əliy, though its key is one of its beginnings; but kh and sh are a letter.
  const isLonger = term.form.length >= form.replaceAll('h', '').length;
  const begins = (key: string) => keyPrefixes.some((prefix) => key.startsWith(prefix));
  if (isLonger && term.keys.some(begins)) return true;
  return term.keys.length > 0 && loose.some((letters) => isSchwaOf(letters, term));
}

/** The letters begin the word, and some e of theirs is its ə. */
const isSchwaOf = (letters: string, { form, letters: whole }: Term): boolean =>
  whole.startsWith(letters) && form.slice(0, letters.length).includes('ə');
