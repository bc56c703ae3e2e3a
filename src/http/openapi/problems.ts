import type { ZodOpenApiResponseObject } from 'zod-openapi';
import { MeilisearchErrorBody } from '../meilisearch/error.js';
import { ERRORS } from '../meilisearch/errors.data.js';
import { ProblemBody, PROBLEMS, type ProblemCode } from '../problem.js';
import { takesJson, type Route } from '../route.js';
import { problemHeaders } from './answers.js';

/** Problems that any route may answer. */
const EVERYWHERE: readonly ProblemCode[] = [
  'invalid_parameter',
  'malformed_url',
  'method_not_allowed',
  'not_acceptable',
  'url_too_long',
  'too_many_requests',
  'headers_too_large',
  'internal',
];
const KEYED: readonly ProblemCode[] = ['key_missing', 'key_invalid', 'key_expired', 'forbidden'];
const HEAVY: readonly ProblemCode[] = ['overloaded', 'too_slow', 'engine_unavailable'];
const BODIED: readonly ProblemCode[] = [
  'malformed_json',
  'request_timeout',
  'payload_too_large',
  'unsupported_media_type',
];

/** All codes that a route may answer, without repetition. */
export const problemCodes = (route: Route): ProblemCode[] => [
  ...new Set([
    ...route.problems,
    ...(route.access === 'public' ? [] : KEYED),
    ...(route.heavy ? HEAVY : []),
    ...(takesJson(route) || route.streams ? BODIED : []),
    ...EVERYWHERE,
  ]),
];

interface ProblemAnswer {
  readonly status: number;
  /** The same codes are the same component, so that generated clients have one type for them. */
  readonly id: string;
  readonly answer: ZodOpenApiResponseObject;
}

/** What a route answers when it refuses: one entry a status, with the codes that share it. */
function problemAnswers(route: Route): ProblemAnswer[] {
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of problemCodes(route).toSorted()) {
    const { status } = route.speaks ? ERRORS[code] : PROBLEMS[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return [...byStatus].map(([status, codes]) => ({
    status,
    id: (route.speaks ? 'Meilisearch' : '') + codes.map(pascalCase).join('Or'),
    answer: {
      ...(route.speaks ? errorAnswer(codes) : problemAnswer(codes)),
      headers: problemHeaders(status),
    },
  }));
}

const problemAnswer = (codes: readonly ProblemCode[]): ZodOpenApiResponseObject => ({
  description: codes.map((code) => `\`${code}\`: ${PROBLEMS[code].title}`).join(' '),
  'x-codes': codes,
  content: { 'application/problem+json': { schema: ProblemBody } },
});

/** The same in the shape of Meilisearch, whose codes are others. */
const errorAnswer = (codes: readonly ProblemCode[]): ZodOpenApiResponseObject => ({
  description: codes.map((code) => `\`${ERRORS[code].code}\`: ${PROBLEMS[code].title}`).join(' '),
  content: { 'application/json': { schema: MeilisearchErrorBody } },
});

/** References to the problems that a route may answer, by status. */
export const problemsOf = (
  route: Route,
): [string, { readonly $ref: `#/components/responses/${string}` }][] =>
  problemAnswers(route).map(({ status, id }) => [
    String(status),
    { $ref: `#/components/responses/${id}` },
  ]);

/** What these references mean. */
export const problemComponents = (
  routes: readonly Route[],
): Record<string, ZodOpenApiResponseObject> =>
  Object.fromEntries(routes.flatMap(problemAnswers).map(({ id, answer }) => [id, answer]));

/** @example pascalCase('key_missing') // 'KeyMissing' */
const pascalCase = (code: string): string =>
  code.replace(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase());
