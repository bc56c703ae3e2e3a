import { createHash, randomUUID } from 'node:crypto';
import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { createAdmission, type Admitted } from './admission.js';
import { writeBody, type BodyLimits, type WrittenBody } from './body.js';
import { IdempotencyKeyError, JobsUnavailableError } from './errors.js';
import { removeFile, toStorageError } from './files.js';
import { createIds } from './ids.js';
import type { Entry } from './record.js';
import { isIdempotencyKey, type Task } from './request.js';
import { enqueued } from './states.js';
import type { JobStore } from './store.js';

/** Who asks, and with which key so as not to ask twice. */
export interface Asker {
  /** Id of the key of the API that asks; idempotency keys are told apart by it. */
  readonly by?: string | undefined;
  /** 1 to 255 visible ASCII characters. */
  readonly idempotencyKey?: string | undefined;
}

/** Something to do: `upload` is what the job will read, `total` how much it is in units of its kind. */
export interface Draft {
  readonly task: Task;
  readonly asker: Asker;
  readonly limitBytes: number;
  readonly upload?: AsyncIterable<Uint8Array>;
  readonly total?: number | undefined;
}

export interface ReceptionDeps {
  readonly folder: string;
  readonly store: JobStore;
  readonly closing: BodyLimits['closing'];
  readonly now: () => number;
}

/** Makes jobs of what is asked: durable when it resolves, or else nothing of it is left. */
export function createReception({ folder, store, closing, now }: ReceptionDeps) {
  const nextId = createIds(store.entries().at(-1)?.job.id, now);
  const admit = createAdmission(store);

  return async function take(draft: Draft): Promise<Admitted> {
    const { upload, limitBytes, asker } = draft;
    const key = asker.idempotencyKey;
    if (key !== undefined && !isIdempotencyKey(key)) throw new IdempotencyKeyError();
    const part = join(folder, `${randomUUID()}.part`);
    const body = upload && (await writeBody(upload, part, { limitBytes, closing }));
    const idempotency = key === undefined ? undefined : { key, fingerprint: print(draft, body) };
    try {
      const wanted = { idempotency, by: asker.by };
      return await admit(wanted, () => make(draft, idempotency, body && { ...body, part }));
    } finally {
      if (body) await removeFile(part);
    }
  };

  /** Nothing is awaited before the job is on its way to disk: jobs stay in the order of their ids. */
  async function make(
    { task, asker: { by }, total }: Draft,
    idempotency: Entry['idempotency'],
    body: (WrittenBody & { readonly part: string }) | undefined,
  ): Promise<Entry> {
    if (closing.aborted) throw new JobsUnavailableError('The service is closing: send it again.');
    const [id, at] = [nextId(), new Date(now()).toISOString()];
    const job = enqueued(id, task.kind, { by, at, total: total ?? body?.bytes });
    const entry: Entry = { job, task, idempotency, attempts: 0, cancelRequested: false };
    try {
      if (body) move(body.part, store.bodyPath(id));
      await store.add(entry);
      return entry;
    } catch (error) {
      await removeFile(store.bodyPath(id));
      throw error;
    }
  }
}

function move(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    throw toStorageError(error, to);
  }
}

/** The same for the same work alone. */
function print({ task }: Draft, body: WrittenBody | undefined): string {
  return createHash('sha256')
    .update(JSON.stringify([task, body?.hash]))
    .digest('hex');
}
