import { afterEach, beforeEach, expect, test } from 'vitest';
import { LOCAL, makePlace, runOne, type Place } from './place.js';
import { longText, openPortal, pageOf, type Portal } from './portal.js';

let portal: Portal;
let place: Place;
let now = Date.parse('2025-03-10T08:00:00Z');
beforeEach(async () => {
  portal = await openPortal();
  place = makePlace();
});
afterEach(async () => {
  await place.close();
  await portal.close();
});

const DAY = 24 * 3600 * 1000;

/** A portal with so many pages, all listed. */
function openWith(count: number) {
  const paths = Array.from({ length: count }, (_, at) => `/${at + 1}`);
  for (const path of paths) portal.pages.set(path, pageOf(`Xəbər ${path}`, longText(path)));
  list(paths);
  const sync = place.open({ now: () => now });
  sync.add({ id: 'xerite', kind: 'sitemap', url: `${portal.origin}/sitemap.xml`, ...LOCAL });
  return { sync, paths };
}

function list(paths: readonly string[], end = '</urlset>'): void {
  const urls = paths.map(
    (path) => `<url><loc>${portal.origin}${path}</loc><lastmod>2025-03-01</lastmod></url>`,
  );
  portal.pages.set('/sitemap.xml', `<urlset>${urls.join('')}${end}`);
}

test.each([404, 410])('removes what is not listed any more and answers %i', async (status) => {
  const { sync, paths } = openWith(5);
  await runOne(sync, 'xerite');
  portal.pages.set('/2', { status });
  list(paths.filter((path) => path !== '/2'));
  expect(await runOne(sync, 'xerite')).toMatchObject({ removed: 1, unchanged: 4 });
  expect(place.titles()).not.toContain('Xəbər /2');
  expect(sync.list()[0]).toMatchObject({ articles: 4 });
});

test('keeps what is still there, or cannot be asked for, though it is not listed', async () => {
  const { sync, paths } = openWith(6);
  await runOne(sync, 'xerite');
  portal.pages.set('/2', { status: 500 });
  portal.pages.set('/3', (_request, response) => response.destroy());
  list(paths.slice(3));
  expect(await runOne(sync, 'xerite')).toMatchObject({ outcome: 'done', removed: 0 });
  expect(place.titles()).toHaveLength(6);
});

test('looks again a week later at what has left the listing', async () => {
  const { sync, paths } = openWith(5);
  await runOne(sync, 'xerite');
  list(paths.slice(1));
  await runOne(sync, 'xerite');
  portal.pages.set('/1', { status: 410 });
  expect(await runOne(sync, 'xerite')).toMatchObject({ removed: 0 });
  now += 8 * DAY;
  expect(await runOne(sync, 'xerite')).toMatchObject({ removed: 1 });
});

test('does not believe that many are gone at once, until somebody says so', async () => {
  const { sync, paths } = openWith(10);
  await runOne(sync, 'xerite');
  for (const path of paths.slice(0, 5)) portal.pages.set(path, { status: 404 });
  list(paths.slice(5));
  portal.asked.length = 0;
  expect(await runOne(sync, 'xerite')).toMatchObject({
    removed: 0,
    removalsRefused: '5 of 10 articles are gone at once, more than 20 %',
  });
  expect(portal.asked).toEqual(['/sitemap.xml']);
  expect(await runOne(sync, 'xerite', { acceptRemovals: true })).toMatchObject({ removed: 5 });
});

test('an empty listing, and one that is cut, remove nothing', async () => {
  const { sync, paths } = openWith(3);
  await runOne(sync, 'xerite');
  for (const path of paths) portal.pages.set(path, { status: 404 });
  list([]);
  expect(await runOne(sync, 'xerite')).toMatchObject({
    removed: 0,
    removalsRefused: 'the listing came back empty',
  });
  list(paths.slice(0, 2), '<url><loc>');
  expect(await runOne(sync, 'xerite')).toMatchObject({
    outcome: 'failed',
    removed: 0,
    failures: [{ reason: 'the sitemap is cut or broken' }],
  });
  expect(place.titles()).toHaveLength(3);
});

test('removes nothing where the operator wants nothing removed', async () => {
  const { sync, paths } = openWith(3);
  await runOne(sync, 'xerite');
  const url = `${portal.origin}/sitemap.xml`;
  sync.change('xerite', { id: 'xerite', kind: 'sitemap', url, removals: false, ...LOCAL });
  portal.pages.set('/1', { status: 404 });
  list(paths.slice(1));
  expect(await runOne(sync, 'xerite')).toMatchObject({ removed: 0 });
});

test('a dry run says what would go, and nothing goes', async () => {
  const { sync, paths } = openWith(4);
  await runOne(sync, 'xerite');
  portal.pages.set('/1', { status: 404 });
  list(paths.slice(1));
  const report = await runOne(sync, 'xerite', { dryRun: true });
  expect(report.wouldDo).toMatchObject([{ what: 'remove', title: 'Xəbər /1' }]);
  expect(place.titles()).toHaveLength(4);
  expect(await runOne(sync, 'xerite')).toMatchObject({ removed: 1 });
});
