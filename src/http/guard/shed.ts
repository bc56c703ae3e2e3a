import type { ErrorRequestHandler, RequestHandler } from 'express';
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
  const find = finderOf(routes.filter(({ heavy }) => heavy));
  return function shed(request, response, next) {
    const route = find(request.method, request.path);
    const refusal = route && gate.refusal();
    if (!refusal) {
      next();
      return;
    }
    response.locals['route'] = route.path;
    response.locals['speaks'] = route.speaks;
    // Not by `next`: it would ask every route whether it wants to deal with a failure.
    void answer(refusal, request, response, next);
  };
}

/**
 * Finds the route of an address, as it is mounted.
 *
 * @example finderOf(routes)('GET', '/v1/similar/sefer')?.path // '/v1/similar/{id}'
 */
function finderOf(routes: readonly Route[]) {
  const known = routes.map((route) => {
    const path = route.path.replace(/[.*+?()[\]\\]/g, '\\$&').replace(/\{\w+\}/g, '[^/]+');
    return { route, method: route.method.toUpperCase(), address: new RegExp(`^${path}/?$`, 'i') };
  });
  return (method: string, path: string): Route | undefined => {
    const wanted = method === 'HEAD' ? 'GET' : method;
    return known.find((one) => one.method === wanted && one.address.test(path))?.route;
  };
}
