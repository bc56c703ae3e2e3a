import { z } from 'zod';
import { EngineError } from '../../../indexer/engine.js';
import type { MeiliClient, TaskReport } from './client.js';
import { ServerRefusedError } from './server-errors.js';
import { EVERY_ARTICLE } from './filter.js';
import type { AllSettings } from './push.js';

/** Primary key of the document that says which run built an index. */
export const MARKER = 'axtar-marker';

const Marker = z.object({
  /** The run that built the index; `first` for one that was never rebuilt. */
  run: z.string(),
  /** Fingerprint of the analysis that its documents went through. */
  analysis: z.string(),
  /** The wordings that were looked for in them. */
  wordings: z.array(z.string()),
  /** Which shadow fields they have: `DOCUMENT_FIELDS` of the version that made them. */
  fields: z.int().default(1),
  /** RFC 3339 instant at which it was whole. */
  at: z.string(),
  /** Set when another takes its place; absent in one that has never been live. */
  retiredAt: z.number().optional(),
});

/** What an index says of itself; it moves with the documents when indexes are swapped. */
export type Marker = z.infer<typeof Marker>;

const Marked = z.object({
  marker: z
    .string()
    .transform((json): unknown => JSON.parse(json))
    .pipe(Marker),
});

/**
 * The marker of an index; undefined when there is no index, or nothing in it says who built it.
 */
export async function readMarker(client: MeiliClient, index: string): Promise<Marker | undefined> {
  try {
    const wanted = { ids: [MARKER], fields: ['marker'], limit: 1 };
    return (await client.documents(index, wanted, Marked))[0]?.marker;
  } catch (error) {
    if (error instanceof ServerRefusedError && error.reason === 'index_not_found') return undefined;
    throw error;
  }
}

/** Writes the marker: from now on the index is whole. */
export async function writeMarker(
  client: MeiliClient,
  index: string,
  marker: Marker,
): Promise<void> {
  await succeed(
    client,
    await client.put(index, [JSON.stringify({ pk: MARKER, marker: JSON.stringify(marker) })]),
  );
}

/** Makes an index with these settings; one that is there gets them. */
export async function createIndex(
  client: MeiliClient,
  index: string,
  settings: AllSettings,
): Promise<void> {
  const created = await client.settle(
    await enqueue(client, client.raw.createIndex(index, { primaryKey: 'pk' })),
  );
  if (created.error && created.error.code !== 'index_already_exists') throw failed(created);
  await applySettings(client, index, settings);
}

export async function applySettings(
  client: MeiliClient,
  index: string,
  settings: AllSettings,
): Promise<void> {
  await succeed(client, await enqueue(client, client.raw.index(index).updateSettings(settings)));
}

const Enqueued = z.object({ taskUid: z.int() });

/** Number of the task that a request has made. */
export const enqueue = async (client: MeiliClient, request: Promise<unknown>): Promise<number> =>
  (await client.ask(request, Enqueued)).taskUid;

/**
 * Waits for a task.
 * @throws EngineError `unavailable` with the server's own reason when it fails
 */
export async function succeed(client: MeiliClient, task: number): Promise<void> {
  const report = await client.settle(task);
  if (report.status !== 'succeeded') throw failed(report);
}

const failed = ({ uid, type, status, error }: TaskReport): EngineError =>
  new EngineError(
    'unavailable',
    `Meilisearch: task ${uid} (${type}) ${status}: ${error?.message ?? 'no reason given'}`,
  );

/**
 * Sees to it that the live index is there, is ours and is whole.
 * @throws EngineError `index_unusable` when an index of this name was not made by Axtar
 */
export async function openLive(
  client: MeiliClient,
  index: string,
  settings: AllSettings,
  marker: Omit<Marker, 'run' | 'at'>,
): Promise<Marker> {
  const known = await readMarker(client, index);
  if (known) return known;
  if ((await countAll(client, index)) > 0) {
    // Another process may have made it between the two questions.
    const made = await readMarker(client, index);
    if (made) return made;
    throw new EngineError(
      'index_unusable',
      `AXTAR_INDEX: the index "${index}" on this Meilisearch was not made by Axtar; choose another name.`,
    );
  }
  await createIndex(client, index, settings);
  const first = { ...marker, run: 'first', at: new Date().toISOString() };
  await writeMarker(client, index, first);
  return first;
}

const Stats = z.object({ numberOfDocuments: z.int(), rawDocumentDbSize: z.int().default(0) });

/** Documents of an index, the marker among them; none when there is no index. */
async function countAll(client: MeiliClient, index: string): Promise<number> {
  try {
    return (await client.ask(client.raw.index(index).getStats(), Stats)).numberOfDocuments;
  } catch (error) {
    if (error instanceof ServerRefusedError && error.reason === 'index_not_found') return 0;
    throw error;
  }
}

/** Bytes that the documents of an index take on the server's disk. */
export const sizeOf = async (client: MeiliClient, index: string): Promise<number> =>
  (await client.ask(client.raw.index(index).getStats(), Stats)).rawDocumentDbSize;

/** Articles of an index. */
export async function countArticles(client: MeiliClient, index: string): Promise<number> {
  const [found] = await client.search(index, [{ filter: EVERY_ARTICLE, limit: 0 }]);
  return found?.estimatedTotalHits ?? 0;
}
