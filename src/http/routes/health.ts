import { z } from 'zod';
import type { Service } from '../../service.js';
import { Readiness } from '../observe/readiness.js';
import { retryAfter } from '../problem.js';
import { defineRoute, NOTHING, type Route } from '../route.js';

const Health = z.object({ status: z.literal('available') }).meta({ id: 'Health' });
const Live = z.object({ status: z.literal('live') }).meta({ id: 'Live' });

/** Seconds after which it is worth asking again. */
const ASK_AGAIN = 2;

/** What those ask who start, stop and watch the process. */
export const healthRoutes = ({ engine, readiness }: Service): Route[] => [
  defineRoute(
    {
      method: 'get',
      path: '/health',
      tag: 'service',
      summary: 'Say whether the service answers from its index',
      access: 'public',
      answers: { 200: { description: 'It does.', schema: Health } },
      problems: ['engine_unavailable'],
    },
    NOTHING,
    async () => {
      await engine.stats();
      return { status: 200, body: { status: 'available' } };
    },
  ),
  defineRoute(
    {
      method: 'get',
      path: '/health/live',
      tag: 'service',
      summary: 'Say that the process is up',
      description: 'Asks nothing else: whoever does not answer this should be started again.',
      access: 'public',
      answers: { 200: { description: 'It is.', schema: Live } },
      problems: [],
    },
    NOTHING,
    () => ({ status: 200, body: { status: 'live' }, headers: { 'Cache-Control': 'no-store' } }),
  ),
  defineRoute(
    {
      method: 'get',
      path: '/health/ready',
      tag: 'service',
      summary: 'Say whether everything is there that the service needs',
      access: 'public',
      answers: {
        200: { description: 'It is.', schema: Readiness },
        503: { description: 'It is not: the parts say which.', schema: Readiness },
      },
      problems: [],
    },
    NOTHING,
    async () => {
      const body = await readiness();
      const headers = { 'Cache-Control': 'no-store' };
      if (body.status === 'ready') return { status: 200, body, headers };
      return { status: 503, body, headers: { ...headers, ...retryAfter(ASK_AGAIN) } };
    },
  ),
];
