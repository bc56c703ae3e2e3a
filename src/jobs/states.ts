import type { JobKind, JobProblem, JobProgress, JobSummary } from './job.js';

/** How a job ends. */
export type End =
  | { readonly status: 'succeeded' | 'canceled' }
  | { readonly status: 'failed'; readonly error: JobProblem };

/** A new job; `at` is an RFC 3339 instant. */
export function enqueued(
  id: string,
  kind: JobKind,
  { by, at, total }: { by: string | undefined; at: string; total: number | undefined },
): JobSummary {
  return {
    id,
    kind,
    status: 'queued',
    ...(by === undefined ? {} : { by }),
    enqueuedAt: at,
    progress: { done: 0, ...(total === undefined ? {} : { total }), unit: unitOf(kind) },
  };
}

const unitOf = (kind: JobKind): JobProgress['unit'] =>
  kind === 'documents.add' ? 'bytes' : 'documents';

export const begun = (job: JobSummary, at: string): JobSummary => ({
  ...job,
  status: 'running',
  startedAt: at,
});

/** A job that will be begun anew. */
export function requeued({ id, kind, by, enqueuedAt, progress }: JobSummary): JobSummary {
  return enqueued(id, kind, { by, at: enqueuedAt, total: progress.total });
}

export function ended(job: JobSummary, end: End, at: string): JobSummary {
  const { done, total, unit, rate } = job.progress;
  const progress = {
    done,
    unit,
    ...(total === undefined ? {} : { total }),
    ...(rate === undefined ? {} : { rate }),
  };
  return { ...job, ...end, finishedAt: at, progress };
}
