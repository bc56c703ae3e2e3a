import { createHash } from 'node:crypto';
import type { Express, Request, RequestHandler, Response } from 'express';
import { authorise } from './guard/caller.js';
import type { Gate } from './guard/gate.js';
import { renderDocument } from '../web/document.js';
import { Problem } from './problem.js';
import { EVENT_STREAM, type Method, type Reply, type Route } from './route.js';

export interface Mounting {
  readonly gate: Gate;
  /** Whether searching needs no key. */
  readonly searchIsOpen: boolean;
}

/** Serves the routes; methods that an address does not take are refused with those that it takes. */
export function mountRoutes(app: Express, routes: readonly Route[], mounting: Mounting): void {
  for (const route of routes) {
    app.route(expressPath(route.path))[route.method](serve(route, mounting));
  }
  // Afterwards, since one address may match two routes: `/v1/documents/delete` is also an id.
  for (const path of new Set(routes.map((route) => route.path))) {
    const here = routes.filter((route) => route.path === path);
    app.route(expressPath(path)).all(refuseMethod(here.map(({ method }) => method)));
  }
}

/** @example expressPath('/v1/documents/{id}') // '/v1/documents/:id' */
export const expressPath = (path: string): string => path.replace(/\{(\w+)\}/g, ':$1');

function serve(route: Route, { gate, searchIsOpen }: Mounting): RequestHandler {
  return async function serveRoute(request, response) {
    response.locals['route'] = route.path;
    response.locals['speaks'] = route.speaks;
    const caller = authorise(response, route.access, searchIsOpen);
    checkAccepted(request, route);
    // Whoever sends a body slowly must not hold a place at the gate meanwhile.
    const work = await route.prepare(request, response, caller);
    const reply = await (route.heavy ? gate.run(work) : work());
    if (reply) send(reply, request, response);
  };
}

export function refuseMethod(methods: readonly Method[]): RequestHandler {
  const taken = methods.flatMap((method) =>
    method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()],
  );
  return ({ method }) => {
    throw new Problem('method_not_allowed', `${method} is not served here.`, [], {
      Allow: taken.join(', '),
    });
  };
}

function checkAccepted(request: Request, { answers }: Route): void {
  const kinds = Object.values(answers).flatMap(({ schema, type }) =>
    schema || type ? [type ?? 'application/json'] : [],
  );
  // A stream of events is watched with tools that ask for nothing in particular, or for JSON.
  if (kinds.length === 0 || kinds.includes(EVENT_STREAM) || request.accepts(kinds) !== false)
    return;
  throw new Problem('not_acceptable', `Expected Accept to allow ${kinds.join(' or ')}.`);
}

function send(reply: Reply, request: Request, response: Response): void {
  const { status, body, page, headers = {} } = reply;
  response.status(status).set(headers);
  if (page) {
    if (!response.get('Cache-Control')) response.set('Cache-Control', 'private, no-cache');
    response.type('html').send(renderDocument(page));
    return;
  }
  if (body === undefined) {
    response.end();
    return;
  }
  if (status === 200 && request.method !== 'POST') markVersion(body, response);
  if (request.fresh) response.status(304).end();
  else response.json(body);
}

/** Clients may keep an answer, and ask each time whether it still stands. */
function markVersion(body: unknown, response: Response): void {
  if (!response.get('ETag')) response.set('ETag', `W/"${digest(body)}"`);
  if (!response.get('Cache-Control')) response.set('Cache-Control', 'private, no-cache');
  response.vary('Authorization');
}

const TELLS_NOTHING: ReadonlySet<string> = new Set(['processingTimeMs', 'requestUid']);

/** What was found, but not how long it took. */
function digest(body: unknown): string {
  const text = JSON.stringify(body, (key, value: unknown) =>
    TELLS_NOTHING.has(key) ? undefined : value,
  );
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}
