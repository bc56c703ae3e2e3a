import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
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
const open = () => place.open({ now: () => now });
const setPage = (path: string, title: string) =>
  portal.pages.set(path, pageOf(title, longText(title)));

const sitemapOf = (entries: Readonly<Record<string, string | undefined>>) =>
  `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${Object.entries(
    entries,
  )
    .map(([path, lastmod]) => {
      const date = lastmod === undefined ? '' : `<lastmod>${lastmod}</lastmod>`;
      return `<url><loc>${portal.origin}${path}</loc>${date}</url>`;
    })
    .join('')}</urlset>`;

test('reads the pages of an index of sitemaps, packed ones too, and later only what changed', async () => {
  const index = ['/a.xml', '/b.xml.gz'].map(
    (path) => `<sitemap><loc>${portal.origin}${path}</loc></sitemap>`,
  );
  portal.pages.set('/sitemap.xml', `<sitemapindex>${index.join('')}</sitemapindex>`);
  portal.pages.set('/a.xml', sitemapOf({ '/1': '2025-03-01', '/tag/x': '2025-03-01' }));
  portal.pages.set('/b.xml.gz', gzipSync(sitemapOf({ '/2': '2025-03-02' })));
  setPage('/1', 'Birinci xəbər');
  setPage('/2', 'İkinci xəbər');
  const sync = open();
  const url = `${portal.origin}/sitemap.xml`;
  sync.add({ id: 'xerite', kind: 'sitemap', url, exclude: ['/tag/'], ...LOCAL });
  expect(await runOne(sync, 'xerite')).toMatchObject({ outcome: 'done', added: 2 });
  portal.pages.set('/a.xml', sitemapOf({ '/1': '2025-03-05' }));
  setPage('/1', 'Birinci xəbər yeniləndi');
  portal.asked.length = 0;
  expect(await runOne(sync, 'xerite')).toMatchObject({ changed: 1, unchanged: 1, added: 0 });
  expect(portal.asked).toEqual(['/sitemap.xml', '/a.xml', '/1', '/b.xml.gz']);
  expect(place.titles()).toEqual(['Birinci xəbər yeniləndi', 'İkinci xəbər']);
});

test('asks daily for pages that have no lastmod, and is told whether they changed', async () => {
  portal.pages.set('/sitemap.xml', sitemapOf({ '/1': undefined }));
  const body = pageOf('Birinci xəbər', longText('xəbər'));
  portal.pages.set('/1', (request, response) => {
    const same = request.headers['if-none-match'] === '"v1"';
    response.writeHead(same ? 304 : 200, { etag: '"v1"', 'content-type': 'text/html' });
    response.end(same ? undefined : body);
  });
  const sync = open();
  sync.add({ id: 'xerite', kind: 'sitemap', url: `${portal.origin}/sitemap.xml`, ...LOCAL });
  await runOne(sync, 'xerite');
  await runOne(sync, 'xerite');
  now += DAY + 1;
  expect(await runOne(sync, 'xerite')).toMatchObject({ unchanged: 1, changed: 0 });
  expect(portal.asked.filter((path) => path === '/1')).toHaveLength(2);
});

interface Post {
  readonly id: number;
  readonly title: string;
  readonly modified: string;
}

/** Answers as WordPress does, with one post a page. */
function setPosts(posts: readonly Post[]): void {
  portal.pages.set('/wp-json/wp/v2/posts', (request, response) => {
    const query = new URL(request.url ?? '', portal.origin).searchParams;
    const after = query.get('modified_after') ?? '';
    const only = query.get('include');
    const chosen = posts
      .filter(({ modified }) => `${modified}Z` > after)
      .filter(({ id }) => only === null || only === String(id));
    const at = Number(query.get('page') ?? 1) - 1;
    response.writeHead(200, {
      'content-type': 'application/json',
      'x-wp-totalpages': String(chosen.length),
    });
    response.end(JSON.stringify(chosen.slice(at, at + 1).map(wordPressPost)));
  });
}

const wordPressPost = ({ id, title, modified }: Post) => ({
  id,
  link: `${portal.origin}/p/${id}`,
  date_gmt: '2025-03-01T06:00:00',
  modified_gmt: modified,
  title: { rendered: title },
  content: { rendered: `<p>${longText(title)}</p>` },
  _embedded: {
    author: [{ name: 'Leyla Əhmədli' }],
    'wp:term': [[{ name: 'Mədəniyyət', taxonomy: 'category' }]],
  },
});

