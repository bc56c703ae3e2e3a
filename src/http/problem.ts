import { z } from 'zod';
import { PROBLEMS, type ProblemCode } from './problems.data.js';

/** One thing that is wrong with a request, and where. */
export interface RequestError {
  readonly in: 'query' | 'path' | 'header' | 'body';
  /** Name of the parameter or header, or JSON path in the body. */
  readonly path: string;
  readonly message: string;
  /** Where in the value, in UTF-16 units from 0; of filters. */
  readonly position?: number;
}

/** An answer that is a problem. `detail` is for people; clients branch on `code`. */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly code: ProblemCode,
    readonly detail: string,
    readonly errors: readonly RequestError[] = [],
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(detail);
  }
}

/** A problem as it is answered: RFC 9457 with our extension members. */
export const ProblemBody = z
  .object({
    type: z.string().meta({ description: 'Address of the description of this code.' }),
    title: z.string().meta({ description: 'Fixed for each code; in Azerbaijani when asked for.' }),
    status: z.int(),
    detail: z.string().meta({ description: 'What is the matter this time, for people.' }),
    instance: z.string().meta({ description: 'The path that was asked for.' }),
    code: z.string().meta({ description: 'What a client branches on.' }),
    requestId: z.string().meta({ description: 'Also in the X-Request-Id header and in our log.' }),
    retryAfter: z.int().optional().meta({ description: 'Seconds to wait; also in Retry-After.' }),
    errors: z.array(
      z.object({
        in: z.enum(['query', 'path', 'header', 'body']),
        path: z.string(),
        message: z.string(),
        position: z.int().optional(),
      }),
    ),
  })
  .meta({
    id: 'Problem',
    description: 'Why a request was refused (RFC 9457, application/problem+json).',
    example: {
      type: '/docs#invalid_parameter',
      title: PROBLEMS.invalid_parameter.title,
      status: 400,
      detail: 'page: expected a whole number',
      instance: '/v1/search',
      code: 'invalid_parameter',
      requestId: 'b1f5c1b2-4a4e-4b61-9f55-0d6c1f6d3c0e',
      errors: [{ in: 'query', path: 'page', message: 'expected a whole number' }],
    },
  });

/** Waiting seconds as the header that says so. */
export const retryAfter = (seconds: number): { readonly 'Retry-After': string } => ({
  'Retry-After': String(Math.max(1, Math.ceil(seconds))),
});

/** No document has the id that the path or the query gives. */
export const documentNotFound = (where: RequestError['in']): Problem =>
  new Problem('document_not_found', 'No document has this id.', [
    { in: where, path: 'id', message: 'expected the id of a document in the index' },
  ]);

export { PROBLEMS, type ProblemCode };
