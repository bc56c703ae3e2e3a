import type { Request, RequestHandler } from 'express';
import { Problem } from '../problem.js';

const READS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Lets only our own pages write: the session travels in a cookie, which a browser adds by itself to
 * whatever a page elsewhere makes it send.
 */
export const refuseForeignWrites: RequestHandler = (request, _response, next) => {
  if (!READS.has(request.method) && !comesFromUs(request)) {
    throw new Problem('forbidden', 'Expected a request from a page of this service itself.');
  }
  next();
};

/**
 * Browsers say where a request comes from, and no page can make them say otherwise. Where they say
 * only its origin (over plain HTTP), it must be the one that was asked.
 */
function comesFromUs(request: Request): boolean {
  const site = request.get('Sec-Fetch-Site');
  if (site !== undefined) return site === 'same-origin';
  const origin = request.get('Origin') ?? '';
  return URL.canParse(origin) && new URL(origin).host === request.host;
}
