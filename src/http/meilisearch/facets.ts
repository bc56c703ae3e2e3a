import type { EngineResult, FacetValue } from '../../../indexer/engine.js';
import { COUNTED, type CountedFacet } from './attributes.js';
import { MeilisearchProblem } from './meilisearch-problem.js';

/** Values of a facet that are told, the most frequent or the newest. */
export const MOST_FACET_VALUES = 500;

/** Facets under the names by which they were asked for. */
export type AskedFacets = ReadonlyMap<string, CountedFacet | 'timestamp'>;

/**
 * The facets that a list names; `*` is all.
 *
 * @example facetsOf(['topics']) // Map { 'topics' => 'topic' }
 * @throws MeilisearchProblem `invalid_search_facets`
 */
export function facetsOf(names: readonly string[]): AskedFacets {
  const wanted = names.flatMap((name) => (name === '*' ? ALL : [name]));
  return new Map(wanted.map((name) => [name, facetOf(name)]));
}

/** Without the second name of one. */
const ALL = [...COUNTED.keys()].filter((name) => name !== 'topics');

function facetOf(name: string): CountedFacet | 'timestamp' {
  const facet = COUNTED.get(name);
  if (facet !== undefined) return facet;
  throw new MeilisearchProblem(
    'invalid_search_facets',
    `Invalid facet distribution: Attribute \`${name}\` is not filterable. Available filterable attributes are: \`${[...COUNTED.keys()].join(', ')}\`.`,
  );
}

/** What the engine has to count: it tells the ends of time when it counts years. */
export const countedFacets = (asked: AskedFacets): CountedFacet[] => [
  ...new Set([...asked.values()].map((facet) => (facet === 'timestamp' ? 'year' : facet))),
];

export interface FacetCounts {
  readonly facetDistribution: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly facetStats: Readonly<Record<string, { readonly min: number; readonly max: number }>>;
}

/**
 * Counts by the names that readers see; nothing when no facet was asked for. The distribution of
 * `timestamp` is empty: it is there since clients look there for what has statistics.
 */
export function facetCounts(
  asked: AskedFacets,
  { facets, dates }: Pick<EngineResult, 'facets' | 'dates'>,
): FacetCounts | undefined {
  if (asked.size === 0) return undefined;
  const distribution = [...asked].map(
    ([name, facet]) =>
      [name, facet === 'timestamp' ? {} : countByName(facets[facet] ?? [])] as const,
  );
  const stats = [...asked].flatMap(([name, facet]) => {
    if (facet === 'timestamp')
      return dates ? [[name, { min: dates.first, max: dates.last }] as const] : [];
    const years = facet === 'year' ? (facets.year ?? []).map(({ value }) => Number(value)) : [];
    return years.length === 0
      ? []
      : [[name, { min: Math.min(...years), max: Math.max(...years) }] as const];
  });
  return {
    facetDistribution: Object.fromEntries(distribution),
    facetStats: Object.fromEntries(stats),
  };
}

const countByName = (values: readonly FacetValue[]): Record<string, number> =>
  Object.fromEntries(
    values.slice(0, MOST_FACET_VALUES).map(({ value, name, count }) => [name ?? value, count]),
  );
