import { afterEach, beforeEach, expect, test } from 'vitest';
import { createFetcher, type GetOptions } from '../../src/sync/fetcher.js';
import type { Clock } from '../../src/sync/politeness.js';
import { retryTime } from '../../src/sync/politeness.js';
import { openPortal, type Portal } from './portal.js';

let portal: Portal;
beforeEach(async () => {
  portal = await openPortal();
});
afterEach(() => portal.close());

/** A fetcher on a clock that jumps ahead instead of waiting. */
function makeFetcher() {
  let time = Date.parse('2025-03-10T08:00:00Z');
  const waits: number[] = [];
  const pauses = new Map<string, number>();
  const clock: Clock = {
    now: () => time,
    sleep: (milliseconds) => {
      waits.push(milliseconds);
      time += milliseconds;
      return Promise.resolve();
    },
  };
  const fetcher = createFetcher({
    userAgent: () => 'Axtar/9 (+redaksiya@portal.az)',
    clock,
    pauses: {
      pausedUntil: (host) => pauses.get(host),
      pause: (host, until) => void pauses.set(host, until),
    },
  });
  const get = (path: string, options: Partial<GetOptions> = {}) =>
    fetcher.get(path.startsWith('http') ? path : `${portal.origin}${path}`, {
      allowPrivate: true,
      delay: 0,
      ...options,
    });
  return { get, waits };
}

test('says who it is, and asks whether the page has changed', async () => {
  portal.pages.set('/a', { status: 304 });
  const { get } = makeFetcher();
  expect(
    await get('/a', { etag: '"7"', lastModified: 'Mon, 03 Mar 2025 10:00:00 GMT' }),
  ).toMatchObject({
    status: 304,
  });
  expect(portal.headers.get('/a')).toMatchObject({
    'user-agent': 'Axtar/9 (+redaksiya@portal.az)',
    'if-none-match': '"7"',
    'if-modified-since': 'Mon, 03 Mar 2025 10:00:00 GMT',
  });
});

test('obeys robots.txt, its word for Axtar before its word for all', async () => {
  portal.pages.set(
    '/robots.txt',
    'User-agent: *\nDisallow: /\n\nUser-agent: Axtar\nDisallow: /gizli',
  );
  portal.pages.set('/xeber', 'Salam');
  const { get } = makeFetcher();
  expect((await get('/xeber')).status).toBe(200);
  await expect(get('/gizli/1')).rejects.toThrow('robots.txt does not allow it');
  expect(portal.asked).toEqual(['/xeber']);
});

test('asks nothing of a site that cannot say what it allows', async () => {
  portal.pages.set('/robots.txt', { status: 503 });
  portal.pages.set('/xeber', 'Salam');
  const { get } = makeFetcher();
  await expect(get('/xeber')).rejects.toThrow('its robots.txt answered 503');
  expect(portal.asked).toEqual([]);
});

test('leaves between two requests the longer of its own delay and the crawl delay', async () => {
  portal.pages.set('/robots.txt', 'User-agent: *\nCrawl-delay: 5');
  portal.pages.set('/a', 'Salam');
  const { get, waits } = makeFetcher();
  await get('/a', { delay: 2000 });
  await get('/a', { delay: 2000 });
  await get('/a', { delay: 8000 });
  await get('/a', { delay: 8000 });
  // After robots.txt its own delay, after pages that of the page before.
  expect(waits).toEqual([2000, 5000, 5000, 8000]);
});

test('asks one page of a host at a time', async () => {
  let under = 0;
  let most = 0;
  portal.pages.set('/slow', (_request, response) => {
    most = Math.max(most, ++under);
    setTimeout(() => {
      under--;
      response.end('Salam');
    }, 20);
  });
  const { get } = makeFetcher();
  await Promise.all([get('/slow'), get('/slow'), get('/slow')]);
  expect(most).toBe(1);
});

test('waits as long as a busy host asks, and then asks once more', async () => {
  let asked = 0;
  portal.pages.set('/busy', (_request, response) => {
    asked++;
    response.writeHead(asked === 1 ? 429 : 200, { 'retry-after': '30' }).end('Salam');
  });
  const { get, waits } = makeFetcher();
  expect((await get('/busy')).status).toBe(200);
  expect(waits).toEqual([30_000]);
});

test('leaves a host alone that wants an hour, for every page', async () => {
  portal.pages.set('/busy', { status: 503, headers: { 'retry-after': '3600' } });
  portal.pages.set('/a', 'Salam');
  const { get } = makeFetcher();
  await expect(get('/busy')).rejects.toThrow('left alone until 2025-03-10T09:00:00Z');
  await expect(get('/a')).rejects.toThrow('left alone until 2025-03-10T09:00:00Z');
  expect(portal.asked).toEqual(['/busy']);
});

test('follows redirects, and checks every hop', async () => {
  portal.pages.set('/old', { status: 301, headers: { location: '/new' } });
  portal.pages.set('/new', 'Salam');
  portal.pages.set('/loop', { status: 302, headers: { location: '/loop' } });
  portal.pages.set('/inside', { status: 302, headers: { location: 'http://169.254.169.254/key' } });
  portal.pages.set('/file', { status: 302, headers: { location: 'file:///etc/passwd' } });
  const { get } = makeFetcher();
  expect(await get('/old')).toMatchObject({ status: 200, address: `${portal.origin}/new` });
  await expect(get('/loop')).rejects.toThrow('redirects more than 5 times');
  await expect(get('/inside')).rejects.toThrow('169.254.169.254 is no public address');
  await expect(get('/file')).rejects.toThrow('expected http or https');
});

test.each([
  ['120', 120_000],
  ['Thu, 01 Jan 1970 00:05:00 GMT', 300_000],
  [undefined, 60_000],
  ['soon', 60_000],
])('reads Retry-After %s', (header, expected) => {
  expect(retryTime(header, 0)).toBe(expected);
});
