import { z } from 'zod';
import type { EngineQuery, QueryWord, WordReport } from '../../../indexer/engine.js';
import type { Analyzer } from '../../../indexer/language/analyzer.js';
import type { Word } from '../../../indexer/language/word.js';
import { stemmed, type Condition } from '../condition.js';
import type { Connection } from '../database.js';
import { literalReport, mayBeMisspelt, questionsOf, reportOf } from '../reports.js';
import { toExpression } from './expression.js';
import type { Snapshot } from './snapshot.js';

/** What the index makes of each query word: whether it knows it, and else what was meant. */
export function reportWords(
  query: EngineQuery,
  snapshot: Snapshot,
  analyzer: Analyzer,
): WordReport[] {
  const { connection } = snapshot;
  return query.words.map((word, at) => {
    const questions = questionsOf(query, at);
    if (!questions) return literalReport;
    const known = hasMatch(connection, questions.spelt);
    const sounded = !known && hasMatch(connection, questions.sounds);
    const corrections = known || !query.typos ? [] : correct(word, snapshot, analyzer);
    return reportOf(query, at, { known, sounded, corrections });
  });
}

const One = z.tuple([z.literal(1)]);
const SOME_MATCH = 'SELECT 1 FROM fts WHERE fts MATCH ? LIMIT 1';

const hasMatch = (connection: Connection, condition: Condition): boolean =>
  connection.one(One, SOME_MATCH, toExpression(condition)) !== undefined;

/** Words of removed documents stay in the vocabulary until a rebuild; they correct nothing. */
function correct(typed: QueryWord, { typos, connection }: Snapshot, analyzer: Analyzer): Word[] {
  if (!mayBeMisspelt(typed)) return [];
  typos.refresh(connection);
  const words = typos.nearest(typed.word.fold).map((fold) => analyzer.word(fold));
  return words.filter((word) => hasMatch(connection, { any: stemmed(word) }));
}
