import { z } from 'zod';
import {
  createDocument,
  type ZodOpenApiOperationObject,
  type ZodOpenApiResponseObject,
  type ZodOpenApiResponsesObject,
} from 'zod-openapi';
import { MeilisearchErrorBody } from './meilisearch/error.js';
import { ERRORS } from './meilisearch/errors.data.js';
import { ProblemBody, PROBLEMS, type ProblemCode } from './problem.js';
import { takesJson, type AnswerKind, type Route } from './route.js';

export type OpenApiDocument = ReturnType<typeof createDocument>;

/** Problems that any route may answer. */
const EVERYWHERE: readonly ProblemCode[] = [
  'malformed_url',
  'method_not_allowed',
  'not_acceptable',
  'url_too_long',
  'too_many_requests',
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

/** The OpenAPI 3.1 document of the routes: all of it is read off what they are served by. */
export function describeRoutes(routes: readonly Route[], version: string): OpenApiDocument {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const route of routes) (paths[route.path] ??= {})[route.method] = operationOf(route);
  return createDocument({
    openapi: '3.1.1',
    info: {
      title: 'Axtar',
      version,
      description: 'Full-text search for Azerbaijani portals: any spelling, inflection and script.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    tags: TAGS,
    paths,
    components: {
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: 'A key made by "axtar keys create".' },
      },
    },
  });
}

const TAGS = [
  { name: 'search', description: 'What readers ask.' },
  { name: 'documents', description: 'What editors write.' },
  { name: 'jobs', description: 'Work that is queued.' },
  { name: 'keys', description: 'Who may do what.' },
  { name: 'service', description: 'What operators look at.' },
  { name: 'meilisearch', description: "Meilisearch's own shapes, for clients that speak them." },
];

function operationOf(route: Route): ZodOpenApiOperationObject {
  const { params, query, body } = route.schemas;
  const types = route.streams ?? (takesJson(route) ? ['application/json'] : []);
  return {
    operationId: `${route.method}${route.path.replace(/\W+(\w)/g, (_, letter: string) => letter.toUpperCase()).replace(/\W/g, '')}`,
    tags: [route.tag],
    summary: route.summary,
    ...(route.description === undefined ? {} : { description: route.description }),
    security: securityOf(route),
    requestParams: {
      ...(params instanceof z.ZodObject ? { path: params } : {}),
      ...(query instanceof z.ZodObject ? { query } : {}),
      ...(route.headers ? { header: headersOf(route.headers) } : {}),
    },
    ...(types.length === 0
      ? {}
      : {
          requestBody: {
            required: true,
            content: Object.fromEntries(types.map((type) => [type, { schema: body }])),
          },
        }),
    responses: responsesOf(route),
  };
}

const securityOf = ({ access }: Route): Record<string, string[]>[] => {
  if (access === 'public') return [];
  return access === 'search' ? [{}, { key: [] }] : [{ key: [] }];
};

const headersOf = (headers: Readonly<Record<string, string>>) =>
  z.object(
    Object.fromEntries(
      Object.entries(headers).map(([name, description]) => [
        name,
        z.string().optional().meta({ description }),
      ]),
    ),
  );

function responsesOf(route: Route): ZodOpenApiResponsesObject {
  const answers = Object.entries(route.answers).map(
    ([status, kind]) => [status, answerOf(kind)] as const,
  );
  return Object.fromEntries([...answers, ...problemsOf(route)]);
}

const answerOf = ({
  description,
  schema,
  type,
  example,
}: AnswerKind): ZodOpenApiResponseObject => ({
  description,
  ...(schema || type
    ? {
        content: {
          [type ?? 'application/json']: {
            schema: schema ?? z.string(),
            ...(example === undefined ? {} : { example }),
          },
        },
      }
    : {}),
});

/** All codes that a route may answer, without repetition. */
export const problemCodes = (route: Route): ProblemCode[] => [
  ...new Set([
    ...route.problems,
    ...(route.access === 'public' ? [] : KEYED),
    ...(route.heavy ? HEAVY : []),
    ...(takesJson(route) || route.streams ? BODIED : []),
    'invalid_parameter' as const,
    ...EVERYWHERE,
  ]),
];

/** Problems by status; codes that share one are listed together. */
function problemsOf(route: Route): [string, ZodOpenApiResponseObject][] {
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of problemCodes(route)) {
    const { status } = route.speaks ? ERRORS[code] : PROBLEMS[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return [...byStatus].map(([status, codes]) => [
    String(status),
    {
      description: codes.map((code) => describeProblem(code, route)).join(' '),
      content: route.speaks
        ? { 'application/json': { schema: MeilisearchErrorBody } }
        : { 'application/problem+json': { schema: ProblemBody } },
    },
  ]);
}

const describeProblem = (code: ProblemCode, { speaks }: Route): string =>
  `\`${speaks ? ERRORS[code].code : code}\`: ${PROBLEMS[code].title}`;
