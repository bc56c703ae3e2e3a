import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { JobsUnavailableError } from './errors.js';
import { removeFile, writeDurably } from './files.js';
import { loadEntries } from './load.js';
import { StoredJob, toStored, type Entry, type ErrorList } from './record.js';

/** The jobs of a folder: `<id>.json`, and `<id>.body` until the job has ended. */
export interface JobStore {
  /** Every job, oldest first. */
  entries(): readonly Entry[];
  find(id: string): Entry | undefined;
  /** Makes a new job durable, and only then known. */
  add(entry: Entry): Promise<void>;
  /** Makes what is known of a job durable. */
  save(entry: Entry): Promise<void>;
  /** Forgets a job, with its files. */
  drop(id: string): Promise<void>;
  errorsOf(entry: Entry): Promise<ErrorList>;
  bodyPath(id: string): string;
  /** Lets writes under way end; later ones are refused. */
  close(): Promise<void>;
}

/**
 * Opens a folder of jobs and clears away what killed processes have left. Only the holder of the
 * folder's lock may do so.
 */
export function openStore(folder: string, onNotice: (notice: string) => void): JobStore {
  const known = new Map(loadEntries(folder, onNotice).map((entry) => [entry.job.id, entry]));
  let closed = false;
  let last: Promise<void> = Promise.resolve();
  const file = (id: string) => join(folder, `${id}.json`);
  const bodyPath = (id: string) => join(folder, `${id}.body`);

  /** One after the other, so that an older state never replaces a newer one. */
  function save(entry: Entry): Promise<void> {
    if (closed) return Promise.reject(new JobsUnavailableError('The jobs have been closed.'));
    const saved = last.then(() =>
      writeDurably(file(entry.job.id), `${JSON.stringify(toStored(entry))}\n`),
    );
    last = saved.catch(() => undefined);
    return saved;
  }

  async function add(entry: Entry): Promise<void> {
    try {
      await save(entry);
      known.set(entry.job.id, entry);
    } catch (error) {
      await removeFile(file(entry.job.id));
      throw error;
    }
  }

  async function drop(id: string): Promise<void> {
    known.delete(id);
    await removeFile(file(id));
    await removeFile(bodyPath(id));
  }

  return {
    entries: () => [...known.values()],
    find: (id) => known.get(id),
    add,
    save,
    drop,
    errorsOf: (entry) => (entry.errors ? Promise.resolve(entry.errors()) : readErrors(file, entry)),
    bodyPath,
    close: () => {
      closed = true;
      return last;
    },
  };
}

async function readErrors(file: (id: string) => string, { job }: Entry): Promise<ErrorList> {
  if (job.finishedAt === undefined) return {};
  const text = await readFile(file(job.id), 'utf8');
  const { errors, errorsOmitted } = StoredJob.parse(JSON.parse(text)).job;
  return { errors, errorsOmitted };
}
