import { indexNotFound, MeilisearchProblem } from './meilisearch-problem.js';
import { MOST_HITS, type MultiSearchBody, type SearchBody } from './request.js';
import type { MeilisearchSearch } from './search.js';

type Queries = MultiSearchBody['queries'];
type Found = Awaited<ReturnType<MeilisearchSearch>>;

interface Asking {
  /** The one index that there is. */
  readonly index: string;
  readonly signal: AbortSignal;
  ask(query: SearchBody): Promise<Found>;
}

/**
 * Answers queries one after the other, so that many in one request do not push others aside.
 *
 * @throws MeilisearchProblem that says in which query it is
 */
export async function searchAll(
  queries: Queries,
  { index, signal, ask }: Asking,
): Promise<({ readonly indexUid: string } & Found)[]> {
  checkHits(queries);
  const results: ({ readonly indexUid: string } & Found)[] = [];
  for (const [at, { indexUid, ...query }] of queries.entries()) {
    signal.throwIfAborted();
    const found = await inside(`.queries[${at}]`, () => {
      if (indexUid !== index) throw indexNotFound(indexUid);
      return ask(query);
    });
    results.push({ indexUid, ...found });
  }
  return results;
}

async function inside<Result>(place: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof MeilisearchProblem ? error.inside(place) : error;
  }
}

function checkHits(queries: Queries): void {
  const hits = queries.reduce((sum, query) => sum + (query.hitsPerPage ?? query.limit ?? 20), 0);
  if (hits <= MOST_HITS) return;
  throw new MeilisearchProblem(
    'invalid_search_limit',
    `Invalid value at \`.queries\`: expected at most ${MOST_HITS} hits of all queries together`,
  );
}
