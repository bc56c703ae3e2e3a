import type { Request, Response } from 'express';
import { z } from 'zod';
import type { Problem } from '../problem.js';
import { ERRORS, type ErrorKind } from './errors.data.js';
import { MeilisearchProblem } from './meilisearch-problem.js';

/** An error as Meilisearch answers it. */
export const MeilisearchErrorBody = z
  .object({
    message: z.string().meta({ description: 'What is the matter, for people.' }),
    code: z.string().meta({ description: 'What a client branches on.' }),
    type: z.enum(['invalid_request', 'auth', 'internal', 'system']),
    link: z.string().meta({ description: 'Where Meilisearch describes the code.' }),
  })
  .meta({
    id: 'MeilisearchError',
    description: "Why a request was refused, in Meilisearch's shape.",
    example: {
      message: 'Index `news` not found.',
      code: 'index_not_found',
      type: 'invalid_request',
      link: 'https://docs.meilisearch.com/errors#index_not_found',
    },
  });
export type MeilisearchErrorBody = z.infer<typeof MeilisearchErrorBody>;

/**
 * A problem as Meilisearch would tell it.
 *
 * @example toMeilisearchError(new Problem('key_missing', '…')).body.code // 'missing_authorization_header'
 */
export function toMeilisearchError(problem: Problem): {
  readonly status: number;
  readonly body: MeilisearchErrorBody;
} {
  const { code, type, status, message = problem.detail } = kindOf(problem);
  const link = `https://docs.meilisearch.com/errors#${code}`;
  return { status, body: { message, code, type, link } };
}

function kindOf(problem: Problem): ErrorKind {
  if (!(problem instanceof MeilisearchProblem)) return ERRORS[problem.code];
  return {
    code: problem.meilisearchCode,
    type: 'invalid_request',
    status: problem.status,
  };
}

const Locals = z.object({ speaks: z.literal('meilisearch') });

/**
 * Whether the answer is for a client of Meilisearch. Limits, unknown addresses and other methods
 * are refused before any route is reached, so that the address decides too.
 */
export const speaksMeilisearch = ({ path }: Request, { locals }: Response): boolean =>
  Locals.safeParse(locals).success || /^\/(?:indexes|multi-search)(?:\/|$)/.test(path);
