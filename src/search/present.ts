import type { EngineHit, EngineResult, WordReport } from '../../indexer/engine.js';
import type { Analyzer } from '../../indexer/language/analyzer.js';
import type { Word } from '../../indexer/language/word.js';
import { createTurns } from '../../indexer/turns.js';
import { lettersOf } from '../../indexer/language/twins.js';
import { correctedOf } from './corrected.js';
import { writeCursor } from './cursor.js';
import { presentFacets } from './facets.js';
import { presentHit, type HitTools } from './hit.js';
import { soughtWords } from './layers.js';
import type { SearchRequest } from './request.js';
import type { Hit, QueryReport, QueryWordReport, SearchResponse } from './response.js';
import type { UnderstoodQuery } from './understand.js';

/** What the engine answered to a query as it was understood. */
export interface Answer {
  readonly read: UnderstoodQuery;
  readonly result: EngineResult;
  readonly layout?: QueryReport['layout'];
  /** What is found with the words that are proposed for rare ones; for how they are written. */
  readonly proposed?: EngineResult;
}

/** What the engine answered, and what was made of it before it is shown. */
export interface Presentable {
  readonly answer: Answer;
  /** The result whose facets are those of histograms: counted within the range asked for. */
  readonly dated: EngineResult;
  /** Hits that were folded into one of those shown. */
  readonly duplicates: ReadonlyMap<EngineHit, readonly EngineHit[]>;
}

/**
 * Others have their turn after so many milliseconds: Node takes one new connection a turn, so that
 * long ones keep a crowd waiting at the door.
 */
const TURN_MS = 1;

/** An answer in the words of the API, but for what only the caller knows. */
export async function presentAnswer(
  { answer, dated, duplicates }: Presentable,
  request: SearchRequest,
  tools: HitTools,
): Promise<Omit<SearchResponse, 'totalPages' | 'processingTimeMs'>> {
  const { read, result } = answer;
  const sought = { words: soughtWords(read, result.words), alternatives: read.alternatives };
  const { q, page, hitsPerPage } = request;
  const next = nextOf(result, request);
  const turn = createTurns(TURN_MS);
  const hits: Hit[] = [];
  for (const hit of result.hits) {
    await turn();
    hits.push({
      ...presentHit(hit, sought, request, tools),
      ...listDuplicates(duplicates.get(hit)),
    });
  }
  return {
    query: reportQuery(q, answer, tools.analyzer),
    hits,
    page,
    hitsPerPage,
    totalHits: result.total,
    ...presentFacets(result, dated, request),
    ...(next === undefined ? {} : { next }),
  };
}

/** Where the next page begins, when there may be one and the order is that of dates alone. */
function nextOf({ hits }: EngineResult, request: SearchRequest): string | undefined {
  const { sort, hitsPerPage, matchingStrategy, q } = request;
  const place = hits.at(-1)?.place;
  const byDateAlone = sort !== 'relevance' && (matchingStrategy === 'all' || q === '');
  if (!place || !byDateAlone || request.distinct || hits.length < hitsPerPage) return undefined;
  return writeCursor(place, sort);
}

function listDuplicates(duplicates: readonly EngineHit[] = []): Pick<Hit, 'duplicates'> {
  if (duplicates.length === 0) return {};
  const listed = duplicates.map(({ article: { id, title, source, date, url } }) => ({
    id,
    title,
    ...(source === undefined ? {} : { source }),
    ...(date === undefined ? {} : { date }),
    ...(url === undefined ? {} : { url }),
  }));
  return { duplicates: listed };
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
