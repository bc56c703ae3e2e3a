import type { EngineQuery, Layer, QueryWord, WordReport } from '../../indexer/engine.js';
import type { Word } from '../../indexer/language/word.js';
import { alternativeCondition, covering, literal, sounds, type Condition } from './condition.js';

/** What an engine is asked of a query word before it is looked for. */
export interface WordQuestions {
  /** The index knows the word when some document meets one of these. */
  readonly spelt: Condition;
  /** Names in the index sound like it when some document meets one of these. */
  readonly sounds: Condition;
}

/** The questions about the word at a place of the query; none about a word inside quotes. */
export function questionsOf(query: EngineQuery, at: number): WordQuestions | undefined {
  const word = query.words[at];
  if (!word || covering(query.phrases, at).length > 0) return undefined;
  const wordings = covering(query.alternatives, at).map(alternativeCondition);
  // A name key alone is no knowledge of the word: it may be a misspelling that sounds alike.
  const keyless = { ...word, word: { ...word.word, keys: [] }, keyPrefixes: [] };
  return { spelt: { any: [...literal(keyless), ...wordings] }, sounds: { any: sounds(word) } };
}

/** A year, a sum, the number of a law are never misspelt words. */
export const mayBeMisspelt = ({ word }: QueryWord): boolean => !/\d/.test(word.fold);

/** What was found out about the word at a place of the query. */
export function reportOf(
  query: EngineQuery,
  at: number,
  found: Pick<WordReport, 'known' | 'sounded' | 'corrections'>,
): WordReport {
  return { ...found, layersTried: layersTried(query, at, found.corrections) };
}

/** Inside quotes a word is taken as it is. */
export const literalReport: WordReport = {
  known: true,
  sounded: false,
  layersTried: ['exact', 'fold'],
  corrections: [],
};

function layersTried(query: EngineQuery, at: number, corrections: readonly Word[]): Layer[] {
  const word = query.words[at];
  return [
    'exact',
    'fold',
    'stem',
    ...(covering(query.alternatives, at).length > 0 ? (['synonym'] as const) : []),
    ...(word?.prefix ? (['prefix'] as const) : []),
    ...(word && word.word.keys.length > 0 ? (['key'] as const) : []),
    ...(corrections.length > 0 ? (['typo'] as const) : []),
  ];
}
