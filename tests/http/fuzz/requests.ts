import fc from 'fast-check';
import { z } from 'zod';
import type { Route } from '../../../src/http/route.js';
import { anyText } from '../../language/any-text.js';
import type { Asked } from './ask.js';

/** Values that mean something somewhere, and values that do so nowhere. */
const TELLING = [
  ...['', '0', '1', '-1', '1e999', '999999999', '0x10', 'NaN', 'null', 'true', '[]', '{}'],
  ...['az', 'neft', 'topic', 'author,topic', 'enerji', 'date:day', 'date:desc', 'all', 'story'],
  ...['2025-10-23', '2025-02-30', '2025-10-23T17:08:00+04:00', '+275760-09-13', '-271821-04-20'],
  ...['lang = az', 'topic = enerji AND NOT date EXISTS', '((((', 'id IN [1, 2]', 'date > 1'],
  ...['eyJzIjoiZGF0ZTpkZXNjIiwidCI6MSwibiI6MX0', '__proto__', 'constructor', '*', '"', '%', '\0'],
  ...[
    'neft',
    'sefer',
    'delete',
    '../keys',
    'a'.repeat(600),
    'title,body,_formatted',
    '"neft" -qaz',
  ],
];
const value = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...TELLING) },
  { weight: 1, arbitrary: anyText.map((text) => text.slice(0, 300)) },
);
const encode = (text: string) => encodeURIComponent(text.replace(/\p{Cs}/gu, '\uFFFD'));

const keysOf = (schema: z.ZodType): string[] =>
  schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
const nameAmong = (known: readonly string[]) =>
  fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...known, 'q') },
    { weight: 1, arbitrary: value },
  );

/** The address of a route with anything in its path and its parameters. */
export const addressOf = ({ path, schemas }: Route, ids: readonly string[]) =>
  fc
    .record({
      id: fc.oneof(fc.constantFrom(...ids), value),
      query: fc.array(fc.tuple(nameAmong(keysOf(schemas.query)), value), { maxLength: 5 }),
    })
    .map(({ id, query }) => {
      const place = path.replace(/\{\w+\}/, encode(id === '' ? 'x' : id));
      const parameters = query.map(([name, text]) => `${encode(name)}=${encode(text)}`);
      return `${place}?${parameters.join('&')}`.slice(0, 9_000);
    });

const deep = (open: string, close: string) =>
  fc.integer({ min: 1, max: 20_000 }).map((depth) => open.repeat(depth) + close.repeat(depth));

/** JSON with the names that a route knows; JSON of any form; texts that are almost JSON. */
export function bodyOf({ schemas }: Route) {
  const known = [...keysOf(schemas.body), 'id', 'title', 'body', 'date', 'filter', 'ids', 'kind'];
  const any = fc.oneof(value, fc.jsonValue({ maxDepth: 3 }));
  const shaped = fc
    .array(fc.tuple(nameAmong(known), any), { maxLength: 6 })
    .map((entries) => JSON.stringify(Object.fromEntries(entries)));
  return fc.oneof(
    { weight: 5, arbitrary: shaped },
    { weight: 2, arbitrary: fc.json({ maxDepth: 4 }) },
    { weight: 1, arbitrary: deep('[', ']') },
    { weight: 1, arbitrary: deep('{"title":', '}') },
    { weight: 2, arbitrary: shaped.map((text) => text.slice(0, -1)) },
    { weight: 1, arbitrary: fc.uint8Array().map((bytes) => Buffer.from(bytes)) },
    {
      weight: 3,
      arbitrary: fc.constantFrom(
        ...['', 'null', '1e999', '"\\ud800"', '\uFEFF{}', '{"__proto__":{"role":"admin"}}'],
        ...['{"title":"a","__proto__":null}', '{"constructor":{"prototype":{"a":1}}}'],
        ...[
          '{"id":1e400,"title":"a"}',
          '{"title":"\\u0000\\udfff","body":"a"}',
          '[[[]],{"title":1}]',
        ],
      ),
    },
  );
}

const TYPES = ['application/json', 'application/x-ndjson', 'application/jsonl', 'text/plain'];
const HEADERS: Readonly<Record<string, readonly string[]>> = {
  'Content-Type': [...TYPES, 'application/json; charset=utf-16', 'a/b; ;=', 'application/ld+json'],
  'Content-Encoding': ['gzip', 'identity', 'br', 'deflate'],
  Accept: ['*/*', 'text/html', 'application/json', 'text/event-stream', 'a', ';q=0'],
  'Accept-Encoding': ['gzip', 'br, gzip;q=0', '*;q=0'],
  'Accept-Language': ['az', 'en;q=x', '*'],
  Prefer: ['wait=0', 'wait=-1', 'wait="0"', 'respond-async'],
  'Idempotency-Key': ['a', 'a b', 'ü', 'k'.repeat(300)],
  'If-Match': ['*', '"a"', 'W/"a"', 'a', '"a" "b"', ','],
  'If-None-Match': ['*', '"a"', 'W/"a"', '"'],
  'If-Modified-Since': ['now', 'Thu, 01 Jan 1970 00:00:00 GMT'],
  'Last-Event-ID': ['succeeded-0', 'a'],
  Range: ['bytes=0-1'],
  Origin: ['null', 'https://a.example'],
  'X-Request-Id': ['a', '<b>', 'x'.repeat(200)],
  'X-Forwarded-For': ['::', 'a, b', '1.2.3.4'],
  'X-HTTP-Method-Override': ['DELETE'],
  Expect: ['100-continue'],
};
const latin = fc.string({
  unit: fc
    .integer({ min: 0x21, max: 0xff })
    .map((code) => (code === 0x7f ? ' ' : String.fromCharCode(code))),
  maxLength: 60,
});
const header = fc.constantFrom(...Object.keys(HEADERS)).chain((name) => {
  const telling = fc.constantFrom(...(HEADERS[name] ?? ['']));
  // A client that expects something else never sends its body.
  const any = name === 'Expect' ? telling : fc.oneof({ weight: 4, arbitrary: telling }, latin);
  return fc.tuple(fc.constant(name), any);
});

export const headers = fc
  .array(header, { maxLength: 4 })
  .map((entries): Asked['headers'] => Object.fromEntries(entries));

/** Bytes that may stand in a request line, and pieces of addresses that are there. */
export const anyPath = fc
  .array(
    fc.oneof(
      fc.constantFrom('/v1', '/documents', '/jobs', '/keys', '/search', '/', '//', '..', '%2e%2e'),
      fc.constantFrom(
        '%',
        '%00',
        '%ff',
        '%E0%A4',
        '?',
        '#',
        '&q=',
        ';',
        '/assets',
        '/{id}',
        '/:id',
      ),
      fc.string({ unit: fc.integer({ min: 0x21, max: 0x7e }).map((c) => String.fromCharCode(c)) }),
    ),
    { maxLength: 8 },
  )
  .map((parts) => `/${parts.join('')}`);
