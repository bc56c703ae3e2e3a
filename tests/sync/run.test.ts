import { afterEach, beforeEach, expect, test } from 'vitest';
import { EngineError } from '../../indexer/engine.js';
import { LOCAL, makePlace, runOne, type Place } from './place.js';
import { longText, openPortal, pageOf, rssOf, type Page, type Portal } from './portal.js';

let portal: Portal;
let place: Place;
beforeEach(async () => {
  portal = await openPortal();
  place = makePlace();
});
afterEach(async () => {
  await place.close();
  await portal.close();
});

/** A feed that leads to these pages. */
function openWith(pages: Readonly<Record<string, Page>>, id = 'xeber') {
  const items = Object.keys(pages).map((path) => ({ path, title: `Xəbər ${path}` }));
  portal.pages.set(`/${id}.xml`, {
    headers: { etag: '"1"' },
    body: rssOf(portal.origin, items),
  });
  for (const [path, page] of Object.entries(pages)) portal.pages.set(path, page);
  const sync = place.open();
  sync.add({ id, kind: 'feed', url: `${portal.origin}/${id}.xml`, ...LOCAL });
  return sync;
}

const page = (title: string): string => pageOf(title, longText(title));

test('tells of each bad page where it is and why, and reads the others', async () => {
  const deep = `<p>${'<div>'.repeat(1000)}x${'</div>'.repeat(1000)}</p>`;
  const sync = openWith({
    '/yaxsi': page('Yaxşı xəbər'),
    '/500': { status: 500 },
    '/pdf': { headers: { 'content-type': 'application/pdf' }, body: '%PDF' },
    '/bos': '<html><body></body></html>',
    '/derin': `<html><body>${deep}</body></html>`,
    '/gizli': page('Gizli'),
  });
  portal.pages.set('/robots.txt', 'User-agent: *\nDisallow: /gizli');
  const report = await runOne(sync, 'xeber');
  expect(report).toMatchObject({ outcome: 'done', added: 1, failed: 5 });
  const reasons = report.failures.map(({ address, reason }) => [new URL(address).pathname, reason]);
  expect(Object.fromEntries(reasons)).toEqual({
    '/500': 'answered 500',
    '/pdf': 'its type is "application/pdf"',
    '/bos': 'no article found on the page',
    '/derin': 'elements are nested deeper than 400',
    '/gizli': 'robots.txt does not allow it',
  });
});

test('tries again what failed in passing, and lets be what is wrong for good', async () => {
  const sync = openWith({ '/1': { status: 500 }, '/2': '<html><body></body></html>' });
  await runOne(sync, 'xeber');
  portal.pages.set('/1', page('Birinci'));
  portal.asked.length = 0;
  expect(await runOne(sync, 'xeber')).toMatchObject({ added: 1, failed: 0 });
  expect(portal.asked).toEqual(['/xeber.xml', '/1']);
});

test('remembers nothing that the engine has not acknowledged', async () => {
  const sync = openWith({ '/1': page('Birinci') });
  place.engine.beforeUpsert = () => {
    throw new EngineError('unavailable', 'The engine is away.');
  };
  expect(await runOne(sync, 'xeber')).toMatchObject({
    outcome: 'failed',
    added: 0,
    failures: [{ reason: 'The engine is away.' }],
  });
  place.engine.beforeUpsert = () => undefined;
  expect(await runOne(sync, 'xeber')).toMatchObject({ outcome: 'done', added: 1 });
});

test('goes on where it was stopped', async () => {
  const sync = openWith({ '/1': page('Birinci'), '/2': page('İkinci'), '/3': page('Üçüncü') });
  const stop = new AbortController();
  const stopped = await runOne(sync, 'xeber', {
    signal: stop.signal,
    onProgress: ({ done }) => {
      if (done === 2) stop.abort();
    },
  });
  expect(stopped).toMatchObject({ outcome: 'stopped', added: 2 });
  portal.asked.length = 0;
  expect(await runOne(sync, 'xeber')).toMatchObject({ outcome: 'done', added: 1, unchanged: 2 });
  expect(portal.asked).toEqual(['/xeber.xml', '/1']);
});

