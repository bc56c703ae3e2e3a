import type { EngineHit, SearchEngine } from '../../indexer/engine.js';
import { lettersOf } from '../../indexer/language/twins.js';
import { asksNothing, createAsker, type SearchDeps } from './ask.js';
import { pageOfStories } from './distinct.js';
import { isHistogram } from './histogram.js';
import { presentAnswer, type Answer } from './present.js';
import type { SearchRequest } from './request.js';
import type { SearchResponse } from './response.js';

export type SearchService = (request: SearchRequest) => Promise<SearchResponse>;

/** A page lies beyond the hits that the engine pages to. */
export class PageTooFarError extends Error {
  override readonly name = 'PageTooFarError';

  constructor(readonly lastPage: number) {
    super(`expected a page up to ${lastPage}; narrow the search by filters or dates instead`);
  }
}

/** Articles that are looked at for how a proposed word is written. */
const MOST_LOOKED_AT = 5;

/** Makes the search: what HTTP, the command line and the page all ask. */
export function createSearch(deps: SearchDeps): SearchService {
  const { engine, analyzer, topics } = deps;
  const { ask, answer: answerTo, search } = createAsker(deps);

  /** Rare words are searched for as typed; one look tells how the words proposed are written. */
  async function withProposed(answer: Answer, request: SearchRequest): Promise<Answer> {
    const { words } = answer.result;
    if (words.every(({ doubtful }) => !doubtful)) return answer;
    const meant = answer.read.words.map(
      ({ text }, at) =>
        (words[at]?.doubtful && lettersOf(words[at].proposals[0]?.form ?? '')) || text,
    );
    const few = { ...request, page: 1, hitsPerPage: MOST_LOOKED_AT, facets: [] };
    const { result } = await ask(`${meant.join(' ')} `, few, false);
    return { ...answer, proposed: result };
  }

  /** The answer, its hits folded into stories. */
  async function answerStories(request: SearchRequest): Promise<Folded> {
    let answer: Answer | undefined;
    const fetch = async (offset: number, limit: number) => {
      const part = await answerTo({ ...request, window: { offset, limit } });
      answer ??= part;
      return part.result;
    };
    const { page, hitsPerPage } = request;
    const { maxHits } = engine.capabilities;
    const { entries, total } = await pageOfStories(fetch, page, hitsPerPage, deps, maxHits);
    const whole = answer ?? (await answerTo(request));
    const hits = entries.map(({ hit }) => hit);
    return {
      answer: { ...whole, result: { ...whole.result, hits, total } },
      duplicates: new Map(entries.map((entry) => [entry.hit, entry.duplicates])),
    };
  }

  /** Histograms end where the range ends that was asked for; facets are counted beyond it. */
  async function countDated({ read, result }: Answer, request: SearchRequest) {
    const { from, to, facets } = request;
    const histograms = facets.filter((facet) => isHistogram(facet));
    if (histograms.length === 0 || (from === undefined && to === undefined)) return result;
    if (asksNothing(request.q, read)) return result;
    const range = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
    const only = request.only ? { all: [request.only, range] } : range;
    const count = {
      from: undefined,
      to: undefined,
      after: undefined,
      window: { offset: 0, limit: 0 },
    };
    return search(read, { ...request, ...count, only, facets: histograms }, true);
  }

  return async (request) => {
    const started = performance.now();
    checkPage(request, engine);
    const folded = request.distinct
      ? await answerStories(request)
      : { answer: await answerTo(request), duplicates: new Map() };
    const answer = await withProposed(folded.answer, request);
    const dated = await countDated(answer, request);
    return {
      ...(await presentAnswer({ ...folded, answer, dated }, request, { analyzer, topics })),
      totalPages: Math.min(
        Math.ceil(answer.result.total / request.hitsPerPage),
        lastPageOf(request, engine),
      ),
      processingTimeMs: Math.round((performance.now() - started) * 10) / 10,
    };
  };
}

interface Folded {
  readonly answer: Answer;
  readonly duplicates: ReadonlyMap<EngineHit, readonly EngineHit[]>;
}

/** The last page that can be paged to. */
const lastPageOf = ({ hitsPerPage }: SearchRequest, { capabilities }: SearchEngine): number =>
  Math.floor(capabilities.maxHits / hitsPerPage);

function checkPage(request: SearchRequest, engine: SearchEngine): void {
  const lastPage = lastPageOf(request, engine);
  if (request.page > lastPage) throw new PageTooFarError(lastPage);
}
