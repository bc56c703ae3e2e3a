import type { ErrorRequestHandler, Request, RequestHandler } from 'express';
import { z } from 'zod';
import { EngineError } from '../../indexer/engine.js';
import { CursorError } from '../search/cursor.js';
import { FilterSyntaxError } from '../search/filter/error.js';
import { hideKeys } from '../keys/secret.js';
import { PageTooFarError } from '../search/service.js';
import { renderDocument } from '../web/document.js';
import { LANGUAGE_PARAMETER, languageOf } from '../web/language.js';
import { ProblemPage } from '../web/problem-page.js';
import { DESK } from './guard/session.js';
import { answerEarly, isHalfRead } from './answer-early.js';
import { speaksMeilisearch, toMeilisearchError } from './meilisearch/error.js';
import { writeProblem } from './write-problem.js';
import { Problem, PROBLEMS, retryAfter, type ProblemCode, type RequestError } from './problem.js';
import { bodyProblem } from './read-body.js';
import { requestIdOf } from './request-id.js';

/** The last route: nothing is there. */
export const answerNotFound: RequestHandler = ({ path }) => {
  throw new Problem('not_found', `Nothing is served at ${path.slice(0, 200)}.`);
};

/** Answers every failure as `application/problem+json` (RFC 9457); says no more than is safe. */
export function answerProblem(onFailure: (error: unknown, requestId: string) => void) {
  return ((error: unknown, request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const problem = toProblem(error, request.method === 'GET' ? 'query' : 'body');
    const requestId = requestIdOf(response);
    const { status } = PROBLEMS[problem.code];
    if (status >= 500 && !(error instanceof Problem)) onFailure(error, requestId);
    response.locals['problem'] = problem.code;
    response.set({ 'Cache-Control': 'no-store', ...problem.headers });
    if (speaksMeilisearch(request, response)) {
      const { status: theirs, body } = toMeilisearchError(problem);
      response.status(theirs).json(body);
      return;
    }
    if (response.locals['speaks'] === 'html') {
      const lang = languageOf(request.query[LANGUAGE_PARAMETER]);
      const atDesk = request.originalUrl.startsWith(DESK);
      const shown = { problem, requestId, lang, atDesk, ...retryOf(request) };
      const page = renderDocument(ProblemPage(shown));
      response.status(status).type('html').send(hideKeys(page));
      return;
    }
    const body = hideKeys(
      JSON.stringify({
        ...problemBody(problem, request.acceptsLanguages('en', 'az') === 'az'),
        // As it came: an address such as //a}b has no path that could be read out of it.
        instance: request.originalUrl.replace(/[?#].*/s, '').slice(0, 500),
        requestId,
      }),
    );
    response.status(status).type('application/problem+json');
    if (isHalfRead(request, response)) answerEarly(request, response, body);
    else response.send(body);
  }) satisfies ErrorRequestHandler;
}

/** Only what is read can be tried again by following a link. */
const retryOf = ({ method, originalUrl }: Request) =>
  method === 'GET' && /^\/(?!\/)/.test(originalUrl) ? { retry: originalUrl } : {};

function problemBody({ code, detail, errors, headers }: Problem, azerbaijani: boolean) {
  const { status, title, az } = PROBLEMS[code];
  const wait = headers['Retry-After'];
  return {
    type: `/docs#${code}`,
    title: azerbaijani ? az : title,
    status,
    detail,
    code,
    ...(wait === undefined ? {} : { retryAfter: Number(wait) }),
    errors,
  };
}

const ParserError = z.object({ type: z.string(), message: z.string() });

/**
 * Any failure as a problem; what is not ours to tell becomes a fixed sentence. `where` is what holds
 * the parameters of the request.
 */
export function toProblem(error: unknown, where: RequestError['in']): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof PageTooFarError) {
    return new Problem('page_too_far', error.message, [
      { in: 'query', path: 'page', message: error.message },
    ]);
  }
  if (error instanceof EngineError) return engineProblem(error);
  if (error instanceof FilterSyntaxError) return filterProblem(error, where);
  if (error instanceof CursorError) {
    return new Problem('invalid_parameter', `after: ${error.message}`, [
      { in: 'query', path: 'after', message: error.message },
    ]);
  }
  if (error instanceof URIError) {
    return new Problem('malformed_url', 'A percent sign in the address is not an escape.');
  }
  const write = writeProblem(error);
  if (write) return write;
  const parser = ParserError.safeParse(error);
  const known = parser.success ? bodyProblem(parser.data.type, parser.data.message) : undefined;
  return known ?? new Problem('internal', 'The failure has been logged under the requestId.');
}

function filterProblem(
  { message, position, path }: FilterSyntaxError,
  where: RequestError['in'],
): Problem {
  const place = `filter${path.map((index) => `[${index}]`).join('')}`;
  return new Problem('invalid_filter', message, [{ in: where, path: place, message, position }]);
}

const ENGINE_CODES: Readonly<Record<EngineError['code'], ProblemCode>> = {
  unavailable: 'engine_unavailable',
  index_locked: 'engine_unavailable',
  index_unusable: 'engine_unavailable',
  rebuild_running: 'conflict',
  document_refused: 'invalid_document',
};

function engineProblem({ code, message }: EngineError): Problem {
  const ours = ENGINE_CODES[code];
  if (ours === 'engine_unavailable')
    return new Problem(ours, 'Try again in a moment.', [], retryAfter(2));
  return new Problem(ours, message);
}
