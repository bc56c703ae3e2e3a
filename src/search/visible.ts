import type { EngineQuery, SearchEngine } from '../../indexer/engine.js';
import type { Filter } from '../../indexer/filter.js';

/** Which of these documents a caller may see: all, or those that pass the filter of its key. */
export async function visibleOf(
  engine: Pick<SearchEngine, 'search'>,
  ids: readonly string[],
  only: Filter | undefined,
): Promise<ReadonlySet<string>> {
  if (!only || ids.length === 0) return new Set(ids);
  const where: Filter = { all: [only, { attribute: 'id', in: ids }] };
  const { hits } = await engine.search({ ...EVERYTHING, filters: { where }, limit: ids.length });
  return new Set(hits.map(({ article }) => article.id));
}

/** Whether a caller may see a document. */
export const isVisible = async (
  engine: Pick<SearchEngine, 'search'>,
  id: string,
  only: Filter | undefined,
): Promise<boolean> => (await visibleOf(engine, [id], only)).has(id);

/** A query that every document meets. */
export const EVERYTHING: EngineQuery = {
  words: [],
  alternatives: [],
  phrases: [],
  excluded: [],
  typos: false,
  matching: 'all',
  filters: {},
  sort: 'relevance',
  offset: 0,
  limit: 0,
  facets: [],
};
