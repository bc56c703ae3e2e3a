import { randomUUID } from 'node:crypto';
import type { Filter } from '../../../indexer/filter.js';
import { createAsker } from '../../search/ask.js';
import { createFilterNames, type FilterNames } from '../../search/filter/names.js';
import { SearchRequest } from '../../search/request.js';
import type { Service } from '../../service.js';
import { FILTER_ALIASES } from './attributes.js';
import { countedFacets, facetCounts, facetsOf, type AskedFacets } from './facets.js';
import { whereOf } from './filter.js';
import { presentHits } from './hits.js';
import { totalsOf, windowOf } from './pagination.js';
import type { SearchBody } from './request.js';
import { sortOf } from './sort.js';

export type SearchParts = Pick<Service, 'engine' | 'analyzer' | 'topics' | 'lexicon' | 'metrics'>;

/** How filters read names here: as everywhere, and by the attributes that documents have. */
export const filterNames = ({
  topics,
  analyzer,
}: Pick<SearchParts, 'topics' | 'analyzer'>): FilterNames => ({
  ...createFilterNames(topics, analyzer),
  aliases: FILTER_ALIASES,
});

/** Makes the search that takes Meilisearch's parameters and gives its answers. */
export function createMeilisearchSearch(parts: SearchParts) {
  const asker = createAsker(parts);
  const names = filterNames(parts);
  const { maxHits } = parts.engine.capabilities;

  return async (asked: SearchBody, forced: Filter | undefined) => {
    const started = performance.now();
    const facets = facetsOf(asked.facets ?? []);
    const where = whereOf(asked.filter, forced, names);
    const answer = await asker.answer({
      ...toRequest(asked, facets),
      window: windowOf(asked, maxHits),
      ...(where === undefined ? {} : { only: where }),
    });
    const { total } = answer.result;
    parts.metrics.searched(total > 0);
    return {
      hits: await presentHits(answer, asked, parts),
      query: asked.q ?? '',
      processingTimeMs: Math.round(performance.now() - started),
      ...totalsOf(asked, total, maxHits),
      ...facetCounts(facets, answer.result),
      requestUid: randomUUID(),
    };
  };
}

export type MeilisearchSearch = ReturnType<typeof createMeilisearchSearch>;

/** A search as our own API has it, but for its filters and its window. */
const toRequest = (asked: SearchBody, facets: AskedFacets): SearchRequest => ({
  ...SearchRequest.parse({}),
  q: asked.q ?? '',
  sort: sortOf(asked.sort ?? []),
  matchingStrategy: asked.matchingStrategy ?? 'frequency',
  facets: countedFacets(facets),
});