test('a dry run changes nothing, not even what is remembered', async () => {
  const sync = openWith({ '/1': page('Birinci') });
  const planned = await runOne(sync, 'xeber', { dryRun: true });
  expect(planned.wouldDo).toMatchObject([{ what: 'add', title: 'Birinci' }]);
  expect(place.titles()).toEqual([]);
  expect(sync.history()).toEqual([]);
  expect(await runOne(sync, 'xeber')).toMatchObject({ added: 1 });
});

test('leaves a server alone that fails five times in a row', async () => {
  const pages = Array.from({ length: 9 }, (_, at) => [`/${at}`, { status: 502 }] as const);
  const sync = openWith(Object.fromEntries(pages));
  const report = await runOne(sync, 'xeber');
  expect(report).toMatchObject({ outcome: 'failed', failed: 6 });
  expect(report.failures.at(-1)?.reason).toContain('5 failures in a row');
  expect(portal.asked).toHaveLength(6);
});

test('one article that two sources lead to is one, of the source that brought it first', async () => {
  const other = await openPortal();
  const sync = openWith({ '/1': page('Birinci') });
  other.pages.set(
    '/rss.xml',
    rssOf(portal.origin, [
      { path: '/1?utm_source=x', title: 'Təkrar', content: `<p>${longText('x').repeat(3)}</p>` },
    ]),
  );
  sync.add({ id: 'toplu', kind: 'feed', url: `${other.origin}/rss.xml`, ...LOCAL });
  await runOne(sync, 'xeber');
  const report = await runOne(sync, 'toplu');
  expect(report).toMatchObject({ added: 0, duplicates: [{ of: 'xeber' }] });
  expect(place.titles()).toEqual(['Birinci']);
  await other.close();
});

test('tells which new articles others have told already, as the search finds them', async () => {
  openWith({ '/1': page('Birinci') });
  const sync = place.open({
    similar: ({ id }) =>
      Promise.resolve({
        id,
        similar: [{ id: 'basqa-1', slug: 'x', title: 'Başqa' }],
        processingTimeMs: 1,
      }),
  });
  const report = await runOne(sync, 'xeber');
  expect(report.sameStory).toMatchObject([{ others: ['basqa-1'] }]);
});

test('reads everything anew for an index that was emptied, and when it is told to', async () => {
  const sync = openWith({ '/1': page('Birinci') });
  await runOne(sync, 'xeber');
  place.engine.documents.clear();
  await runOne(sync, 'xeber');
  expect(place.titles()).toEqual(['Birinci']);
  portal.asked.length = 0;
  expect(await runOne(sync, 'xeber', { again: true })).toMatchObject({ changed: 1 });
  expect(portal.asked).toEqual(['/xeber.xml', '/1']);
});

test('keeps the history of runs, newest first and not for ever', async () => {
  const sync = openWith({ '/1': page('Birinci') });
  for (let run = 0; run < 103; run++) await runOne(sync, 'xeber');
  const history = sync.history('xeber', 1000);
  expect(history).toHaveLength(100);
  expect(history[0]).toMatchObject({ source: 'xeber', outcome: 'done', added: 0 });
  expect(sync.list()[0]).toMatchObject({ articles: 1, lastRun: { outcome: 'done' } });
});

test('a source that is being read is not read twice, by this process or another', async () => {
  let answer = () => undefined as unknown;
  const sync = openWith({
    '/1': (_request, response) => {
      answer = () => response.setHeader('content-type', 'text/html').end(page('Birinci'));
    },
  });
  const first = runOne(sync, 'xeber');
  await expect.poll(() => portal.asked).toContain('/1');
  expect(sync.list()[0]?.running).toMatchObject({ source: 'xeber' });
  expect(await runOne(sync, 'xeber')).toMatchObject({ outcome: 'busy' });
  expect(await runOne(place.open(), 'xeber')).toMatchObject({ outcome: 'busy' });
  answer();
  expect(await first).toMatchObject({ outcome: 'done', added: 1 });
});
