import type { Alternative, EngineQuery, QueryWord } from '../../indexer/engine.js';
import type { Word } from '../../indexer/language/word.js';
import type { EngineSettings } from './settings.js';

/**
 * What a document must have to match, free of any engine's query language; each engine compiles it.
 */
export type Condition =
  /** Either of these; of none, nothing matches. */
  | { readonly any: readonly Condition[] }
  /** A word of the document, in this of its analysed shapes, is this one or begins so. */
  | { readonly shape: Shape; readonly value: string; readonly begins: boolean }
  /** Folded words side by side in one field. */
  | { readonly phrase: readonly string[] }
  /** Another wording, of several words: a phrase whose last word may be inflected. */
  | ({ readonly wording: readonly string[] } & Pick<LookedUp, 'heldBy'>);

/** A wording for whose documents an engine has looked, since they do not say that they hold it. */
export interface LookedUp extends Alternative {
  /** Numbers of such documents. */
  readonly heldBy?: readonly number[];
}

export type Shape = 'fold' | 'stem' | 'key';

/** A part of a query that a document has or lacks as a whole: a word, or a quoted phrase. */
export interface Unit {
  readonly from: number;
  readonly to: number;
  /** A quoted phrase is never given up. */
  readonly mandatory: boolean;
  /** A word that tells little, however rare it is. */
  readonly light: boolean;
  readonly condition: Condition;
}

/** Words of the index as which an unknown query word is read, by position in the query. */
export type Corrections = readonly (readonly Word[])[];

/** The stretches of a query that hold one of its words: phrases, or other wordings. */
export const covering = <Span extends { readonly from: number; readonly to: number }>(
  spans: readonly Span[],
  at: number,
): Span[] => spans.filter(({ from, to }) => from <= at && at <= to);

/** The units of a query, in its order. */
export function unitsOf(query: EngineQuery, corrections: Corrections): Unit[] {
  const phrases = query.phrases.map(({ from, to }) => ({
    from,
    to,
    mandatory: true,
    light: false,
    condition: phraseOf(query.words.slice(from, to + 1).map(({ word }) => word)),
  }));
  const words = query.words.flatMap((word, at) =>
    covering(query.phrases, at).length > 0
      ? []
      : [wordUnit(word, at, query.alternatives, corrections[at] ?? [])],
  );
  return [...phrases, ...words].sort((a, b) => a.from - b.from);
}

/** What a unit tells that so many of the documents have: the rarer, the more. */
export function informationOf(
  { light }: Unit,
  having: number,
  documents: number,
  { bm25 }: EngineSettings,
): number {
  return (light ? bm25.light : 1) * Math.log(1 + documents / (having + 0.5));
}

/** Adjacent words, as written but for diacritics. */
const phraseOf = (words: readonly Word[]): Condition => ({
  phrase: words.map(({ fold }) => fold),
});

function wordUnit(
  word: QueryWord,
  at: number,
  alternatives: readonly Alternative[],
  corrections: readonly Word[],
): Unit {
  const any = [
    ...literal(word),
    ...corrections.flatMap(stemmed),
    ...covering(alternatives, at).map(alternativeCondition),
  ];
  return { from: at, to: at, mandatory: false, light: word.light === true, condition: { any } };
}

/** Every way in which the word itself may stand in a document: folded, stemmed, begun, keyed. */
export const literal = ({ word, prefix, keyPrefixes }: QueryWord): Condition[] => [
  { shape: 'fold', value: word.fold, begins: prefix },
  ...stemmed(word),
  ...sounds({ word, keyPrefixes }),
];

/** Names that sound like the word, or begin so. */
export const sounds = ({ word, keyPrefixes }: Pick<QueryWord, 'word' | 'keyPrefixes'>) => [
  ...word.keys.map((value): Condition => ({ shape: 'key', value, begins: false })),
  ...keyPrefixes.map((value): Condition => ({ shape: 'key', value, begins: true })),
];

/** The word in any inflection. */
export const stemmed = ({ stems }: Word): Condition[] =>
  stems.map((value) => ({ shape: 'stem', value, begins: false }));

/** A whole word, inflected or not. */
const spelt = (word: Word): Condition[] => [
  { shape: 'fold', value: word.fold, begins: false },
  ...stemmed(word),
];

/**
 * Another wording of some query words. One word is met by its stem; of several, the last may be
 * inflected (Türk Dövlətləri Təşkilatının).
 */
export function alternativeCondition({ words, heldBy }: LookedUp): Condition {
  const [first, ...rest] = words;
  if (first && rest.length === 0) return { any: spelt(first) };
  return { wording: words.map(({ fold }) => fold), ...(heldBy ? { heldBy } : {}) };
}

/** What excludes a document: the word in any inflection or spelling of a name, or the phrase. */
export function exclusions(excluded: EngineQuery['excluded']): Condition {
  const any = excluded.map((words): Condition => {
    const [first, ...rest] = words;
    if (!first || rest.length > 0) return phraseOf(words);
    return { any: [...spelt(first), ...sounds({ word: first, keyPrefixes: [] })] };
  });
  return { any };
}
