import { availableParallelism } from 'node:os';
import { z } from 'zod';
import type { Article } from '../../../indexer/article.js';
import {
  EngineError,
  type RebuildProgress as Progress,
  type SearchEngine,
} from '../../../indexer/engine.js';
import { analysisFingerprint } from '../../../indexer/fingerprint.js';
import { openDatabase, toEngineError } from '../database.js';
import type { ExportService } from './export-worker.js';
import { openFolder, type IndexFolder } from './location.js';
import type { RebuildService } from './rebuild-worker.js';
import { startWorker, type Calls, type WorkerClient } from './rpc.js';
import { createSchema, readMeta, writeMeta } from './schema.js';
import type { SearchService } from './search-worker.js';
import { loadEngineSettings } from '../settings.js';
import type { WriterService } from './writer-worker.js';

export interface EmbeddedOptions {
  /** Folder of the index; made when it is not there. */
  readonly folder: string;
  /** Search threads; one or two unless said. */
  readonly threads?: number;
}

const RebuildProgress = z.object({ done: z.int(), total: z.int() });

type SearchThread = WorkerClient<SearchService>;

/**
 * The embedded engine: SQLite's full-text index in a folder, nothing else to install or start. The
 * calling thread only passes messages; searching and writing have threads of their own.
 * @throws EngineError `index_unusable` when the folder holds something else.
 */
export function createEmbeddedEngine({ folder: path, threads }: EmbeddedOptions): SearchEngine {
  const settings = loadEngineSettings();
  const folder = openFolder(path);
  prepareIndex(folder);
  const closing = new AbortController();
  const searchers = Array.from({ length: threadsOf(threads) }, () =>
    keepWorker<SearchService>('search-worker.js', path, closing.signal),
  );
  const writer = keepWorker<WriterService>('writer-worker.js', path, closing.signal);
  const searcher = () => leastBusy(searchers.map((thread) => thread()));

  return {
    capabilities: {
      name: 'embedded',
      maxHits: settings.maxHits,
      rankedHits: settings.rankedHits,
      writesAtOnce: 1,
    },
    upsert: (documents) => writer().call('upsert', documents),
    remove: (ids) => writer().call('remove', ids),
    get: (id) => searcher().call('get', id),
    search: (query) => searcher().call('search', query),
    stats: () => searcher().call('stats', null),
    articles: () => readArticles(path, closing.signal),
    rebuild: (onProgress, signal) =>
      runRebuild(path, AbortSignal.any([closing.signal, ...(signal ? [signal] : [])]), onProgress),
    close: async () => {
      closing.abort();
      await Promise.all([...searchers, writer].map((thread) => thread().close()));
    },
  };
}

/** One core stays for HTTP and writing; more than two searchers are for the operator to ask for. */
export const threadsOf = (asked?: number): number =>
  asked ?? Math.max(1, Math.min(2, availableParallelism() - 1));

/** A thread that is started anew when it has died, until the engine is closed. */
function keepWorker<Service extends Calls>(
  file: string,
  path: string,
  closing: AbortSignal,
): () => WorkerClient<Service> {
  let worker = startWorker<Service>(file, path);
  return () => {
    if (worker.ended && !closing.aborted) worker = startWorker<Service>(file, path);
    return worker;
  };
}

function leastBusy(threads: readonly SearchThread[]): SearchThread {
  const [thread] = [...threads].sort((a, b) => a.waiting - b.waiting);
  if (!thread) throw new EngineError('unavailable', 'The engine has no search thread.');
  return thread;
}

function prepareIndex(folder: IndexFolder): void {
  const file = folder.file(folder.current());
  const connection = openDatabase(file);
  try {
    createSchema(connection);
    if (readMeta(connection, 'analysis') === undefined) {
      writeMeta(connection, 'analysis', analysisFingerprint());
    }
  } catch (error) {
    throw toEngineError(error, file);
  } finally {
    connection.close();
  }
}

async function* readArticles(path: string, signal: AbortSignal): AsyncGenerator<Article> {
  const worker = startTask<ExportService>('export-worker.js', path, signal);
  try {
    for (let last = 0; ;) {
      const page = await worker.call('page', last);
      if (page.articles.length === 0) return;
      yield* page.articles;
      last = page.last;
    }
  } finally {
    await worker.close();
  }
}

/** Stopping ends the thread: a half-built file is not live, and the next rebuild deletes it. */
async function runRebuild(
  path: string,
  signal: AbortSignal,
  onProgress?: (progress: Progress) => void,
): Promise<void> {
  const worker = startTask<RebuildService>('rebuild-worker.js', path, signal, (notice) =>
    onProgress?.(RebuildProgress.parse(notice)),
  );
  try {
    await worker.call('rebuild', null);
  } finally {
    await worker.close();
  }
}

/** A worker for one task, which ends when the task is done or the signal says so. */
function startTask<Service extends Calls>(
  file: string,
  path: string,
  signal: AbortSignal,
  onNotice?: (notice: unknown) => void,
): WorkerClient<Service> {
  if (signal.aborted)
    throw new EngineError('unavailable', 'The task has been stopped before it began.');
  const worker = startWorker<Service>(file, path, onNotice);
  signal.addEventListener('abort', () => void worker.close(), { once: true });
  return worker;
}
