import type { EngineResult, FacetName, FacetValue } from '../../indexer/engine.js';
import type { Analyzer } from '../../indexer/language/analyzer.js';
import { presentHit, type HitTools } from './hit.js';
import { soughtWords } from './layers.js';
import type { SearchRequest } from './request.js';
import type { QueryReport, SearchResponse } from './response.js';
import type { UnderstoodQuery } from './understand.js';

/** What the engine answered to a query as it was understood. */
export interface Answer {
  readonly read: UnderstoodQuery;
  readonly result: EngineResult;
  readonly layout?: QueryReport['layout'];
}

/** An answer in the words of the API, but for what only the caller knows. */
export function presentAnswer(
  answer: Answer,
  request: SearchRequest,
  tools: HitTools,
): Omit<SearchResponse, 'totalPages' | 'processingTimeMs'> {
  const { read, result } = answer;
  const sought = { words: soughtWords(read, result.words), alternatives: read.alternatives };
  const { q, page, hitsPerPage, highlight } = request;
  return {
    query: reportQuery(q, answer, tools.analyzer),
    hits: result.hits.map((hit) => presentHit(hit, sought, highlight, tools)),
    page,
    hitsPerPage,
    totalHits: result.total,
    facetDistribution: byFacet(result, ({ count }) => count),
    facetNames: byFacet(result, ({ name }) => name),
  };
}

function reportQuery(q: string, { read, result, layout }: Answer, analyzer: Analyzer): QueryReport {
  return {
    q,
    normalized: read.words.map(({ word }) => word.form).join(' '),
    words: read.words.map(({ text }, at) => ({
      text,
      layersTried: result.words[at]?.layersTried ?? [],
    })),
    script: analyzer.analyze(q).script,
    ...(layout === undefined ? {} : { layout }),
  };
}

/** Per facet, an object from value to what `of` gives of it, where it gives something. */
function byFacet<Value>(
  { facets }: EngineResult,
  of: (facet: FacetValue) => Value | undefined,
): Partial<Record<FacetName, Record<string, Value>>> {
  const pairs = (values: readonly FacetValue[]) =>
    values.flatMap((facet): [string, Value][] => {
      const found = of(facet);
      return found === undefined ? [] : [[facet.value, found]];
    });
  const filled = Object.entries(facets).map(
    ([name, values]) => [name, Object.fromEntries(pairs(values))] as const,
  );
  return Object.fromEntries(filled);
}
