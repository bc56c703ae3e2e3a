import type { Request } from 'express';
import { hasEnded, Job, JobSummary } from '../jobs/job.js';
import type { Jobs, Received } from '../jobs/jobs.js';
import type { Asker } from '../jobs/reception.js';
import type { Caller } from './guard/caller.js';
import { preferredWait } from './prefer.js';
import type { ProblemCode } from './problem.js';
import type { Reply, RouteFacts } from './route.js';

/** What a route says of itself that queues work. */
export const QUEUES = {
  answers: {
    200: { description: 'With `Prefer: wait`: the job, which has ended.', schema: Job },
    202: { description: 'The job is queued; `Location` is its address.', schema: JobSummary },
  },
  headers: {
    Prefer: 'wait=N waits up to N seconds (at most 60) for the job to end.',
    'Idempotency-Key':
      '1 to 255 visible ASCII characters: the same key with the same request again gives the job of the first time.',
  },
} satisfies Pick<RouteFacts, 'answers' | 'headers'>;

export const QUEUE_PROBLEMS = [
  'idempotency_mismatch',
  'storage_unavailable',
] as const satisfies readonly ProblemCode[];

/** Who asks for a job, and with which key so as not to ask twice. */
export const askerOf = (request: Request, { keyId }: Caller): Asker => ({
  by: keyId,
  idempotencyKey: request.get('Idempotency-Key'),
});

/** How long a connection may be silent beyond the time that was asked for. */
const PATIENCE_SECONDS = 30;

/** A job that has been taken; waited for when the caller prefers that. */
export async function replyWithJob(
  jobs: Jobs,
  { job, repeated }: Received,
  request: Request,
): Promise<Reply> {
  const headers = {
    Location: `/v1/jobs/${job.id}`,
    ...(repeated ? { 'Idempotent-Replayed': 'true' } : {}),
  };
  const seconds = preferredWait(request.get('Prefer'));
  if (seconds === undefined) return { status: 202, body: job, headers };
  request.setTimeout((seconds + PATIENCE_SECONDS) * 1000);
  const later = (await jobs.wait(job.id, seconds * 1000)) ?? job;
  const applied = { ...headers, 'Preference-Applied': `wait=${seconds}` };
  if (!hasEnded(later.status)) return { status: 202, body: later, headers: applied };
  return { status: 200, body: (await jobs.get(job.id)) ?? later, headers: applied };
}
