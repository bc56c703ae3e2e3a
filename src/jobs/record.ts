import { z } from 'zod';
import { Job, JobSummary } from './job.js';
import { Task } from './request.js';

/** A job as its file holds it: what is told of it, and what is needed to do it. */
export const StoredJob = z.strictObject({
  version: z.literal(1),
  job: Job,
  task: Task,
  /** The key it was asked for with, and the hash of what was asked. */
  idempotency: z.strictObject({ key: z.string(), fingerprint: z.string() }).optional(),
  /** How often a process began it and did not come to an end. */
  attempts: z.int().nonnegative(),
  cancelRequested: z.boolean(),
});
export type StoredJob = z.infer<typeof StoredJob>;

/** A job as it is kept in memory: without its errors, which may be many. */
export interface Entry extends Omit<StoredJob, 'job' | 'version'> {
  job: JobSummary;
  attempts: number;
  cancelRequested: boolean;
  /** While the job runs, and until its errors are in its file. */
  errors?: (() => ErrorList) | undefined;
}

export type ErrorList = Pick<Job, 'errors' | 'errorsOmitted'>;

export function toEntry(stored: StoredJob): Entry {
  const { job, task, idempotency, attempts, cancelRequested } = stored;
  return { job: JobSummary.parse(job), task, idempotency, attempts, cancelRequested };
}

export function toStored({ job, errors, ...rest }: Entry): StoredJob {
  return { ...rest, version: 1, job: { ...job, ...errors?.() } };
}
