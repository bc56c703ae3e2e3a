import { z } from 'zod';
import { hasEnded } from '../../jobs/job.js';
import type { Jobs } from '../../jobs/jobs.js';
import type { Service } from '../../service.js';
import {
  defineRoute,
  EVENT_STREAM,
  NOTHING,
  type Input,
  type Reply,
  type Route,
} from '../route.js';
import { eventId, sendEvents } from '../send-events.js';
import { jobNotFound } from './jobs.js';

const JobPath = z.object({ id: z.string().meta({ description: 'Id of the job.' }) });

/** What becomes of a job, as it happens. */
export const jobEventRoutes = ({ jobs }: Service): Route[] => [
  defineRoute(
    {
      method: 'get',
      path: '/v1/jobs/{id}/events',
      tag: 'jobs',
      summary: 'Watch a job',
      description:
        'Server-sent events: the job as it is, then each change of its state (`state`) and its progress (`progress`, four times a second at most). The stream ends with the job, or with the service.',
      access: 'editor',
      answers: {
        200: {
          description: 'Events; `data` of each is the job (JobSummary).',
          type: EVENT_STREAM,
          example:
            'id: queued-0\nevent: state\ndata: {"id":"0mdq3v1x29f3c0a7be1","status":"queued","kind":"reindex"}\n\n',
        },
        204: { description: 'The job has ended, and the last event is known: nothing will come.' },
      },
      problems: ['job_not_found', 'storage_unavailable'],
      headers: { 'Last-Event-ID': 'Id of the event that was read last.' },
    },
    { ...NOTHING, params: JobPath },
    ({ params: { id }, ...asked }) => watchJob(jobs, id, asked),
  ),
];

type Asked = Pick<Input<unknown, unknown, unknown>, 'request' | 'response' | 'signal'>;

/**
 * Answers with what becomes of a job, until it ends or the reader has gone.
 * @throws Problem `job_not_found`
 */
export async function watchJob(
  jobs: Jobs,
  id: string,
  { request, response, signal }: Asked,
): Promise<Reply | undefined> {
  const job = await jobs.get(id);
  const events = jobs.events(id);
  if (!job || !events) throw jobNotFound();
  // Browsers come back for ever after a stream has ended, unless they are told so.
  const knowsAll = hasEnded(job.status) && request.get('Last-Event-ID') === eventId(job);
  if (knowsAll) return { status: 204 };
  if (request.method === 'HEAD') return { status: 200, headers: { 'Content-Type': EVENT_STREAM } };
  await sendEvents(events, response, signal);
  return undefined;
}
