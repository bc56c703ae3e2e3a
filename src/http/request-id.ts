import { randomUUID } from 'node:crypto';
import type { RequestHandler, Response } from 'express';
import { z } from 'zod';

/** Gives every request an id; a caller's own is kept when it is short and harmless, so that logs can be joined. */
export const giveRequestId: RequestHandler = (request, response, next) => {
  const given = request.get('X-Request-Id') ?? '';
  const requestId = /^[\w.-]{1,64}$/.test(given) ? given : randomUUID();
  response.locals['requestId'] = requestId;
  response.set('X-Request-Id', requestId);
  next();
};

const Locals = z.object({ requestId: z.string() });

/** The id that the request was given. */
export function requestIdOf(response: Response): string {
  const parsed = Locals.safeParse(response.locals);
  return parsed.success ? parsed.data.requestId : '';
}
