import { Problem, type ProblemCode } from '../problem.js';

/** What these are to logs and metrics; the others are parameters that cannot be used. */
const PROBLEM_CODES: Readonly<Record<string, ProblemCode>> = {
  index_not_found: 'not_found',
  document_not_found: 'document_not_found',
  invalid_search_filter: 'invalid_filter',
};

/**
 * A problem that Meilisearch has a code of its own for; `detail` is told as it is.
 *
 * @example new MeilisearchProblem('index_not_found', 'Index `nope` not found.', 404)
 */
export class MeilisearchProblem extends Problem {
  constructor(
    readonly meilisearchCode: string,
    message: string,
    readonly status: 400 | 404 = 400,
  ) {
    super(PROBLEM_CODES[meilisearchCode] ?? 'invalid_parameter', message);
  }

  /** The same problem in one query of several: always 400, as the request is what is wrong. */
  inside(place: string): MeilisearchProblem {
    return new MeilisearchProblem(this.meilisearchCode, `Inside \`${place}\`: ${this.detail}`);
  }
}

export const indexNotFound = (uid: string): MeilisearchProblem =>
  new MeilisearchProblem('index_not_found', `Index \`${uid.slice(0, 200)}\` not found.`, 404);

export const documentNotFoundHere = (id: string): MeilisearchProblem =>
  new MeilisearchProblem('document_not_found', `Document \`${id}\` not found.`, 404);
