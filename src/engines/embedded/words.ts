import { z } from 'zod';
import type { EngineQuery, QueryWord, WordReport } from '../../../indexer/engine.js';
import type { Analyzer } from '../../../indexer/language/analyzer.js';
import type { Condition } from '../condition.js';
import type { Connection } from '../database.js';
import {
  literalReport,
  mayBeMisspelt,
  questionsOf,
  readMisspelt,
  reportOf,
  type MeantWord,
} from '../reports.js';
import type { EngineSettings } from '../settings.js';
import { toExpression } from './expression.js';
import type { Snapshot } from './snapshot.js';

/** What the index makes of each query word: whether it knows it, and else what was meant. */
export function reportWords(
  query: EngineQuery,
  snapshot: Snapshot,
  analyzer: Analyzer,
  { typos }: EngineSettings,
): WordReport[] {
  const { connection } = snapshot;
  return query.words.map((word, at) => {
    const questions = questionsOf(query, at);
    if (!questions) return literalReport;
    const known = countUpTo(1, connection, questions.spelt) > 0;
    const sounded = !known && countUpTo(1, connection, questions.sounds) > 0;
    const documents = countUpTo(typos.rareBelow, connection, questions.typed);
    const near =
      query.typos && documents < typos.rareBelow ? meantWords(word, snapshot, analyzer) : [];
    const read = readMisspelt(near, word.word, { known, documents }, typos);
    return reportOf(query, at, { known, sounded, ...read });
  });
}

const Count = z.tuple([z.int()]);
const COUNT_SOME = 'SELECT count(*) FROM (SELECT 1 FROM fts WHERE fts MATCH ? LIMIT ?)';

const countUpTo = (most: number, connection: Connection, condition: Condition): number =>
  connection.one(Count, COUNT_SOME, toExpression(condition), most)?.[0] ?? 0;

function meantWords(
  typed: QueryWord,
  { typos, connection }: Snapshot,
  analyzer: Analyzer,
): MeantWord[] {
  if (!mayBeMisspelt(typed)) return [];
  typos.refresh(connection);
  return typos
    .likeliest(typed.word.fold, connection)
    .map((known) => ({ ...known, word: analyzer.word(known.fold) }));
}
