import type { ErrorRequestHandler, RequestHandler, Response } from 'express';
import { z } from 'zod';
import { EngineError } from '../../indexer/engine.js';
import { PageTooFarError } from '../search/service.js';

/** Every code that a client may branch on, with its status and fixed title. */
export const PROBLEMS = {
  invalid_parameter: { status: 400, title: 'A parameter cannot be used.' },
  page_too_far: { status: 400, title: 'The page lies beyond the hits that can be paged to.' },
  malformed_url: { status: 400, title: 'The address is not well formed.' },
  document_not_found: { status: 404, title: 'There is no such document.' },
  not_found: { status: 404, title: 'There is nothing at this address.' },
  method_not_allowed: { status: 405, title: 'This address does not take that method.' },
  engine_unavailable: { status: 503, title: 'The search engine does not answer.' },
  internal: { status: 500, title: 'Something went wrong on our side.' },
} as const;

export type ProblemCode = keyof typeof PROBLEMS;

export interface ParameterError {
  readonly in: 'query' | 'path';
  readonly path: string;
  readonly message: string;
}

/** An answer that is a problem. `detail` is for people; clients branch on `code`. */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly code: ProblemCode,
    readonly detail: string,
    readonly errors: readonly ParameterError[] = [],
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(detail);
  }
}

/** Query parameters that a schema refused, one entry a parameter. */
export function parameterProblem(
  error: z.ZodError,
  known: readonly string[],
  query: Readonly<Record<string, unknown>>,
): Problem {
  const errors = error.issues.flatMap((issue): ParameterError[] => {
    if (issue.code !== 'unrecognized_keys') {
      const path = String(issue.path[0]);
      const repeated = Array.isArray(query[path]) && issue.path.length === 1;
      const message = repeated ? 'given more than once; expected one value' : issue.message;
      return [{ in: 'query', path, message }];
    }
    const message = `unknown parameter; expected one of ${known.join(', ')}`;
    return issue.keys.map((key) => ({ in: 'query', path: key.slice(0, 100), message }));
  });
  const named = errors.map(({ path, message }) => `${path}: ${message}`);
  return new Problem('invalid_parameter', named.join('; '), errors);
}

/** No document has the id that the path or the query gives. */
export const documentNotFound = (where: ParameterError['in']): Problem =>
  new Problem('document_not_found', 'No document has this id.', [
    { in: where, path: 'id', message: 'expected the id of a document in the index' },
  ]);

/** The last route: nothing is there. */
export const answerNotFound: RequestHandler = ({ path }) => {
  throw new Problem('not_found', `Nothing is served at ${path.slice(0, 200)}.`);
};

/** Answers every failure as `application/problem+json` (RFC 9457); says no more than is safe. */
export const answerProblem: ErrorRequestHandler = (error: unknown, request, response, next) => {
  if (response.headersSent) {
    next(error);
    return;
  }
  const problem = toProblem(error);
  if (PROBLEMS[problem.code].status >= 500) logFailure(error, response);
  const { status, title } = PROBLEMS[problem.code];
  response
    .status(status)
    .set(problem.headers)
    .type('application/problem+json')
    .send({
      type: `urn:axtar:problem:${problem.code}`,
      title,
      status,
      detail: problem.detail,
      instance: request.path,
      code: problem.code,
      requestId: requestIdOf(response),
      errors: problem.errors,
    });
};

function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof PageTooFarError) {
    return new Problem('page_too_far', error.message, [
      { in: 'query', path: 'page', message: error.message },
    ]);
  }
  if (error instanceof EngineError) {
    return new Problem('engine_unavailable', 'Try again in a moment.', [], { 'Retry-After': '2' });
  }
  if (error instanceof URIError) {
    return new Problem('malformed_url', 'A percent sign in the address is not an escape.');
  }
  return new Problem('internal', 'The failure has been logged under the requestId.');
}

function logFailure(error: unknown, response: Response): void {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`[${requestIdOf(response)}] ${text}\n`);
}

const Locals = z.object({ requestId: z.string() });

/** The id that the request-id middleware gave. */
export function requestIdOf(response: Response): string {
  const parsed = Locals.safeParse(response.locals);
  return parsed.success ? parsed.data.requestId : '';
}
