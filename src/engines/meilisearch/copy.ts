import { z } from 'zod';
import type { Article } from '../../../indexer/article.js';
import { EngineError, type RebuildProgress } from '../../../indexer/engine.js';
import type { MeiliClient } from './client.js';
import { NUMBERED_FIELDS, NumberedArticle, toMeiliDocument } from './document.js';
import type { House } from './house.js';
import { countArticles, succeed } from './live.js';

const PAGE = 500;
const KEYS = 10_000;
/** Batches that the server has not yet worked off: so far we run ahead of it. */
const MOST_AHEAD = 3;

/** Copies documents into an index, analysed anew; each keeps its number. */
export interface Copier {
  put(document: { readonly n: number; readonly article: Article }): Promise<void>;
  /** Of keys, in any order, none of which is put again. */
  remove(keys: readonly string[]): Promise<void>;
  /** Resolves when the server has everything. */
  finish(): Promise<void>;
}

/** Makes a copier that sends large batches and waits when the server is slow. */
export function createCopier(
  { client, toDocument, making, server }: House,
  target: string,
): Copier {
  const tasks: number[] = [];
  let documents: string[] = [];
  let bytes = 0;

  async function add(task: number): Promise<void> {
    tasks.push(task);
    while (tasks.length > MOST_AHEAD) await succeed(client, tasks.shift() ?? 0);
  }

  async function send(): Promise<void> {
    if (documents.length === 0) return;
    const sent = documents;
    documents = [];
    bytes = 0;
    await add(await client.put(target, sent));
  }

  return {
    put: async ({ n, article }) => {
      const json = JSON.stringify(toMeiliDocument(toDocument(article), n, making));
      documents.push(json);
      bytes += json.length;
      if (bytes > server.batchBytes) await send();
    },
    remove: async (keys) => {
      await send();
      for (let at = 0; at < keys.length; at += KEYS) {
        await add(await client.remove(target, keys.slice(at, at + KEYS)));
      }
    },
    finish: async () => {
      await send();
      for (const task of tasks.splice(0)) await succeed(client, task);
    },
  };
}

/** Copies all articles of the live index. */
export async function copyArticles(
  house: House,
  copier: Copier,
  onProgress: (progress: RebuildProgress) => void,
  signal: AbortSignal,
): Promise<void> {
  const total = await countArticles(house.client, house.index);
  let done = 0;
  for await (const page of pages(house, 0)) {
    if (signal.aborted) throw new EngineError('unavailable', 'The rebuild was stopped.');
    for (const document of page) await copier.put(document);
    done += page.length;
    onProgress({ done, total: Math.max(done, total) });
  }
}

/** Documents of the live index written after a number, page by page, oldest first. */
async function* pages({ client, index }: House, after: number) {
  for (let last = after; ;) {
    const page = await client.documents(
      index,
      { filter: `n > ${last}`, sort: ['n:asc'], fields: NUMBERED_FIELDS, limit: PAGE },
      NumberedArticle,
    );
    const [end] = page.slice(-1);
    if (!end) return;
    yield page;
    last = end.n;
  }
}

const Version = z.object({ pk: z.string(), n: z.number() });

/** The number of every document of an index, by primary key. */
export async function readVersions(
  client: MeiliClient,
  index: string,
): Promise<Map<string, number>> {
  const versions = new Map<string, number>();
  for (let last = 0; ;) {
    const wanted = { filter: `n > ${last}`, sort: ['n:asc'], fields: ['pk', 'n'], limit: KEYS };
    const page = await client.documents(index, wanted, Version);
    for (const { pk, n } of page) versions.set(pk, n);
    const [end] = page.slice(-1);
    if (!end) return versions;
    last = end.n;
  }
}
