import { z } from 'zod';
import type { ZodOpenApiResponseObject } from 'zod-openapi';
import type { AnswerKind, Route } from '../route.js';

const header = (id: string, description: string, example: string) =>
  z.string().meta({ description, example, header: { id } });

const REQUEST_ID = header(
  'X-Request-Id',
  "Id of the request; a caller's own is kept when it is short and harmless.",
  'b1f5c1b2-4a4e-4b61-9f55-0d6c1f6d3c0e',
);
const ETAG = header(
  'ETag',
  'Names this answer; its time of processing is not counted.',
  'W/"3q2-7wAA"',
);
const CACHE_CONTROL = header(
  'Cache-Control',
  'Answers may be kept, and asked about each time.',
  'private, no-cache',
);

const ALWAYS = { 'X-Request-Id': REQUEST_ID };
const KEPT = { ...ALWAYS, ETag: ETAG, 'Cache-Control': CACHE_CONTROL };

/** Whether clients may keep an answer and ask by its ETag whether it still stands. */
export const isKept = ({ method, answers }: Route): boolean =>
  method === 'get' && answers[200]?.schema !== undefined;

export const NOT_MODIFIED: ZodOpenApiResponseObject = {
  description: 'The answer that the ETag of If-None-Match names still stands.',
  headers: z.object(KEPT),
};

/** An answer that is no problem. */
export function answerOf(
  kind: AnswerKind,
  status: number,
  kept: boolean,
): ZodOpenApiResponseObject {
  const { description, schema, type, example } = kind;
  const headers = z.object(kept && status === 200 ? KEPT : { ...ALWAYS, ...OF_STATUS[status] });
  if (!schema && !type) return { description, headers };
  const media = { schema: schema ?? z.string(), ...(example === undefined ? {} : { example }) };
  return { description, headers, content: { [type ?? 'application/json']: media } };
}

const RETRY_AFTER = header('Retry-After', 'Seconds to wait.', '2');
const ALLOW = header('Allow', 'The methods that are taken.', 'GET, HEAD');
const CHALLENGE = header('WWW-Authenticate', 'How to say who you are.', 'Bearer realm="axtar"');

const LOCATION = header(
  'Location',
  'Address of what was made.',
  '/v1/jobs/0mdq3v1x29f3c0a7be1',
).optional();

const OF_STATUS: Readonly<Record<number, Readonly<Record<string, z.ZodType>>>> = {
  201: { Location: LOCATION },
  202: { Location: LOCATION },
  401: { 'WWW-Authenticate': CHALLENGE },
  405: { Allow: ALLOW },
  429: { 'Retry-After': RETRY_AFTER },
  503: { 'Retry-After': RETRY_AFTER },
};

/** Headers of a problem of this status. */
export const problemHeaders = (status: number) => z.object({ ...ALWAYS, ...OF_STATUS[status] });
