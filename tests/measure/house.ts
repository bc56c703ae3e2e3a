import { runIndexJob, type JobCounts } from '../../indexer/job.js';
import { listInputs } from '../../indexer/sources/read.js';
import { composeAxtar, type Axtar } from '../../src/compose.js';
import { readEnvironment } from '../../src/environment.js';
import { SearchRequest } from '../../src/search/request.js';
import type { SearchResponse } from '../../src/search/response.js';
import type { Answered, Asker, Place, Question } from './asker.js';

export interface PlacedAxtar extends Axtar {
  index(paths: readonly string[]): Promise<JobCounts>;
}

/** The whole service on the index of a place: embedded where there is no server. */
export function openAxtar({ dataDir, index, server }: Place): PlacedAxtar {
  const engineOf = server
    ? {
        AXTAR_ENGINE: 'meilisearch',
        MEILI_URL: server.url,
        MEILI_API_KEY: server.apiKey,
        AXTAR_INDEX: index,
      }
    : { AXTAR_ENGINE: 'embedded' };
  const variables = { ...process.env, ...engineOf, AXTAR_DATA_DIR: dataDir };
  const axtar = composeAxtar(readEnvironment(variables));
  const { engine, toArticle, toDocument } = axtar;
  return {
    ...axtar,
    index: async (paths) =>
      runIndexJob(await listInputs(paths), {
        toArticle,
        toDocument,
        push: engine.upsert,
        atOnce: engine.capabilities.writesAtOnce,
        onEvent: () => undefined,
      }),
  };
}

/** The service as something to ask. */
export function openAsker(place: Place): Asker {
  const { index, search, close } = openAxtar(place);
  return { index, close, ask: async (question) => toAnswered(await search(toRequest(question))) };
}

/** A question as the API takes it. */
export function toRequest({
  q,
  page = 1,
  hitsPerPage = 20,
  from,
  facets = [],
  highlight = false,
}: Question): SearchRequest {
  return SearchRequest.parse({
    q,
    page: String(page),
    hitsPerPage: String(hitsPerPage),
    facets: facets.length === 0 ? undefined : facets.join(','),
    highlight: String(highlight),
    ...(from === undefined ? {} : { from }),
  });
}

function toAnswered({ query, hits, totalHits, facetDistribution }: SearchResponse): Answered {
  return {
    hits: hits.map(({ id, title = '', match: { layer } = { words: [] } }) => ({
      id,
      title,
      ...(layer === undefined ? {} : { layer }),
    })),
    total: totalHits,
    facets: facetDistribution,
    readings: query.words.map(({ readAs = [], proposed = [] }) => [...readAs, ...proposed]),
  };
}
