import { isDeepStrictEqual } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import type { Incoming } from './listener.js';
import type { Names } from './names.js';

const Exchange = z.strictObject({
  /** Name of the test that made the request. */
  test: z.string(),
  method: z.string(),
  /** With the query. */
  path: z.string(),
  /** The parsed JSON; of NDJSON, the list of its lines. */
  body: z.unknown(),
  status: z.int(),
  answer: z.unknown(),
});

/** A request to Meilisearch and its answer, without what differs from run to run. */
export type Exchange = z.infer<typeof Exchange>;
export type Call = Pick<Exchange, 'method' | 'path' | 'body'>;

export const parseExchange = (line: string): Exchange => Exchange.parse(JSON.parse(line));

/** A request as it is recorded and compared: unpacked, parsed, with fixed names. */
export function toCall({ method, path, headers, body }: Incoming, names: Names): Call {
  const isPacked = headers['content-encoding'] === 'gzip';
  const text = names.hide((isPacked ? gunzipSync(body) : body).toString());
  const isList = headers['content-type'] === 'application/x-ndjson';
  return { method, path: names.hide(path), body: isList ? parseLines(text) : parse(text) };
}

// As JSON has it: what is left out of a recording and what was never there are the same.
const parse = (text: string): unknown => (text === '' ? null : JSON.parse(text));

const parseLines = (text: string): unknown[] => text.split('\n').map(parse);

export const isSame = (one: Call, other: Call): boolean =>
  one.method === other.method && one.path === other.path && isDeepStrictEqual(one.body, other.body);

/** Who waits for a task asks again and again; only the last answer is kept. */
export const isPoll = ({ path }: Call): boolean => path.startsWith('/tasks/');

const SEARCHES = /\/(?:multi-search|fetch|facet-search)$/;

/** Requests that change nothing may be made at once, in any order; all others have their place. */
export const isRead = (call: Call): boolean =>
  call.method === 'GET' ? !isPoll(call) : SEARCHES.test(call.path);
