import type { ErrorRequestHandler, RequestHandler } from 'express';
import type { Problem } from '../problem.js';
import type { Route } from '../route.js';
import type { Gate } from './gate.js';

/**
 * Refuses, before anything else is done for it, what the gate would refuse: under a flood it is the
 * refusals that cost, and whoever has been let in waits for them.
 */
export function shedLoad(
  gate: Pick<Gate, 'refusal'>,
  routes: readonly Route[],
  answer: ErrorRequestHandler,
): RequestHandler {
  const isHeavy = matcherOf(routes.filter(({ heavy, speaks }) => heavy && speaks === undefined));
  return function shed(request, response, next) {
    const refusal: Problem | undefined = isHeavy(request.method, request.path)
      ? gate.refusal()
      : undefined;
    // Not by `next`: it would ask every route whether it wants to deal with a failure.
    if (refusal) void answer(refusal, request, response, next);
    else next();
  };
}

/**
 * Tells whether an address is that of one of the routes.
 *
 * @example matcherOf([similar])('GET', '/v1/similar/sefer') // true
 */
function matcherOf(routes: readonly Route[]): (method: string, path: string) => boolean {
  const patterns = new Map<string, RegExp>();
  for (const method of new Set(routes.map((route) => route.method))) {
    const paths = routes
      .filter((route) => route.method === method)
      .map(({ path }) => path.replace(/[.*+?()[\]\\]/g, '\\$&').replace(/\{\w+\}/g, '[^/]+'));
    patterns.set(method.toUpperCase(), new RegExp(`^(?:${paths.join('|')})/?$`, 'i'));
  }
  return (method, path) => patterns.get(method === 'HEAD' ? 'GET' : method)?.test(path) ?? false;
}
