import type { EngineResult, SearchEngine, WordReport } from '../../indexer/engine.js';
import type { Filter } from '../../indexer/filter.js';
import type { Word } from '../../indexer/language/word.js';
import { EVERYTHING } from './visible.js';

/**
 * What was made of the words of a query, for a caller that may see some documents only: it is told
 * of no other word of the index than those of its own documents.
 */
export async function wordsInScope(
  reports: readonly WordReport[],
  only: Filter | undefined,
  engine: Pick<SearchEngine, 'search'>,
): Promise<EngineResult['words']> {
  const meant = reports.flatMap(({ corrections, proposals }) => [...corrections, ...proposals]);
  if (!only || meant.length === 0) return reports;
  const words = [...new Map(meant.map((word) => [word.form, word])).values()];
  const there = await Promise.all(words.map((word) => stands(word, only, engine)));
  const told = new Set(words.filter((_, at) => there[at]).map(({ form }) => form));
  const keep = (some: readonly Word[]) => some.filter(({ form }) => told.has(form));
  return reports.map((report) => ({
    ...report,
    corrections: keep(report.corrections),
    proposals: keep(report.proposals),
    doubtful: report.doubtful && keep(report.proposals.slice(0, 1)).length > 0,
  }));
}

/** Whether a document that passes the filter has the word itself; the best match comes first. */
async function stands(
  word: Word,
  only: Filter,
  engine: Pick<SearchEngine, 'search'>,
): Promise<boolean> {
  const { hits } = await engine.search({
    ...EVERYTHING,
    words: [{ text: word.form, word, prefix: false, keyPrefixes: [], name: false }],
    filters: { where: only },
    limit: 1,
  });
  const layer = hits[0]?.layers[0];
  return layer === 'exact' || layer === 'fold';
}
