import type { SearchEngine } from '../../../indexer/engine.js';
import type { Filter } from '../../../indexer/filter.js';
import { EVERYTHING, visibleOf } from '../visible.js';
import type { SuggestRequest } from './request.js';
import type { Suggestion, SuggestResponse } from './response.js';
import type { Suggester } from './suggester.js';

/** More are looked at than are given, since some are not for this caller. */
const LOOKED_AT = 20;

/**
 * Suggestions for a caller that may see some documents only: titles of those, and authors and topics
 * that they have, counted among them. Phrases are gathered from all titles, so that none is given.
 */
export async function suggestWithin(
  request: SuggestRequest,
  only: Filter,
  { suggest }: Suggester,
  engine: Pick<SearchEngine, 'search'>,
): Promise<SuggestResponse> {
  const kinds = request.kinds.filter((kind) => kind !== 'phrase');
  const all = await suggest({ ...request, kinds, limit: LOOKED_AT });
  const titles = all.suggestions.flatMap(({ kind, id }) => (kind === 'title' && id ? [id] : []));
  const visible = await visibleOf(engine, titles, only);
  const { facets } = await engine.search({
    ...EVERYTHING,
    filters: { where: only },
    facets: ['author', 'topic'],
  });
  const inScope = (suggestion: Suggestion): Suggestion[] => {
    const { kind, id = '' } = suggestion;
    if (kind === 'title') return visible.has(id) ? [suggestion] : [];
    if (kind === 'phrase') return [];
    const found = facets[kind]?.find(({ value }) => value === id);
    return found ? [{ ...suggestion, count: found.count }] : [];
  };
  return { ...all, suggestions: all.suggestions.flatMap(inScope).slice(0, request.limit) };
}
