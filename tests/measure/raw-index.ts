import { Meilisearch, type MultiSearchParams, type SearchParams, type Settings } from 'meilisearch';
import { z } from 'zod';
import type { Connection } from '../../src/engines/meilisearch/client.js';
import { primaryKey } from '../../src/engines/meilisearch/values.js';

const Task = z.object({ status: z.string(), error: z.object({ message: z.string() }).nullish() });
const Facets = z.record(z.string(), z.record(z.string(), z.int()));

/** What is read of the answer to any search. */
const Found = z.object({
  hits: z.array(z.object({ id: z.string(), title: z.string() })),
  estimatedTotalHits: z.int().optional(),
  totalHits: z.int().optional(),
  facetDistribution: Facets.optional(),
  facetsByIndex: z.record(z.string(), z.object({ distribution: Facets })).optional(),
});
type Found = z.infer<typeof Found>;

/** An index of a server, without anything of ours between. */
export interface RawIndex {
  configure(settings: Settings): Promise<void>;
  /** Sends documents, in batches of some megabytes, and waits until they are in. */
  put(documents: readonly (object & { readonly id: string })[]): Promise<void>;
  search(params: SearchParams): Promise<Found>;
  federated(params: (index: string) => MultiSearchParams): Promise<Found>;
}

const BATCH_CHARACTERS = 10_000_000;

export function openRawIndex(connection: Connection, index: string): RawIndex {
  const client = connect(connection);
  const succeed = async (task: PromiseLike<{ readonly taskUid: number }>) => {
    const { taskUid } = await task;
    const report = Task.parse(await client.tasks.waitForTask(taskUid, { timeout: 0 }));
    if (report.status !== 'succeeded') throw new Error(`Meilisearch: ${report.error?.message}`);
  };
  return {
    configure: (settings) => succeed(client.index(index).updateSettings(settings)),
    put: async (documents) => {
      // Ids of ours may hold what Meilisearch takes in no key.
      const keyed = documents.map((document) => ({ ...document, pk: primaryKey(document.id) }));
      const tasks = batches(keyed.map((document) => JSON.stringify(document))).map((lines) =>
        succeed(
          client
            .index(index)
            .addDocumentsFromString(lines, 'application/x-ndjson', { primaryKey: 'pk' }),
        ),
      );
      await Promise.all(tasks);
    },
    search: async ({ q, ...params }) => Found.parse(await client.index(index).search(q, params)),
    federated: async (params) => Found.parse(await client.multiSearch(params(index))),
  };
}

/** Deletes the index of this name, and those whose names were made of it. */
export async function dropIndexes(connection: Connection, name: string): Promise<void> {
  const client = connect(connection);
  const { results } = await client.getIndexes({ limit: 1000 });
  for (const { uid } of results.filter(({ uid }) => uid.startsWith(name))) {
    await client.deleteIndex(uid).waitTask({ timeout: 0 });
  }
}

const connect = ({ url, apiKey }: Connection) =>
  new Meilisearch({
    host: url,
    // As the engine does: a compressed answer is slower on one machine.
    requestInit: { headers: { 'Accept-Encoding': 'identity' } },
    ...(apiKey === undefined ? {} : { apiKey }),
  });

function batches(lines: readonly string[]): string[] {
  const full: string[] = [];
  let batch = '';
  for (const line of lines) {
    batch += `${line}\n`;
    if (batch.length < BATCH_CHARACTERS) continue;
    full.push(batch);
    batch = '';
  }
  return batch === '' ? full : [...full, batch];
}
