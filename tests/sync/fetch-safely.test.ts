import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Resolve } from '../../src/sync/address-guard.js';
import { FetchError } from '../../src/sync/fetch-error.js';
import { fetchSafely, type FetchRequest } from '../../src/sync/fetch-safely.js';
import { openPortal, type Portal } from './portal.js';

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal();
});
afterAll(() => portal.close());

const LIMITS = { headers: 20_000, silence: 20_000, total: 20_000, bytes: 10_000 };
const SHORT = { headers: 150, silence: 150, total: 400 };
const get = (path: string, request: Partial<FetchRequest> = {}) =>
  fetchSafely(path.includes('://') ? path : `${portal.origin}${path}`, {
    headers: {},
    guard: { allowPrivate: true },
    limits: LIMITS,
    ...request,
  });

/** The code and the words of what it fails with. */
async function failureOf(asked: Promise<unknown>): Promise<string> {
  const error: unknown = await asked.then(
    () => new Error('did not fail'),
    (reason: unknown) => reason,
  );
  return error instanceof FetchError ? `${error.code}: ${error.message}` : String(error);
}

test('gives status, headers and the unpacked body', async () => {
  portal.pages.set('/ok', { headers: { etag: '"1"' }, body: 'Salam' });
  expect(await get('/ok')).toMatchObject({ status: 200, body: Buffer.from('Salam') });
  for (const [encoding, pack] of [
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
  ] as const) {
    portal.pages.set('/packed', { headers: { 'content-encoding': encoding }, body: pack('Salam') });
    expect((await get('/packed')).body.toString()).toBe('Salam');
  }
});

test('reads no body but that of 200, and follows nothing', async () => {
  portal.pages.set('/500', { status: 500, body: 'x'.repeat(50_000) });
  portal.pages.set('/moved', { status: 302, headers: { location: 'http://10.0.0.1/' } });
  expect(await get('/500')).toMatchObject({ status: 500, body: Buffer.alloc(0) });
  expect(await get('/moved')).toMatchObject({ status: 302 });
});

test('gives up on headers that do not come', async () => {
  portal.pages.set('/mute', () => undefined);
  const failure = await failureOf(get('/mute', { limits: SHORT }));
  expect(failure).toMatch(/^timeout: the (headers|next byte) did not come/);
});

test('gives up on a body that drips for ever', async () => {
  portal.pages.set('/drip', (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    const drip = setInterval(() => response.write('a'), 40);
    response.on('close', () => clearInterval(drip));
  });
  const limits = { ...LIMITS, total: 400 };
  expect(await failureOf(get('/drip', { limits }))).toBe(
    'timeout: the answer did not come within 0.4 s',
  );
});

test('gives up on a body that falls silent', async () => {
  portal.pages.set('/silent', (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).write('<html>');
  });
  expect(await failureOf(get('/silent', { limits: { ...LIMITS, silence: 150 } }))).toMatch(
    /^(timeout: the next byte|truncated)/,
  );
});

test('stops reading a body without end, a large one, and one that is small only when packed', async () => {
  portal.pages.set('/endless', (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    const more = () => {
      while (!response.destroyed && response.write('a'.repeat(1000)));
    };
    response.on('drain', more);
    more();
  });
  const bomb = gzipSync(Buffer.alloc(5_000_000));
  portal.pages.set('/bomb', { headers: { 'content-encoding': 'gzip' }, body: bomb });
  expect(await failureOf(get('/endless'))).toMatch(/^too_large: /);
  expect(await failureOf(get('/bomb'))).toMatch(/^too_large: /);
});

test('tells a body that ends too early, packed or not', async () => {
  portal.pages.set('/short', (_request, response) => {
    response.writeHead(200, { 'content-length': '100', 'content-type': 'text/html' });
    response.write('yarım');
    setTimeout(() => response.destroy(), 20);
  });
  const packed = gzipSync('Salam '.repeat(500));
  portal.pages.set('/half', {
    headers: { 'content-encoding': 'gzip' },
    body: packed.subarray(0, packed.length - 20),
  });
  expect(await failureOf(get('/short'))).toBe('truncated: the body ends before its end');
  expect(await failureOf(get('/half'))).toBe('truncated: the body ends before its end');
});

test('does not read a body of a type that nobody wants', async () => {
  portal.pages.set('/film', { headers: { 'content-type': 'video/mp4' }, body: 'x' });
  const accepts = (type: string) => type.startsWith('text/');
  expect(await failureOf(get('/film', { accepts }))).toBe('wrong_type: its type is "video/mp4"');
});

test('says that a host cannot be reached', async () => {
  const closed = await openPortal();
  await closed.close();
  expect(await failureOf(get(`${closed.origin}/`))).toMatch(/^network: cannot be reached: .*ECONN/);
});

test.each([
  'http://127.0.0.1/',
  'http://2130706433/',
  'http://0x7f.1/',
  'http://[::1]/',
  'http://[::ffff:10.0.0.1]/',
  'http://[fd00::1]/',
  'http://[64:ff9b::7f00:1]/',
  'http://192.168.1.1/',
  'http://100.64.0.1/',
  'http://0.0.0.0/',
  'http://localhost/',
  'http://user:secret@example.com/',
])('asks no private address: %s', async (address) => {
  const failure = await failureOf(get(address, { guard: { allowPrivate: false } }));
  expect(failure).toMatch(/^address_refused: /);
  expect(failure).not.toContain('secret');
});

test.each([
  'http://169.254.169.254/',
  'http://224.0.0.1/',
  'ftp://127.0.0.1/',
  'file:///etc/passwd',
])('never asks %s, whatever is allowed', async (address) => {
  expect(await failureOf(get(address))).toMatch(/^address_refused: /);
});

test('a name that turns private between two look-ups is refused when it is connected to', async () => {
  const answers = ['93.184.216.34', '127.0.0.1'];
  const resolve: Resolve = (_host, done) => {
    done(null, [{ address: answers.shift() ?? '', family: 4 }]);
  };
  resolve('portal.example', () => undefined);
  const port = new URL(portal.origin).port;
  const asked = get(`http://portal.example:${port}/ok`, {
    guard: { allowPrivate: false, resolve },
  });
  expect(await failureOf(asked)).toMatch(/^address_refused: 127\.0\.0\.1 is no public address/);
});

test('one private address among public ones is enough to refuse a name', async () => {
  const resolve: Resolve = (_host, done) => {
    done(null, [
      { address: '93.184.216.34', family: 4 },
      { address: '10.0.0.1', family: 4 },
    ]);
  };
  const asked = get('http://portal.example/', { guard: { allowPrivate: false, resolve } });
  expect(await failureOf(asked)).toMatch(/^address_refused: 10\.0\.0\.1/);
});

test('stops at once when it is told to', async () => {
  portal.pages.set('/mute', () => undefined);
  const stop = new AbortController();
  const asked = get('/mute', { signal: stop.signal });
  stop.abort(new Error('stopped by the test'));
  expect(await failureOf(asked)).toContain('stopped by the test');
});
