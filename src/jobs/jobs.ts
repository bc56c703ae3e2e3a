import { Readable } from 'node:stream';
import { JobUnsupportedError } from './errors.js';
import { holdFolder } from './holder.js';
import type { Job, JobEvent, JobSummary } from './job.js';
import type { Asker, Draft } from './reception.js';
import type { Entry } from './record.js';
import type { JobRequest, UploadFormat } from './request.js';
import { startJobs } from './running.js';
import { noFormerIndex } from './whole-index.js';
import type { WorkDeps } from './work.js';

/** Work that outlives the process that was asked for it. */
export interface Jobs {
  /**
   * Takes an upload of records (`documents.add`). When it resolves the upload is durable, and will
   * be indexed whatever happens to this process.
   * @example await jobs.receive(request, { format: 'ndjson', limitBytes: 1e9 }) // { job: { id: '0mdq…', status: 'queued', … }, repeated: false }
   * @throws UploadTooLargeError, UploadAbortedError, IdempotencyMismatchError, IdempotencyKeyError,
   *   JobsStorageError, JobsUnavailableError: nothing is kept
   */
  receive(upload: AsyncIterable<Uint8Array>, options: ReceiveOptions): Promise<Received>;
  /**
   * Asks for other work; throws as `receive` does.
   * @throws JobUnsupportedError when the engine cannot do it
   */
  enqueue(request: JobRequest, asker?: Asker): Promise<Received>;
  /** A job with its errors; undefined when it is not known (any more). */
  get(id: string): Promise<Job | undefined>;
  /** Newest first; `next` is the `after` of the next page. */
  list(options: { readonly limit: number; readonly after?: string | undefined }): JobPage;
  /** Cancels what has not ended; the job as it is then. */
  cancel(id: string): Promise<JobSummary | undefined>;
  /** The job as it is, then its changes until it ends, the reader leaves or the service closes. */
  events(id: string): AsyncIterable<JobEvent> | undefined;
  /** The job when it has ended, or as it is after so many milliseconds. */
  wait(id: string, milliseconds: number): Promise<JobSummary | undefined>;
  /** Takes no more work and lets a batch end, 3 s at most; the rest is done after the next start. */
  close(): Promise<void>;
}

export interface ReceiveOptions extends Asker {
  readonly format: UploadFormat;
  readonly limitBytes: number;
}

export interface Received {
  readonly job: JobSummary;
  /** The key had been used for the same before: this is the job of then. */
  readonly repeated: boolean;
}

export interface JobPage {
  readonly jobs: readonly JobSummary[];
  readonly next?: string;
}

export interface JobsOptions extends WorkDeps {
  /** Holds the jobs and nothing else; made where there is none. */
  readonly folder: string;
  /** Says on one line what an operator should know. */
  readonly onNotice?: (notice: string) => void;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/**
 * Opens the jobs of a folder and goes on with those that were queued or running. While another
 * process runs them, every call but `close` throws JobsUnavailableError, until that process ends.
 */
export function openJobs(options: JobsOptions): Jobs {
  const { folder, engine, onNotice = () => undefined } = options;
  const holder = holdFolder(folder, () => startJobs({ ...options, onNotice }), onNotice);
  const find = (id: string) => holder.held().store.find(id);
  const take = async (draft: Draft): Promise<Received> => {
    const { entry, repeated } = await holder.held().take(draft);
    return { job: entry.job, repeated };
  };

  return {
    receive: (upload, { format, limitBytes, ...asker }) =>
      take({ task: { kind: 'documents.add', format }, upload, limitBytes, asker }),
    enqueue: async (request, asker = {}) => {
      if (request.kind === 'rollback' && !engine.rollback) {
        throw new JobUnsupportedError(noFormerIndex(engine.capabilities.name));
      }
      return take({ ...toDraft(request), limitBytes: Infinity, asker });
    },
    get: async (id) => {
      const entry = find(id);
      return entry && { ...entry.job, ...(await holder.held().store.errorsOf(entry)) };
    },
    list: ({ limit, after }) => toPage(holder.held().store.entries(), limit, after),
    cancel: async (id) => {
      const entry = find(id);
      if (entry) await holder.held().queue.cancel(entry);
      return entry?.job;
    },
    events: (id) => {
      const entry = find(id);
      return entry && holder.held().events.listen(() => entry.job);
    },
    wait: async (id, milliseconds) => {
      const entry = find(id);
      if (entry)
        await untilEnd(
          holder.held().events.listen(() => entry.job),
          milliseconds,
        );
      return entry?.job;
    },
    close: () => holder.release((running) => running.close()),
  };
}

function toDraft(request: JobRequest): Pick<Draft, 'task' | 'upload' | 'total'> {
  const { kind } = request;
  if (kind !== 'documents.delete') return { task: { kind } };
  const { documents } = request;
  const upload = Readable.from([Buffer.from(JSON.stringify(documents))]);
  return { task: { kind }, upload, total: 'ids' in documents ? documents.ids.length : undefined };
}

function toPage(entries: readonly Entry[], limit: number, after: string | undefined): JobPage {
  const jobs = entries.map(({ job }) => job).toReversed();
  const older = after === undefined ? jobs : jobs.filter(({ id }) => id < after);
  const page = older.slice(0, limit);
  const last = page.at(-1)?.id;
  return { jobs: page, ...(older.length > limit && last !== undefined ? { next: last } : {}) };
}

async function untilEnd(events: AsyncIterable<JobEvent>, milliseconds: number): Promise<void> {
  const reader = events[Symbol.asyncIterator]();
  const timer = setTimeout(() => void reader.return?.(), milliseconds);
  try {
    while (!(await reader.next()).done);
  } finally {
    clearTimeout(timer);
  }
}
