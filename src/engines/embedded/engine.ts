import { availableParallelism } from 'node:os';
import { z } from 'zod';
import {
  EngineError,
  type RebuildProgress as Progress,
  type SearchEngine,
} from '../../../indexer/engine.js';
import { analysisFingerprint } from '../../../indexer/language/fingerprint.js';
import { openDatabase } from './database.js';
import { openFolder, type IndexFolder } from './location.js';
import type { RebuildService } from './rebuild-worker.js';
import { startWorker, type WorkerClient } from './rpc.js';
import { createSchema, readMeta, writeMeta } from './schema.js';
import type { SearchService } from './search-worker.js';
import { loadEngineSettings } from './settings.js';
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
  const searchers = Array.from({ length: threads ?? defaultThreads() }, () =>
    startWorker<SearchService>('search-worker.js', path),
  );
  const writer = startWorker<WriterService>('writer-worker.js', path);
  const searcher = () => leastBusy(searchers);

  async function* articles() {
    for (let last = 0; ;) {
      const page = await searcher().call('page', last);
      if (page.articles.length === 0) return;
      yield* page.articles;
      last = page.last;
    }
  }

  return {
    capabilities: {
      name: 'embedded',
      maxHits: settings.maxHits,
      rankedHits: settings.rankedHits,
    },
    upsert: (documents) => writer.call('upsert', documents),
    remove: (ids) => writer.call('remove', ids),
    get: (id) => searcher().call('get', id),
    search: (query) => searcher().call('search', query),
    stats: () => searcher().call('stats', null),
    articles,
    rebuild: (onProgress, signal) => runRebuild(path, onProgress, signal),
    close: async () => {
      await Promise.all([...searchers, writer].map((one) => one.close()));
    },
  };
}

/** One core stays for HTTP and writing; more than two searchers are for the operator to ask for. */
const defaultThreads = () => Math.max(1, Math.min(2, availableParallelism() - 1));

function leastBusy(threads: readonly SearchThread[]): SearchThread {
  const [thread] = [...threads].sort((a, b) => a.waiting - b.waiting);
  if (!thread) throw new EngineError('unavailable', 'The engine has no search thread.');
  return thread;
}

function prepareIndex(folder: IndexFolder): void {
  const connection = openDatabase(folder.file(folder.current()));
  createSchema(connection);
  if (readMeta(connection, 'analysis') === undefined) {
    writeMeta(connection, 'analysis', analysisFingerprint());
  }
  connection.close();
}

/** Stopping ends the thread: a half-built file is not live, and the next rebuild deletes it. */
async function runRebuild(
  path: string,
  onProgress?: (progress: Progress) => void,
  signal?: AbortSignal,
): Promise<void> {
  const worker = startWorker<RebuildService>('rebuild-worker.js', path, (notice) =>
    onProgress?.(RebuildProgress.parse(notice)),
  );
  const stop = () => void worker.close();
  signal?.addEventListener('abort', stop);
  try {
    await worker.call('rebuild', null);
  } finally {
    signal?.removeEventListener('abort', stop);
    await worker.close();
  }
}
