import { z } from 'zod';
import type {
  ZodOpenApiOperationObject,
  ZodOpenApiResponseObject,
  ZodOpenApiResponsesObject,
} from 'zod-openapi';
import { bodyTypes, takesJson, type Route } from '../route.js';
import { answerOf, isKept } from './answers.js';
import { problemsOf } from './problems.js';

/** What OpenAPI says of a route. */
export function operationOf(route: Route): ZodOpenApiOperationObject {
  return {
    operationId: operationIdOf(route),
    tags: [route.tag],
    summary: route.summary,
    ...(route.description === undefined ? {} : { description: route.description }),
    security: securityOf(route),
    requestParams: parametersOf(route),
    ...bodyOf(route),
    responses: responsesOf(route),
  };
}

/** @example operationIdOf({ method: 'get', path: '/v1/documents/{id}' }) // 'getV1DocumentsId' */
export const operationIdOf = ({ method, path }: Pick<Route, 'method' | 'path'>): string =>
  [method, ...path.split(/\W+/).filter(Boolean).map(capitalise)].join('');

const capitalise = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** The least role that is needed; searching may need none. */
function securityOf({ access }: Route): Record<string, string[]>[] {
  if (access === 'public') return [];
  return access === 'search' ? [{}, { key: [access] }] : [{ key: [access] }];
}

const IF_NONE_MATCH = 'The ETag of an answer that is kept: 304 when it still stands.';

function parametersOf(route: Route) {
  const { params, query } = route.schemas;
  const headers = {
    ...(isKept(route) ? { 'If-None-Match': IF_NONE_MATCH } : {}),
    ...route.headers,
  };
  return {
    ...(params instanceof z.ZodObject ? { path: params } : {}),
    ...(query instanceof z.ZodObject ? { query } : {}),
    ...(Object.keys(headers).length > 0 ? { header: headersOf(headers) } : {}),
  };
}

const headersOf = (headers: Readonly<Record<string, string>>) =>
  z.object(
    Object.fromEntries(
      Object.entries(headers).map(([name, description]) => [
        name,
        z.string().optional().meta({ description }),
      ]),
    ),
  );

function bodyOf(route: Route): Pick<ZodOpenApiOperationObject, 'requestBody'> {
  const types = route.streams ?? (takesJson(route) ? bodyTypes(route) : []);
  if (types.length === 0) return {};
  const content = Object.fromEntries(
    types.map((type) => [type, { schema: bodySchema(route, type) }]),
  );
  return { requestBody: { required: true, content } };
}

const RECORDS = z.array(z.record(z.string(), z.unknown())).meta({ description: 'Records.' });
const LINES = z.string().meta({ description: 'A record a line, each as JSON.' });

/** Handlers that read a stream themselves have no schema for it. */
function bodySchema(route: Route, type: string): z.ZodType {
  if (takesJson(route)) return route.schemas.body;
  return type === 'application/json' ? RECORDS : LINES;
}

function responsesOf(route: Route): ZodOpenApiResponsesObject {
  type Listed = [string, ZodOpenApiResponseObject | { readonly $ref: string }];
  const answers = Object.entries(route.answers).map(([status, kind]): Listed => [
    status,
    answerOf(kind, Number(status), isKept(route)),
  ]);
  const unchanged: Listed[] = isKept(route)
    ? [['304', { $ref: '#/components/responses/NotModified' }]]
    : [];
  return Object.fromEntries<Listed[1]>([...answers, ...unchanged, ...problemsOf(route)]);
}