test('reads the posts of WordPress, then those that changed', async () => {
  const opened = { id: 1, title: 'Sərgi açıldı &amp; davam edir', modified: '2025-03-01T06:00:00' };
  const concert = { id: 2, title: 'Konsert keçirildi', modified: '2025-03-02T06:00:00' };
  setPosts([opened, concert]);
  const sync = open();
  sync.add({ id: 'wp', kind: 'wordpress', url: portal.origin, ...LOCAL });
  expect(await runOne(sync, 'wp')).toMatchObject({ outcome: 'done', added: 2, failed: 0 });
  expect([...place.engine.documents.values()][0]?.article).toMatchObject({
    title: 'Sərgi açıldı & davam edir',
    author: 'Leyla Əhmədli',
    topics: ['medeniyyet'],
    date: '2025-03-01T10:00:00+04:00',
  });
  setPosts([concert, { ...opened, title: 'Sərgi bağlandı', modified: '2025-03-03T06:00:00' }]);
  portal.asked.length = 0;
  expect(await runOne(sync, 'wp')).toMatchObject({ changed: 1, unchanged: 1, added: 0 });
  expect(place.titles()).toEqual(['Konsert keçirildi', 'Sərgi bağlandı']);
  expect(portal.asked).toHaveLength(2);
});

test('finds a post that a former run missed when all are listed, once a day', async () => {
  const concert = { id: 2, title: 'Konsert keçirildi', modified: '2025-03-02T06:00:00' };
  const old = { id: 1, title: 'Köhnə yazı', modified: '2020-01-01T06:00:00' };
  setPosts([concert]);
  const sync = open();
  sync.add({ id: 'wp', kind: 'wordpress', url: portal.origin, ...LOCAL });
  await runOne(sync, 'wp');
  setPosts([old, concert]);
  expect(await runOne(sync, 'wp')).toMatchObject({ added: 0 });
  now += DAY + 1;
  expect(await runOne(sync, 'wp')).toMatchObject({ added: 1 });
});

test('reads pages that the operator names, and says what one of them lacks', async () => {
  setPage('/haqqimizda', 'Haqqımızda');
  portal.pages.set('/bos', '<html><head><title>Boş</title></head><body></body></html>');
  const sync = open();
  const urls = [`${portal.origin}/haqqimizda`, `${portal.origin}/bos`];
  sync.add({ id: 'sehife', kind: 'pages', urls, name: 'Sınaq', topics: ['Cəmiyyət'], ...LOCAL });
  const report = await runOne(sync, 'sehife');
  expect(report).toMatchObject({ outcome: 'done', added: 1, failed: 1 });
  expect(report.failures).toEqual([
    { address: `${portal.origin}/bos`, reason: 'no article found on the page' },
  ]);
  const [article] = [...place.engine.documents.values()].map((document) => document.article);
  expect(article).toMatchObject({ source: 'Sınaq', topics: ['cemiyyet'] });
});

test('reads the files of a folder that changed, and removes the records that they lost', async () => {
  const folder = join(place.folder, 'mine');
  const lines = (...ids: string[]) =>
    ids.map((id) => JSON.stringify({ id, title: `Başlıq ${id}`, body: 'Mətn.' })).join('\n');
  mkdirSync(folder);
  writeFileSync(join(folder, 'a.ndjson'), lines('1', '2'));
  writeFileSync(join(folder, 'b.ndjson'), lines('3'));
  const sync = open();
  sync.add({ id: 'qovluq', kind: 'folder', path: 'mine' });
  expect(await runOne(sync, 'qovluq')).toMatchObject({ added: 3 });
  writeFileSync(join(folder, 'a.ndjson'), lines('2', '10'));
  expect(await runOne(sync, 'qovluq')).toMatchObject({ added: 1, removed: 1, unchanged: 2 });
  rmSync(join(folder, 'b.ndjson'));
  expect(await runOne(sync, 'qovluq')).toMatchObject({ added: 0, removed: 1 });
  expect(place.titles()).toEqual(['Başlıq 10', 'Başlıq 2']);
});

test('a folder that is not there any more has lost nothing', async () => {
  const folder = join(place.folder, 'mine');
  mkdirSync(folder);
  writeFileSync(join(folder, 'a.ndjson'), JSON.stringify({ id: '1', title: 'Bir' }));
  const sync = open();
  sync.add({ id: 'qovluq', kind: 'folder', path: 'mine' });
  await runOne(sync, 'qovluq');
  rmSync(folder, { recursive: true });
  expect(await runOne(sync, 'qovluq')).toMatchObject({ outcome: 'failed', removed: 0 });
  expect(place.titles()).toEqual(['Bir']);
});
