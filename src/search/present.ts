import type { EngineResult, FacetName, FacetValue, WordReport } from '../../indexer/engine.js';
import type { Analyzer } from '../../indexer/language/analyzer.js';
import type { Word } from '../../indexer/language/word.js';
import { lettersOf } from '../../indexer/language/twins.js';
import { correctedOf } from './corrected.js';
import { presentHit, type HitTools } from './hit.js';
import { soughtWords } from './layers.js';
import type { SearchRequest } from './request.js';
import type { QueryReport, QueryWordReport, SearchResponse } from './response.js';
import type { UnderstoodQuery } from './understand.js';

/** What the engine answered to a query as it was understood. */
export interface Answer {
  readonly read: UnderstoodQuery;
  readonly result: EngineResult;
  readonly layout?: QueryReport['layout'];
  /** What is found with the words that are proposed for rare ones; for how they are written. */
  readonly proposed?: EngineResult;
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

/** What was made of a query. */
export function reportQuery(q: string, answer: Answer, analyzer: Analyzer): QueryReport {
  const { read, result, layout, proposed } = answer;
  const corrected = correctedOf(q, answer, proposed?.hits ?? [], analyzer);
  return {
    q,
    normalized: read.words.map(({ word }) => word.form).join(' '),
    words: read.words.map(({ text }, at) => reportWord(text, result.words[at])),
    script: analyzer.analyze(q).script,
    ...(layout === undefined ? {} : { layout }),
    ...(corrected === undefined ? {} : { corrected }),
  };
}

function reportWord(text: string, report: WordReport | undefined): QueryWordReport {
  const { layersTried = [], corrections = [], proposals = [] } = report ?? {};
  const folds = (words: readonly Word[]) => [...new Set(words.map(({ fold }) => lettersOf(fold)))];
  return {
    text,
    layersTried,
    ...(corrections.length === 0 ? {} : { readAs: folds(corrections) }),
    ...(proposals.length === 0 ? {} : { proposed: folds(proposals) }),
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
