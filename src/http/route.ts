import type { Request, Response } from 'express';
import type { VNode } from 'preact';
import { z } from 'zod';
import type { Caller } from './guard/caller.js';
import type { Problem, ProblemCode } from './problem.js';
import { readBody, readForm } from './read-body.js';
import { meilisearchRefusal } from './meilisearch/refusal.js';
import { refusal, type Refused } from './refusals.js';

/**
 * Who may call: anyone; whoever may search (anyone where the operator leaves search open, else
 * every key); editors; the administrator.
 */
export type Access = 'public' | 'search' | 'editor' | 'admin';

export type Method = 'get' | 'post' | 'put' | 'delete';

/** Type of server-sent events. */
export const EVENT_STREAM = 'text/event-stream';

/** One kind of answer that is no problem. */
export interface AnswerKind {
  readonly description: string;
  /** Absent for an answer without a body. */
  readonly schema?: z.ZodType;
  /** JSON unless said. */
  readonly type?: string;
  readonly example?: unknown;
}

/** What a handler gives back; without one it has answered by itself. */
export interface Reply {
  readonly status: number;
  readonly body?: unknown;
  /** In place of a body: a page for people. */
  readonly page?: VNode;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What a route says of itself: enough to mount it, to guard it and to document it. */
export interface RouteFacts {
  readonly method: Method;
  /** As OpenAPI writes it: `/v1/documents/{id}`. */
  readonly path: string;
  readonly tag: 'search' | 'documents' | 'jobs' | 'keys' | 'service' | 'meilisearch' | 'pages';
  readonly summary: string;
  readonly description?: string;
  readonly access: Access;
  /** Asks the engine for something that takes milliseconds: waits its turn, and has a deadline. */
  readonly heavy?: true;
  /** Answers problems in the shape of Meilisearch's errors, or as a page; pages are no part of the API. */
  readonly speaks?: 'meilisearch' | 'html';
  readonly answers: Readonly<Record<number, AnswerKind>>;
  /** Beside those that every route may answer. */
  readonly problems: readonly ProblemCode[];
  /** Content types of a body that the handler reads itself, as a stream. */
  readonly streams?: readonly string[];
  /** Takes its JSON as text too: so browsers send what a page says while it is left. */
  readonly beacon?: true;
  /** Request headers that the handler heeds, with what they are for. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** What a request may hold, and what is made of it. */
export interface Schemas<Path, Query, Body> {
  readonly params: z.ZodType<Path>;
  readonly query: z.ZodType<Query>;
  readonly body: z.ZodType<Body>;
}

const NONE = z.unknown().transform(() => undefined);
const isNone = (schema: z.ZodType): boolean => schema === NONE;

/** A request that holds nothing but its address: `{ ...NOTHING, query: SearchRequest }`. */
export const NOTHING = { params: NONE, query: z.strictObject({}), body: NONE };

/** Whether a route reads a body as JSON. */
export const takesJson = ({ schemas }: Route): boolean => !isNone(schemas.body);

/** Whether a route serves people with a browser, and is no part of the API. */
export const isPage = ({ speaks }: RouteFacts): boolean => speaks === 'html';

/** Content types of a body that is JSON. */
export const bodyTypes = ({ beacon }: Pick<RouteFacts, 'beacon'>): readonly string[] =>
  beacon ? ['application/json', 'text/plain'] : ['application/json'];

/** What a handler gets: everything from outside, validated. */
export interface Input<Path, Query, Body> {
  readonly params: Path;
  readonly query: Query;
  readonly body: Body;
  readonly caller: Caller;
  readonly request: Request;
  readonly response: Response;
  /** Aborted when the caller has gone. */
  readonly signal: AbortSignal;
}

export interface Route extends RouteFacts {
  readonly schemas: Schemas<unknown, unknown, unknown>;
  /** Reads and checks the whole request; what is given back does the work. */
  prepare(request: Request, response: Response, caller: Caller): Promise<Work>;
}

export type Work = () => Promise<Reply | undefined>;

type Handler<Path, Query, Body> = (
  input: Input<Path, Query, Body>,
) => Promise<Reply | undefined> | Reply;

/**
 * Puts a route together: the schemas say what is read, what is refused and what is documented, and
 * give the handler its types.
 *
 * @example defineRoute({ method: 'get', path: '/health', … }, NOTHING, () => ({ status: 200, body }))
 */
export function defineRoute<Path, Query, Body>(
  facts: RouteFacts,
  schemas: Schemas<Path, Query, Body>,
  handle: Handler<Path, Query, Body>,
): Route {
  const wrong = facts.problems.includes('invalid_document')
    ? 'invalid_document'
    : 'invalid_parameter';
  const refuse =
    (code: ProblemCode): Refuse =>
    (error, input) =>
      facts.speaks === 'meilisearch'
        ? meilisearchRefusal(error, { ...input, path: facts.path })
        : refusal(error, { code, ...input });
  return {
    ...facts,
    schemas,
    prepare: async (request, response, caller) => {
      const params = parse(schemas.params, request.params, 'path', refuse('invalid_parameter'));
      const query = parse(schemas.query, request.query, 'query', refuse('invalid_parameter'));
      const given: unknown = isNone(schemas.body)
        ? undefined
        : await read(facts, request, response);
      const body = parse(schemas.body, given, 'body', refuse(wrong));
      const signal = gone(response);
      return async () => handle({ params, query, body, caller, request, response, signal });
    },
  };
}

const read = (facts: RouteFacts, request: Request, response: Response): Promise<unknown> =>
  isPage(facts)
    ? readForm(request, response)
    : readBody(request, response, { types: bodyTypes(facts) });

type Refuse = (error: z.ZodError, input: Omit<Refused, 'code'>) => Problem;

function parse<Value>(
  schema: z.ZodType<Value>,
  given: unknown,
  where: 'path' | 'query' | 'body',
  refuse: Refuse,
): Value {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw refuse(parsed.error, { in: where, given, known: namesOf(schema) });
}

/** The parameters that a schema knows. */
const namesOf = (schema: z.ZodType): string[] =>
  schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];

/** Aborts when the connection ends before the answer. */
function gone(response: Response): AbortSignal {
  const controller = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) controller.abort();
  });
  return controller.signal;
}
