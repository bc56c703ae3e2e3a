import type { Filter } from '../../../indexer/filter.js';
import { FacetValuesQuery } from '../../search/facet-values-shapes.js';
import type { Service } from '../../service.js';
import { COUNTED, type CountedFacet } from './attributes.js';
import { whereOf } from './filter.js';
import { MeilisearchProblem } from './meilisearch-problem.js';
import type { FacetSearchBody } from './request.js';
import { filterNames } from './search.js';

/** Values that are told of, the most frequent. */
const MOST_FACET_HITS = 100;

/**
 * Makes the search in a facet's values: by beginnings of their words, in any spelling and script.
 * Values are counted under the query and all of its filters.
 */
export function createFacetSearch(parts: Pick<Service, 'facetValues' | 'topics' | 'analyzer'>) {
  const names = filterNames(parts);

  return async (asked: FacetSearchBody, forced: Filter | undefined) => {
    const where = whereOf(asked.filter, forced, names);
    const { values, processingTimeMs } = await parts.facetValues({
      ...FacetValuesQuery.parse({}),
      name: facetOf(asked.facetName),
      q: asked.facetQuery ?? '',
      query: asked.q ?? '',
      limit: MOST_FACET_HITS,
      matchingStrategy: asked.matchingStrategy ?? 'frequency',
      ...(where === undefined ? {} : { only: where }),
    });
    return {
      facetHits: values.map(({ name, count }) => ({ value: name, count })),
      facetQuery: asked.facetQuery ?? null,
      processingTimeMs: Math.round(processingTimeMs),
    };
  };
}

function facetOf(name: string): CountedFacet {
  const facet = COUNTED.get(name);
  if (facet !== undefined && facet !== 'timestamp') return facet;
  const known = [...COUNTED.keys()].filter((other) => other !== 'timestamp');
  throw new MeilisearchProblem(
    'invalid_facet_search_facet_name',
    `Attribute \`${name.slice(0, 200)}\` is not facet-searchable. Available facet-searchable attributes are: \`${known.join(', ')}\`.`,
  );
}
