import type { EngineResult, FacetValue } from '../../indexer/engine.js';
import { formatBaku } from '../../indexer/extraction/baku-time.js';
import { ENGINE_FACET, histogramOf } from './histogram.js';
import type { RequestFacet, SearchRequest } from './request.js';
import type { SearchResponse } from './response.js';

type Facets = Pick<SearchResponse, 'facetDistribution' | 'facetNames' | 'facetStats'>;

/** Facets whose values are dates: with these the span of dates is told. */
const OF_DATES: readonly RequestFacet[] = ['year', 'month', 'date:day', 'date:month', 'date:year'];

/** The facets of an answer; `dated` is the result that histograms are made of. */
export function presentFacets(
  result: EngineResult,
  dated: EngineResult,
  request: SearchRequest,
): Facets {
  const counted = request.facets.map((facet) => {
    const histogram = histogramOf(facet, dated, request);
    const values = histogram?.buckets ?? result.facets[ENGINE_FACET[facet]] ?? [];
    return { facet, values, omitted: histogram?.omitted ?? 0 };
  });
  const ofDates = request.facets.some((facet) => OF_DATES.includes(facet));
  const stats = ofDates ? statsOf(dated, Math.max(...counted.map(({ omitted }) => omitted))) : {};
  return {
    facetDistribution: byFacet(counted, ({ count }) => count),
    facetNames: byFacet(counted, ({ name }) => name),
    ...stats,
  };
}

function statsOf({ dates }: EngineResult, omitted: number): Pick<Facets, 'facetStats'> {
  const min = dates && formatBaku(dates.first * 1000);
  const max = dates && formatBaku(dates.last * 1000);
  if (min === undefined || max === undefined) return { facetStats: {} };
  return {
    facetStats: { date: { min, max, ...(omitted > 0 ? { bucketsOmitted: omitted } : {}) } },
  };
}

interface Counted {
  readonly facet: RequestFacet;
  readonly values: readonly FacetValue[];
}

/** Per facet, an object from value to what `of` gives of it, where it gives something. */
function byFacet<Value>(
  counted: readonly Counted[],
  of: (facet: FacetValue) => Value | undefined,
): Partial<Record<RequestFacet, Record<string, Value>>> {
  const filled = counted.map(({ facet, values }) => {
    const pairs = values.flatMap((value): [string, Value][] => {
      const found = of(value);
      return found === undefined ? [] : [[value.value, found]];
    });
    return [facet, Object.fromEntries(pairs)] as const;
  });
  return Object.fromEntries(filled);
}
