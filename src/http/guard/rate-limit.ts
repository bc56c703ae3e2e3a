import type { RequestHandler } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import { Problem, retryAfter } from '../problem.js';
import { callerOf } from './caller.js';

const MINUTE_MS = 60_000;

/**
 * Counts requests by key, and by address where there is none; those that are refused count too, so
 * that keys and addresses cannot be tried out at will. `perMinute` 0 is no limit, but a key's own
 * rate always holds.
 */
export function limitRate(perMinute: number): RequestHandler {
  return rateLimit({
    windowMs: MINUTE_MS,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    identifier: 'axtar',
    limit: (_request, response) => callerOf(response).rate ?? perMinute,
    skip: (_request, response) => perMinute === 0 && callerOf(response).rate === undefined,
    keyGenerator: (request, response) =>
      callerOf(response).keyId ?? ipKeyGenerator(request.ip ?? 'unknown'),
    handler: (_request, response) => {
      throw new Problem(
        'too_many_requests',
        'Expected fewer requests a minute; see the RateLimit headers.',
        [],
        retryAfter(Number(response.get('Retry-After') ?? MINUTE_MS / 1000)),
      );
    },
  });
}
