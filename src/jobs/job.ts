import { z } from 'zod';

export const JobKind = z
  .enum(['documents.add', 'documents.delete', 'reindex', 'rollback'])
  .meta({ id: 'JobKind', description: 'What a job does.' });
export type JobKind = z.infer<typeof JobKind>;

export const JobStatus = z.enum(['queued', 'running', 'succeeded', 'failed', 'canceled']).meta({
  id: 'JobStatus',
  description:
    'Where a job stands. It ends as `succeeded` (all was gone through; single records may have ' +
    'been left out), `failed` (see `error`), or `canceled`; `result` says what was done until then.',
});
export type JobStatus = z.infer<typeof JobStatus>;

export const JobProgress = z
  .object({
    done: z.number().nonnegative(),
    total: z.number().nonnegative().optional().meta({ description: 'Absent when nobody knows.' }),
    unit: z.enum(['bytes', 'documents']),
    rate: z.number().nonnegative().optional().meta({ description: 'Units a second.' }),
    secondsLeft: z.number().nonnegative().optional().meta({ description: 'An estimate.' }),
  })
  .meta({ id: 'JobProgress', description: 'How far a job has come.' });
export type JobProgress = z.infer<typeof JobProgress>;

const Count = z.int().nonnegative();

export const JobResult = z
  .object({
    indexed: Count.optional().meta({ description: 'Documents added or replaced.' }),
    skipped: Count.optional().meta({ description: 'Records left out: see `errors`.' }),
    deleted: Count.optional().meta({ description: 'Documents that were there and are deleted.' }),
    reindexed: Count.optional().meta({ description: 'Documents analysed anew.' }),
    updated: Count.optional().meta({ description: 'Documents a former index has caught up with.' }),
    removed: Count.optional().meta({ description: 'Documents removed since it was replaced.' }),
    builtAt: z.iso
      .datetime({ offset: true })
      .optional()
      .meta({ description: 'When the index was built that is live again.' }),
  })
  .meta({ id: 'JobResult', description: 'What a job has done so far; counts by its kind.' });
export type JobResult = z.infer<typeof JobResult>;

export const JobProblem = z
  .object({
    line: z.int().positive().optional().meta({ description: 'Where the record begins, from 1.' }),
    path: z.string().optional().meta({ description: 'JSON path: `[3].date`, `title`.' }),
    id: z.string().optional().meta({ description: 'Of a document that the engine refused.' }),
    message: z.string(),
  })
  .meta({ id: 'JobProblem', description: 'What is wrong, where, and what was expected.' });
export type JobProblem = z.infer<typeof JobProblem>;

const Instant = z.iso.datetime();

export const JobSummary = z
  .object({
    id: z.string(),
    kind: JobKind,
    status: JobStatus,
    by: z.string().optional().meta({ description: 'Id of the key that asked for it.' }),
    enqueuedAt: Instant,
    startedAt: Instant.optional(),
    finishedAt: Instant.optional(),
    progress: JobProgress,
    result: JobResult.optional(),
    error: JobProblem.optional().meta({ description: 'Why the job failed.' }),
  })
  .meta({ id: 'JobSummary', description: 'A job without the list of its errors.' });
export type JobSummary = z.infer<typeof JobSummary>;

export const MOST_ERRORS = 1000;

export const Job = JobSummary.extend({
  errors: z
    .array(JobProblem)
    .max(MOST_ERRORS)
    .optional()
    .meta({ description: `Records left out, the first ${MOST_ERRORS} problems.` }),
  errorsOmitted: Count.optional().meta({ description: 'Problems beyond those in `errors`.' }),
}).meta({ id: 'Job', description: 'Work that was asked for, and what became of it.' });
export type Job = z.infer<typeof Job>;

export const JobEvent = z
  .object({ type: z.enum(['state', 'progress']), job: JobSummary })
  .meta({ id: 'JobEvent', description: 'A change of `status`, or of `progress` alone.' });
export type JobEvent = z.infer<typeof JobEvent>;

/** Whether nothing more will happen to a job of this status. */
export const hasEnded = (status: JobStatus): boolean => status !== 'queued' && status !== 'running';
