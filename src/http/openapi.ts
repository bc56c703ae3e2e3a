import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { createDocument, type ZodOpenApiOperationObject } from 'zod-openapi';
import { Article } from '../../indexer/article.js';
import { packageRoot } from '../../indexer/config.js';
import { NOT_MODIFIED } from './openapi/answers.js';
import { operationOf } from './openapi/operation.js';
import { problemComponents } from './openapi/problems.js';
import { openDefaults, tidy } from './openapi/readable.js';
import { isPage, type Route } from './route.js';

export type OpenApiDocument = ReturnType<typeof createDocument>;

const DESCRIPTION = `Full-text search for Azerbaijani portals: any spelling, inflection and script.

An unknown parameter is refused, so that a misspelt one is never ignored. Every answer carries
\`X-Request-Id\`; problems are \`application/problem+json\` (RFC 9457): branch on \`code\`. Under \`/v1\`
fields, parameters, codes and routes are added, and none is renamed, removed or given another meaning:
a client should leave aside what it does not know.`;

/**
 * The OpenAPI 3.1 document of the routes: all of it is read off what they are served by.
 *
 * @example describeRoutes(allRoutes(service)).paths?.['/v1/search']?.get?.operationId // 'getV1Search'
 */
export function describeRoutes(all: readonly Route[]): OpenApiDocument {
  const routes = all.filter((route) => !isPage(route));
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const route of routes) (paths[route.path] ??= {})[route.method] = operationOf(route);
  const document = createDocument(
    {
      openapi: '3.1.1',
      info: {
        title: 'Axtar',
        version: packageVersion(),
        description: DESCRIPTION,
        license: { name: 'MIT', identifier: 'MIT' },
      },
      servers: [{ url: '/', description: 'Where this document is served.' }],
      tags: TAGS.filter(({ name }) => routes.some(({ tag }) => tag === name)),
      paths,
      components: {
        schemas: { Article },
        responses: { NotModified: NOT_MODIFIED, ...problemComponents(routes) },
        securitySchemes: { key: KEY },
      },
    },
    { override: openDefaults },
  );
  return tidy(document);
}

const KEY = {
  type: 'http',
  scheme: 'bearer',
  description:
    'A key made by "axtar keys create". Searching needs one only where AXTAR_SEARCH_ACCESS is "key".',
} as const;

export const TAGS = [
  { name: 'search', description: 'What readers ask.' },
  { name: 'documents', description: 'What editors write.' },
  { name: 'jobs', description: 'Work that is queued.' },
  { name: 'keys', description: 'Who may do what.' },
  { name: 'service', description: 'What operators look at.' },
  { name: 'meilisearch', description: "Meilisearch's own shapes, for clients that speak them." },
] as const;

const Manifest = z.object({ version: z.string() });

const packageVersion = (): string =>
  Manifest.parse(JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8'))).version;
