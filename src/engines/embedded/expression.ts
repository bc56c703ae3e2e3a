import type { Alternative, EngineQuery, QueryWord } from '../../../indexer/engine.js';
import type { Word } from '../../../indexer/language/word.js';
import { beginningOf } from '../../search/layers.js';
import { toTerm } from './terms.js';

const FOLDS = '{title_fold extra_fold body_fold}';
const STEMS = '{title_stem extra_stem body_stem}';
const KEYS = '{keys}';

/** A part of a query that a document has or lacks as a whole: a word, or a quoted phrase. */
export interface Unit {
  readonly from: number;
  readonly to: number;
  /** A quoted phrase is never given up. */
  readonly mandatory: boolean;
  readonly expression: string;
}

/** Words of the index as which an unknown query word is read, by position in the query. */
export type Corrections = readonly (readonly Word[])[];

const quoted = (terms: readonly string[]) => `"${terms.join(' ')}"`;
const prefixed = (terms: readonly string[]) => `${quoted(terms)} *`;
const anyOf = (expressions: readonly string[]) => `(${expressions.join(' OR ')})`;
const inColumns = (columns: string, expressions: readonly string[]) =>
  expressions.length === 0 ? [] : [`${columns} : ${anyOf(expressions)}`];

/** The units of a query as full-text expressions, made of terms of a–z and 0–9 alone. */
export function unitsOf(query: EngineQuery, corrections: Corrections): Unit[] {
  const units = query.phrases.map(({ from, to }) => ({
    from,
    to,
    mandatory: true,
    expression: phraseExpression(query.words.slice(from, to + 1).map(({ word }) => word)),
  }));
  const inPhrase = (at: number) => units.some(({ from, to }) => from <= at && at <= to);
  const words = query.words.flatMap((word, at) =>
    inPhrase(at) ? [] : [wordUnit(word, at, query.alternatives, corrections[at] ?? [])],
  );
  return [...units, ...words].sort((a, b) => a.from - b.from);
}

/** Adjacent words, as written but for diacritics. */
function phraseExpression(words: readonly Word[]): string {
  return `${FOLDS} : ${quoted(words.map((word) => toTerm(word.fold)))}`;
}

function wordUnit(
  word: QueryWord,
  at: number,
  alternatives: readonly Alternative[],
  corrections: readonly Word[],
): Unit {
  const covering = alternatives.filter(({ from, to }) => from <= at && at <= to);
  const expression = anyOf([
    ...literal(word),
    ...corrections.flatMap((correction) => stemmed(correction)),
    ...covering.map(alternativeExpression),
  ]);
  return { from: at, to: at, mandatory: false, expression };
}

/** Every way in which the word itself may stand in a document: folded, stemmed, begun, keyed. */
export function literal({ word, prefix, keyPrefixes }: QueryWord): string[] {
  const fold = [toTerm(word.fold)];
  return [
    ...inColumns(FOLDS, [prefix ? prefixed(fold) : quoted(fold)]),
    ...stemmed(word),
    ...sounds({ word, keyPrefixes }),
  ];
}

/** Names that sound like the word, or begin so. */
export const sounds = ({ word, keyPrefixes }: Pick<QueryWord, 'word' | 'keyPrefixes'>): string[] =>
  inColumns(KEYS, [
    ...word.keys.map((key) => quoted([toTerm(key)])),
    ...keyPrefixes.map((key) => prefixed([toTerm(key)])),
  ]);

/** The word in any inflection. */
export const stemmed = (word: Word) =>
  inColumns(
    STEMS,
    word.stems.map((stem) => quoted([toTerm(stem)])),
  );

/** A whole word, inflected or not. */
const spelt = (word: Word) => [
  ...inColumns(FOLDS, [quoted([toTerm(word.fold)])]),
  ...stemmed(word),
];

/**
 * Another wording of some query words. One word is met by its stem; of several, the last may be
 * inflected (Türk Dövlətləri Təşkilatının), so its beginning is enough.
 */
export function alternativeExpression({ words }: Alternative): string {
  const [first, ...rest] = words;
  if (first && rest.length === 0) return anyOf(spelt(first));
  const folds = words.map((word) => word.fold);
  const last = beginningOf(folds.pop() ?? '');
  return `${FOLDS} : ${prefixed([...folds, last].map(toTerm))}`;
}

/** What excludes a document: the word in any inflection or spelling of a name, or the phrase. */
export function exclusions(excluded: EngineQuery['excluded']): string | undefined {
  const expressions = excluded.map((words) => {
    const [first, ...rest] = words;
    if (!first || rest.length > 0) return phraseExpression(words);
    return anyOf([...spelt(first), ...sounds({ word: first, keyPrefixes: [] })]);
  });
  return expressions.length === 0 ? undefined : anyOf(expressions);
}
