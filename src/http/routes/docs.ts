import { createHash } from 'node:crypto';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { SearchRequest } from '../../search/request.js';
import type { Service } from '../../service.js';
import { docsPage } from '../docs/page.js';
import { describeRoutes, type OpenApiDocument } from '../openapi.js';
import { defineRoute, NOTHING, type Route } from '../route.js';

const Description = z
  .looseObject({ openapi: z.string(), info: z.looseObject({}), paths: z.looseObject({}) })
  .meta({ id: 'OpenApi', description: 'An OpenAPI 3.1 document.' });

/** What the service says of itself; `routes` gives all that are served, these among them. */
export function docsRoutes(service: Service, routes: () => readonly Route[]): Route[] {
  let description: OpenApiDocument | undefined;
  const described = () => (description ??= describeRoutes(routes()));
  const findId = rememberId(service);
  return [
    defineRoute(
      {
        method: 'get',
        path: '/openapi.json',
        tag: 'service',
        summary: 'Describe the API to programs',
        access: 'public',
        answers: { 200: { description: 'The OpenAPI 3.1 document.', schema: Description } },
        problems: [],
      },
      NOTHING,
      () => ({ status: 200, body: described() }),
    ),
    defineRoute(
      {
        method: 'get',
        path: '/docs',
        tag: 'service',
        summary: 'Describe the API to people',
        access: 'public',
        answers: { 200: { description: 'A page with examples to try.', type: 'text/html' } },
        problems: [],
      },
      NOTHING,
      async ({ request, response }) => {
        const id = await findId();
        const place = { base: baseOf(request), ...(id === undefined ? {} : { id }) };
        sendPage(docsPage(described(), place), request, response);
        return undefined;
      },
    ),
  ];
}

/** The newest article, for examples; none where not everybody may know of it. */
function rememberId({ search, settings }: Service): () => Promise<string | undefined> {
  let id: string | undefined;
  const newest = SearchRequest.parse({ hitsPerPage: 1, fields: 'id' });
  return async () => {
    if (id !== undefined || settings.searchAccess !== 'open') return id;
    // The page is shown also while the engine is away.
    const found = await search(newest).catch(() => undefined);
    id = found?.hits[0]?.id;
    return id;
  };
}

/** The address that was asked, as far as it can stand in a command. */
const baseOf = ({ protocol, host }: Request): string =>
  `${protocol}://${/^[\w.:[\]-]{1,255}$/.test(host) ? host : '127.0.0.1:3000'}`;

function sendPage(page: string, request: Request, response: Response): void {
  const etag = createHash('sha256').update(page).digest('base64url').slice(0, 22);
  response.set({ ETag: `W/"${etag}"`, 'Cache-Control': 'no-cache' }).type('html');
  if (request.fresh) response.status(304).end();
  else response.send(page);
}
