import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DocumentsRefusedError, type SearchEngine } from '../../indexer/engine.js';
import type { SearchDocument } from '../../indexer/document.js';
import { composeIndexing } from '../../src/compose.js';
import { openJobs, type Jobs, type JobsOptions } from '../../src/jobs/jobs.js';

const indexing = composeIndexing();

/** An engine in memory. `beforeUpsert` and `rebuild` are for a test to hold things up or to fail. */
export interface FakeEngine extends Pick<
  SearchEngine,
  'capabilities' | 'upsert' | 'remove' | 'rebuild' | 'rollback'
> {
  readonly documents: Map<string, SearchDocument>;
  readonly refused: Set<string>;
  beforeUpsert: (documents: readonly SearchDocument[]) => Promise<void> | void;
}

export function createFakeEngine(): FakeEngine {
  const documents = new Map<string, SearchDocument>();
  const refused = new Set<string>();
  const engine: FakeEngine = {
    documents,
    refused,
    capabilities: { name: 'fake', maxHits: 1, rankedHits: 1, writesAtOnce: 1 },
    beforeUpsert: () => undefined,
    upsert: async (batch) => {
      await engine.beforeUpsert(batch);
      const taken = batch.filter(({ article }) => !refused.has(article.id));
      for (const document of taken) documents.set(document.article.id, document);
      if (taken.length < batch.length) throw refusal(batch, refused);
    },
    remove: (ids) => Promise.resolve(ids.filter((id) => documents.delete(id)).length),
    rebuild: (onProgress) => {
      onProgress?.({ done: documents.size, total: documents.size });
      return Promise.resolve();
    },
  };
  return engine;
}

function refusal(batch: readonly SearchDocument[], refused: ReadonlySet<string>) {
  const ids = batch.map(({ article }) => article.id).filter((id) => refused.has(id));
  return new DocumentsRefusedError(ids.map((id) => ({ id, reason: 'too strange' })));
}

/** A folder for jobs, and what works on it; `close` takes all of it away. */
export interface Place {
  readonly folder: string;
  readonly engine: FakeEngine;
  readonly notices: string[];
  open(options?: Partial<JobsOptions>): Jobs;
  files(): string[];
  close(): Promise<void>;
}

export function makePlace(): Place {
  const parent = mkdtempSync(join(tmpdir(), 'axtar-jobs-'));
  const folder = join(parent, 'jobs');
  const engine = createFakeEngine();
  const notices: string[] = [];
  const opened: Jobs[] = [];
  return {
    folder,
    engine,
    notices,
    open: (options) => {
      const jobs = openJobs({
        ...{ folder, engine, toArticle: indexing.toArticle, toDocument: indexing.toDocument },
        idsMatching: noneMatching,
        onNotice: (notice) => notices.push(notice),
        ...options,
      });
      opened.push(jobs);
      return jobs;
    },
    files: () => (existsSync(folder) ? readdirSync(folder).filter(isOfJob).toSorted() : []),
    close: async () => {
      for (const jobs of opened) await jobs.close();
      rmSync(parent, { recursive: true, force: true });
    },
  };
}

const isOfJob = (name: string): boolean => !name.startsWith('queue.lock');

// eslint-disable-next-line @typescript-eslint/require-await
async function* noneMatching(): AsyncGenerator<string[]> {
  yield [];
}

/** A text as a stream of small pieces, which may cut letters in two. */
export async function* streamOf(text: string, size = 7): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) {
    yield bytes.subarray(at, at + size);
    await Promise.resolve();
  }
}

export const linesOf = (count: number, from = 0): string =>
  Array.from({ length: count }, (_, at) =>
    JSON.stringify({ id: `${from + at}`, title: `Başlıq ${from + at}`, body: 'Mətn.' }),
  ).join('\n');

export const NDJSON = { format: 'ndjson', limitBytes: 1e9 } as const;
export const JSON_ARRAY = { format: 'json', limitBytes: 1e9 } as const;

/** A promise that a test resolves. */
export function gate() {
  let open: () => void = () => undefined;
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { passed, open };
}

/** Runs an upload to its end. */
export async function runUpload(
  jobs: Jobs,
  text: string,
  options: typeof NDJSON | typeof JSON_ARRAY,
) {
  const { job } = await jobs.receive(streamOf(text, 1000), options);
  await jobs.wait(job.id, 30_000);
  return jobs.get(job.id);
}
