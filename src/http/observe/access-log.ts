import { createHash } from 'node:crypto';
import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import { callerOf } from '../guard/caller.js';
import { requestIdOf } from '../request-id.js';
import { problemOf, routeOf } from './route-label.js';

/**
 * One line a request. It says nothing of persons: no address, no key, and of what was searched for
 * only a short hash, by which equal queries can be told, unless the operator wants the words.
 */
export const logRequests = (logger: Logger, withQueries: boolean): RequestHandler =>
  function logRequest(request, response, next) {
    const started = performance.now();
    response.once('close', () => {
      const { q } = request.query;
      const problem = problemOf(response);
      const { keyId } = callerOf(response);
      const entry = {
        requestId: requestIdOf(response),
        method: request.method,
        route: routeOf(response),
        status: response.statusCode,
        ms: Math.round((performance.now() - started) * 10) / 10,
        ...(response.writableFinished ? {} : { aborted: true }),
        ...(problem === undefined ? {} : { problem }),
        ...(keyId === undefined ? {} : { keyId }),
        ...(typeof q === 'string' && q !== '' ? { query: withQueries ? q : hashOf(q) } : {}),
      };
      const level = response.statusCode >= 500 ? 'error' : 'info';
      logger[level](entry, `${request.method} ${entry.route} ${response.statusCode}`);
    });
    next();
  };

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 12);
