import type { SearchEngine } from '../../indexer/engine.js';
import { lettersOf } from '../../indexer/language/twins.js';
import { createAsker, type SearchDeps } from './ask.js';
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
  const { ask, answer: answerTo } = createAsker(deps);

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

  return async (request) => {
    const started = performance.now();
    checkPage(request, engine);
    const answer = await withProposed(await answerTo(request), request);
    return {
      ...presentAnswer(answer, request, { analyzer, topics }),
      totalPages: Math.min(
        Math.ceil(answer.result.total / request.hitsPerPage),
        lastPageOf(request, engine),
      ),
      processingTimeMs: Math.round((performance.now() - started) * 10) / 10,
    };
  };
}

/** The last page that can be paged to. */
const lastPageOf = ({ hitsPerPage }: SearchRequest, { capabilities }: SearchEngine): number =>
  Math.floor(capabilities.maxHits / hitsPerPage);

function checkPage(request: SearchRequest, engine: SearchEngine): void {
  const lastPage = lastPageOf(request, engine);
  if (request.page > lastPage) throw new PageTooFarError(lastPage);
}
