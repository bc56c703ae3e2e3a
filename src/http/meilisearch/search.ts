import { randomUUID } from 'node:crypto';
import type { Filter } from '../../../indexer/filter.js';
import { createFilterNames, type FilterNames } from '../../search/filter/names.js';
import type { Terms } from '../../search/answerer.js';
import type { Service } from '../../service.js';
import { FILTER_ALIASES } from './attributes.js';
import { countedFacets, facetCounts, facetsOf } from './facets.js';
import { whereOf } from './filter.js';
import { presentHits } from './hits.js';
import { totalsOf, windowOf } from './pagination.js';
import type { SearchBody } from './request.js';
import { sortOf } from './sort.js';

export type SearchParts = Pick<Service, 'answerer' | 'engine' | 'analyzer' | 'topics' | 'metrics'>;

/** How filters read names here: as everywhere, and by the attributes that documents have. */
export const filterNames = ({ topics, analyzer }: SearchParts): FilterNames => ({
  ...createFilterNames(topics, analyzer),
  aliases: FILTER_ALIASES,
});

/** Makes the search that takes Meilisearch's parameters and gives its answers. */
export function createMeilisearchSearch(parts: SearchParts) {
  const names = filterNames(parts);
  const { maxHits } = parts.engine.capabilities;

  return async (asked: SearchBody, forced: Filter | undefined) => {
    const started = performance.now();
    const facets = facetsOf(asked.facets ?? []);
    const where = whereOf(asked.filter, forced, names);
    const terms: Terms = {
      matching: asked.matchingStrategy ?? 'frequency',
      filters: where ? { where } : {},
      sort: sortOf(asked.sort ?? []),
      ...windowOf(asked, maxHits),
      facets: countedFacets(facets),
    };
    const query = asked.q ?? '';
    const answer = await parts.answerer.answer(query, terms);
    const { total } = answer.result;
    parts.metrics.searched(total > 0);
    return {
      hits: await presentHits(answer, asked, parts),
      query,
      processingTimeMs: Math.round(performance.now() - started),
      ...totalsOf(asked, total, maxHits),
      ...facetCounts(facets, answer.result),
      requestUid: randomUUID(),
    };
  };
}

export type MeilisearchSearch = ReturnType<typeof createMeilisearchSearch>;
