import { z } from 'zod';
import { createFilterNames } from '../../search/filter/names.js';
import { parseFilter } from '../../search/filter/parse.js';
import type { Service } from '../../service.js';
import type { Deletion } from '../../jobs/request.js';
import { askerOf, QUEUE_PROBLEMS, QUEUES, replyWithJob } from '../reply-with-job.js';
import { defineRoute, NOTHING, type Route, type RouteFacts } from '../route.js';
import { openUpload, UPLOAD_TYPES } from '../upload.js';

const MOST_IDS = 10_000;

/** Which documents to delete. An empty filter, which everything passes, is rather a mistake. */
const DeleteRequest = z
  .strictObject({
    ids: z.array(z.string().max(200)).min(1).max(MOST_IDS).optional(),
    filter: z
      .string()
      .refine((text) => text.trim() !== '', 'expected a filter that is not empty')
      .optional()
      .meta({ description: 'A condition in the filter language.' }),
  })
  .refine(({ ids, filter }) => (ids === undefined) !== (filter === undefined), {
    message: 'expected either "ids" or "filter"',
  })
  .meta({
    id: 'DeleteRequest',
    description: 'Which documents to delete: those of the ids, or those that pass the filter.',
    example: { filter: 'source = "Xəzər Xəbər" AND date < 2020-01-01' },
  });

const MANY = {
  method: 'post',
  tag: 'documents',
  access: 'editor',
  ...QUEUES,
} satisfies Partial<RouteFacts>;

/** Documents in bulk: what is asked is durable when it is answered, and done as a job. */
export function uploadRoutes({ jobs, settings, topics, analyzer }: Service): Route[] {
  const names = createFilterNames(topics, analyzer);

  const deletionOf = ({ ids = [], filter }: z.infer<typeof DeleteRequest>): Deletion =>
    filter === undefined ? { ids } : { where: parseFilter(filter, names) };

  return [
    defineRoute(
      {
        ...MANY,
        path: '/v1/documents',
        summary: 'Add or replace many articles',
        description:
          'A JSON array of records, a record a line, or CSV whose header names the fields; `Content-Encoding: gzip` is read. A record that cannot be used is left out and reported in the `errors` of the job.',
        problems: [...QUEUE_PROBLEMS, 'malformed_body'],
        streams: UPLOAD_TYPES,
        headers: { ...QUEUES.headers, 'Content-Encoding': 'gzip, or none.' },
      },
      NOTHING,
      async ({ request, caller }) => {
        const limitBytes = settings.mostUploadBytes;
        const { format, bytes } = openUpload(request, limitBytes);
        const received = await jobs.receive(bytes, {
          format,
          limitBytes,
          ...askerOf(request, caller),
        });
        return replyWithJob(jobs, received, request);
      },
    ),
    defineRoute(
      {
        ...MANY,
        path: '/v1/documents/delete',
        summary: 'Delete many articles',
        problems: [...QUEUE_PROBLEMS, 'invalid_filter'],
      },
      { ...NOTHING, body: DeleteRequest },
      async ({ body, request, caller }) => {
        const documents = deletionOf(body);
        const received = await jobs.enqueue(
          { kind: 'documents.delete', documents },
          askerOf(request, caller),
        );
        return replyWithJob(jobs, received, request);
      },
    ),
  ];
}
