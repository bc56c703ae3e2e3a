import type { FacetName } from '../../../indexer/engine.js';
import type { Filter } from '../../../indexer/filter.js';
import { findMarks } from '../../search/highlight.js';
import { soughtWords } from '../../search/layers.js';
import { COUNTED } from './attributes.js';
import { whereOf } from './filter.js';
import { MeilisearchProblem } from './meilisearch-problem.js';
import type { FacetSearchBody } from './request.js';
import { filterNames, type SearchParts } from './search.js';

/** Values that are told of, the most frequent. */
const MOST_FACET_HITS = 100;

/**
 * Makes the search in a facet's values: every word must meet a word of the value, in any spelling
 * and inflection, the last as a beginning. Values are counted under query and filters.
 */
export function createFacetSearch(parts: SearchParts) {
  const names = filterNames(parts);

  return async (asked: FacetSearchBody, forced: Filter | undefined) => {
    const started = performance.now();
    const facet = facetOf(asked.facetName);
    const where = whereOf(asked.filter, forced, names);
    const { result } = await parts.answerer.answer(asked.q ?? '', {
      matching: asked.matchingStrategy ?? 'frequency',
      filters: where ? { where } : {},
      sort: 'relevance',
      offset: 0,
      limit: 0,
      facets: [facet],
    });
    const isMeant = createValueTest(asked.facetQuery ?? '', parts);
    const facetHits = (result.facets[facet] ?? [])
      .map(({ value, name, count }) => ({ value: name ?? value, count }))
      .filter(({ value }) => isMeant(value))
      .slice(0, MOST_FACET_HITS);
    return {
      facetHits,
      facetQuery: asked.facetQuery ?? null,
      processingTimeMs: Math.round(performance.now() - started),
    };
  };
}

/**
 * Whether a value is one that is searched for.
 *
 * @example createValueTest('rehim', parts)('Aysel Rəhimli') // true
 */
export function createValueTest(
  typed: string,
  { answerer, analyzer }: Pick<SearchParts, 'answerer' | 'analyzer'>,
): (value: string) => boolean {
  const read = answerer.read(typed);
  const sought = { words: soughtWords(read, []), alternatives: [] };
  const begins = typed.trim().toLowerCase();
  return (value) => {
    if (value.toLowerCase().startsWith(begins)) return true;
    const met = new Set(findMarks(value, sought, analyzer).flatMap(({ words }) => words));
    return met.size > 0 && met.size === sought.words.length;
  };
}

function facetOf(name: string): FacetName {
  const facet = COUNTED.get(name);
  if (facet !== undefined && facet !== 'timestamp') return facet;
  const known = [...COUNTED.keys()].filter((other) => other !== 'timestamp');
  throw new MeilisearchProblem(
    'invalid_facet_search_facet_name',
    `Attribute \`${name.slice(0, 200)}\` is not facet-searchable. Available facet-searchable attributes are: \`${known.join(', ')}\`.`,
  );
}
