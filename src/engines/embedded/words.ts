import { z } from 'zod';
import type { EngineQuery, Layer, QueryWord, WordReport } from '../../../indexer/engine.js';
import type { Analyzer } from '../../../indexer/language/analyzer.js';
import type { Word } from '../../../indexer/language/word.js';
import type { Connection } from './database.js';
import { alternativeExpression, literal, sounds, stemmed } from './expression.js';
import type { Snapshot } from './snapshot.js';

const isInPhrase = ({ phrases }: EngineQuery, at: number) =>
  phrases.some(({ from, to }) => from <= at && at <= to);
const covering = ({ alternatives }: EngineQuery, at: number) =>
  alternatives.filter(({ from, to }) => from <= at && at <= to);

/** What the index makes of each query word: whether it knows it, and else what was meant. */
export function reportWords(
  query: EngineQuery,
  snapshot: Snapshot,
  analyzer: Analyzer,
): WordReport[] {
  return query.words.map((word, at) => {
    if (isInPhrase(query, at))
      return { known: true, sounded: false, layersTried: ['exact', 'fold'], corrections: [] };
    const { connection } = snapshot;
    const known = isKnown(query, at, connection);
    const sounded = !known && sounds(word).some((expression) => hasMatch(connection, expression));
    const corrections = known || !query.typos ? [] : correct(word, snapshot, analyzer);
    return { known, sounded, layersTried: layersTried(query, at, corrections), corrections };
  });
}

function isKnown(query: EngineQuery, at: number, connection: Connection): boolean {
  const word = query.words[at];
  const wordings = covering(query, at).map(alternativeExpression);
  // A name key alone is no knowledge of the word: it may be a misspelling that sounds alike.
  const spelt = word ? literal({ ...word, word: { ...word.word, keys: [] }, keyPrefixes: [] }) : [];
  return [...spelt, ...wordings].some((expression) => hasMatch(connection, expression));
}

const One = z.tuple([z.literal(1)]);

function hasMatch(connection: Connection, expression: string): boolean {
  return (
    connection.one(One, 'SELECT 1 FROM fts WHERE fts MATCH ? LIMIT 1', expression) !== undefined
  );
}

/** A year, a sum, the number of a law are never misspelt words. */
const hasDigit = ({ word }: QueryWord) => /\d/.test(word.fold);

/** Words of removed documents stay in the vocabulary until a rebuild; they correct nothing. */
function correct(typed: QueryWord, { typos, connection }: Snapshot, analyzer: Analyzer): Word[] {
  if (hasDigit(typed)) return [];
  typos.refresh(connection);
  const words = typos.nearest(typed.word.fold).map((fold) => analyzer.word(fold));
  return words.filter((word) =>
    stemmed(word).some((expression) => hasMatch(connection, expression)),
  );
}

function layersTried(query: EngineQuery, at: number, corrections: readonly Word[]): Layer[] {
  const word = query.words[at];
  return [
    'exact',
    'fold',
    'stem',
    ...(covering(query, at).length > 0 ? (['synonym'] as const) : []),
    ...(word?.prefix ? (['prefix'] as const) : []),
    ...(word && word.word.keys.length > 0 ? (['key'] as const) : []),
    ...(corrections.length > 0 ? (['typo'] as const) : []),
  ];
}
