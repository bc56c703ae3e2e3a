import { z } from 'zod';
import { hasEnded, Job, JobSummary } from '../../jobs/job.js';
import { limitOf } from '../../search/limit.js';
import type { Service } from '../../service.js';
import { Problem } from '../problem.js';
import { askerOf, QUEUE_PROBLEMS, QUEUES, replyWithJob } from '../reply-with-job.js';
import { defineRoute, NOTHING, type Route, type RouteFacts } from '../route.js';

const JobPath = z.object({ id: z.string().meta({ description: 'Id of the job.' }) });

const JobsQuery = z.strictObject({
  limit: limitOf({ usual: 20, most: 100 }),
  after: z.string().max(100).optional().meta({
    description: 'The "next" of an answer: goes on where that page ended.',
  }),
});

const JobList = z
  .object({
    jobs: z.array(JobSummary),
    next: z.string().optional().meta({ description: 'What "after" takes for the next page.' }),
  })
  .meta({ id: 'JobList', description: 'Jobs, the newest first.' });

const JobWanted = z.strictObject({ kind: z.enum(['reindex', 'rollback']) }).meta({
  id: 'JobWanted',
  description:
    '`reindex` analyses every document anew beside the live index; `rollback` brings the index back that was live before.',
});

const JOBS = { tag: 'jobs', access: 'editor' } satisfies Partial<RouteFacts>;

export const jobNotFound = (): Problem =>
  new Problem(
    'job_not_found',
    'No job has this id; jobs are forgotten some days after their end.',
    [{ in: 'path', path: 'id', message: 'expected the id of a job' }],
  );

/** What is queued, running and done. */
export const jobRoutes = ({ jobs }: Service): Route[] => [
  defineRoute(
    {
      ...JOBS,
      method: 'get',
      path: '/v1/jobs',
      summary: 'List jobs',
      answers: { 200: { description: 'Jobs, the newest first.', schema: JobList } },
      problems: ['storage_unavailable'],
    },
    { ...NOTHING, query: JobsQuery },
    ({ query }) => ({ status: 200, body: jobs.list(query) }),
  ),
  defineRoute(
    {
      ...JOBS,
      ...QUEUES,
      method: 'post',
      path: '/v1/jobs',
      summary: 'Ask for work on the whole index',
      problems: [...QUEUE_PROBLEMS, 'conflict'],
    },
    { ...NOTHING, body: JobWanted },
    async ({ body, request, caller }) =>
      replyWithJob(jobs, await jobs.enqueue(body, askerOf(request, caller)), request),
  ),
  defineRoute(
    {
      ...JOBS,
      method: 'get',
      path: '/v1/jobs/{id}',
      summary: 'Say what became of a job',
      answers: { 200: { description: 'The job, with what was wrong with records.', schema: Job } },
      problems: ['job_not_found', 'storage_unavailable'],
    },
    { ...NOTHING, params: JobPath },
    async ({ params: { id } }) => {
      const job = await jobs.get(id);
      if (!job) throw jobNotFound();
      return { status: 200, body: job };
    },
  ),
  defineRoute(
    {
      ...JOBS,
      method: 'post',
      path: '/v1/jobs/{id}/cancel',
      summary: 'Cancel a job',
      description: 'What it has done until then stays done.',
      answers: {
        200: { description: 'Canceled before it began.', schema: JobSummary },
        202: { description: 'It will stop soon; see the job.', schema: JobSummary },
      },
      problems: ['job_not_found', 'conflict', 'storage_unavailable'],
    },
    { ...NOTHING, params: JobPath },
    async ({ params: { id } }) => {
      const known = await jobs.get(id);
      if (!known) throw jobNotFound();
      if (hasEnded(known.status)) throw new Problem('conflict', `The job has ${known.status}.`);
      const job = await jobs.cancel(id);
      if (!job) throw jobNotFound();
      return { status: hasEnded(job.status) ? 200 : 202, body: job };
    },
  ),
];
