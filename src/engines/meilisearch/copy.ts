import { z } from 'zod';
import type { Article } from '../../../indexer/article.js';
import { EngineError, type RebuildProgress } from '../../../indexer/engine.js';
import { NUMBERED_FIELDS, NumberedArticle, toMeiliDocument } from './document.js';
import type { House } from './house.js';
import { countArticles, succeed } from './live.js';
import type { Entry } from './outbox.js';

const PAGE = 500;
/** Batches that the server has not yet worked off: so far we run ahead of it. */
const MOST_AHEAD = 3;

/** Copies documents into an index, analysed anew; each keeps its number. */
export interface Copier {
  put(document: { readonly n: number; readonly article: Article }): Promise<void>;
  remove(pk: string): Promise<void>;
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

  async function send(): Promise<void> {
    if (documents.length > 0) tasks.push(await client.put(target, documents));
    documents = [];
    bytes = 0;
    while (tasks.length > MOST_AHEAD) await succeed(client, tasks.shift() ?? 0);
  }

  return {
    put: async ({ n, article }) => {
      const json = JSON.stringify(toMeiliDocument(toDocument(article), n, making));
      documents.push(json);
      bytes += json.length;
      if (bytes > server.batchBytes) await send();
    },
    remove: async (pk) => {
      await send();
      tasks.push(await client.remove(target, [pk]));
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
export async function* pages({ client, index }: House, after: number) {
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

const Written = z
  .string()
  .transform((json): unknown => JSON.parse(json))
  .pipe(NumberedArticle);

/** Writes to an index what has been sent to the live one after an entry; returns the last. */
export async function replay(house: House, copier: Copier, after: number): Promise<number> {
  let last = after;
  for (;;) {
    const [waiting] = house.outbox.waiting(0, 1);
    const sent = ({ seq }: Entry) => waiting === undefined || seq < waiting.seq;
    const entries = house.outbox.journal(last, PAGE).filter(sent);
    const [end] = entries.slice(-1);
    if (!end) break;
    for (const entry of latest(entries)) {
      if (entry.kind === 'delete') await copier.remove(entry.pk);
      else await copier.put(Written.parse(entry.document));
    }
    last = end.seq;
  }
  await copier.finish();
  return last;
}

/** The last entry of each document. */
const latest = (entries: readonly Entry[]): Entry[] => [
  ...new Map(entries.map((entry) => [entry.pk, entry])).values(),
];
