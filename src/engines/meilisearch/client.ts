import { Meilisearch, MeilisearchApiError, type MultiSearchQuery } from 'meilisearch';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { z } from 'zod';
import { throwReadable } from './server-errors.js';

/** How to reach a server. */
export interface Connection {
  readonly url: string;
  readonly apiKey?: string;
}

/** One search of a list; `indexUid` is added here. */
export type ListedSearch = Omit<MultiSearchQuery, 'indexUid'>;

const Found = z.object({
  hits: z.array(
    z.object({ pk: z.string(), n: z.number(), made: z.string(), byTime: z.number().optional() }),
  ),
  estimatedTotalHits: z.int(),
  facetDistribution: z.record(z.string(), z.record(z.string(), z.int())).default({}),
});
const FoundList = z.object({ results: z.array(Found) });
const FacetHits = z.object({
  facetHits: z.array(z.object({ value: z.string(), count: z.int() })),
});
const Documents = z.object({ results: z.array(z.unknown()) });
const Enqueued = z.object({ taskUid: z.int() });
const Task = z.object({
  uid: z.int(),
  status: z.enum(['enqueued', 'processing', 'succeeded', 'failed', 'canceled']),
  type: z.string(),
  error: z.object({ message: z.string(), code: z.string(), type: z.string() }).nullish(),
});

export type FoundDocuments = z.infer<typeof Found>;
export type FacetHit = z.infer<typeof FacetHits>['facetHits'][number];
export type TaskReport = z.infer<typeof Task>;

/** Which documents to read, and what of them. */
export interface DocumentsWanted {
  readonly ids?: string[];
  readonly filter?: string;
  readonly fields: string[];
  readonly sort?: string[];
  readonly limit?: number;
}

/** The little of a Meilisearch server that the engine needs; every answer is checked. */
export interface MeiliClient {
  readonly raw: Meilisearch;
  /** Awaits a request of `raw`; checks the answer, and makes its errors readable. */
  ask<Answer>(request: Promise<unknown>, schema: z.ZodType<Answer>): Promise<Answer>;
  search(index: string, searches: readonly ListedSearch[]): Promise<FoundDocuments[]>;
  /** Values of a facet that begin with something near the text, with their documents. */
  facetValues(index: string, facet: string, text: string): Promise<FacetHit[]>;
  documents<Document>(
    index: string,
    wanted: DocumentsWanted,
    schema: z.ZodType<Document>,
  ): Promise<Document[]>;
  /** Sends documents, compressed; they are there when the task has succeeded. */
  put(index: string, documents: readonly string[]): Promise<number>;
  remove(index: string, keys: string[]): Promise<number>;
  /** Waits for the end of a task, whichever it is. */
  settle(task: number): Promise<TaskReport>;
}

/** A search is over in a second and a half, the server sees to that; a batch is bounded. */
const REQUEST_MS = 60_000;
const zip = promisify(gzip);

export function createClient({ url, apiKey }: Connection): MeiliClient {
  const raw = new Meilisearch({
    host: url,
    timeout: REQUEST_MS,
    // A compressed answer comes in pieces, of which the kernel holds the last back for 40 ms.
    requestInit: { headers: { 'Accept-Encoding': 'identity' } },
    ...(apiKey === undefined ? {} : { apiKey }),
  });
  const explain = (error: unknown) => throwReadable(error, url);
  const ask = <Answer>(request: Promise<unknown>, schema: z.ZodType<Answer>) =>
    request.then((answer) => schema.parse(answer)).catch(explain);

  async function put(index: string, documents: readonly string[]): Promise<number> {
    const body = await zip(documents.join('\n'), { level: 1 });
    const answer = await fetch(
      new URL(`indexes/${index}/documents?primaryKey=pk`, withSlash(url)),
      {
        method: 'POST',
        body,
        signal: AbortSignal.timeout(REQUEST_MS),
        headers: {
          'Content-Type': 'application/x-ndjson',
          'Content-Encoding': 'gzip',
          ...(apiKey === undefined ? {} : { Authorization: `Bearer ${apiKey}` }),
        },
      },
    );
    const content: unknown = await answer.json();
    if (!answer.ok) throw new MeilisearchApiError(answer, Refusal.parse(content));
    return Enqueued.parse(content).taskUid;
  }

  return {
    raw,
    ask,
    search: async (indexUid, searches) => {
      const queries = searches.map((search) => ({ ...search, indexUid }));
      return (await ask(raw.multiSearch({ queries }), FoundList)).results;
    },
    facetValues: async (index, facetName, facetQuery) => {
      const request = raw.index(index).searchForFacetValues({ facetName, facetQuery });
      return (await ask(request, FacetHits)).facetHits;
    },
    documents: async (index, wanted, schema) => {
      // The client puts ids into the address, where two thousand have no room.
      const path = `indexes/${index}/documents/fetch`;
      const { results } = await ask(raw.httpRequest.post({ path, body: wanted }), Documents);
      return z.array(schema).parse(results);
    },
    put: (index, documents) => put(index, documents).catch(explain),
    remove: async (index, keys) =>
      (await ask(raw.index(index).deleteDocuments(keys), Enqueued)).taskUid,
    settle: (task) => ask(raw.tasks.waitForTask(task, { timeout: 0, interval: 20 }), Task),
  };
}

const withSlash = (url: string) => (url.endsWith('/') ? url : `${url}/`);

const Refusal = z.object({
  message: z.string(),
  code: z.string(),
  type: z.string(),
  link: z.string().default(''),
});
