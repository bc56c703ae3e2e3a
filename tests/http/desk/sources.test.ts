import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHouse, type House } from '../house.js';
import { comeIn, cookieOf, visitorOf, type Visitor } from './visitor.js';

let house: House;
let editor: Visitor;
let admin: Visitor;
beforeAll(async () => {
  house = await openHouse();
  editor = comeIn(house);
  admin = comeIn(house, { role: 'admin' });
  const folder = join(house.dataDir, 'qovluq');
  mkdirSync(folder);
  const article = { id: 'qovluqdan', title: 'Qovluqdan gələn xəbər', body: 'Mətn.' };
  writeFileSync(join(folder, 'a.ndjson'), `${JSON.stringify(article)}\n`);
  house.service.sync.add({ id: 'qovluq', kind: 'folder', path: folder });
});
afterAll(() => house.close());

const NEW = '/desk/sources/new';
const feed = { kind: 'feed', url: 'https://portal.example/rss', enabled: '1', removals: '1' };
const source = (id: string) =>
  house.service.sync.list().find((status) => status.source.id === id)?.source;

describe('a source', () => {
  it('is added, changed and removed; what the form does not show stays', async () => {
    const added = await editor.post(NEW, { ...feed, every: '*/15 * * * *', topics: 'enerji, ' });
    expect(added.headers['location']).toBe('/desk/sources/portal-example?done=saved');
    expect(source('portal-example')).toMatchObject({
      every: '*/15 * * * *',
      topics: ['enerji'],
      enabled: true,
    });
    house.service.sync.change('portal-example', {
      id: 'portal-example',
      kind: 'feed',
      url: feed.url,
      delay: 7,
    });
    await editor.post('/desk/sources/portal-example', { ...feed, name: 'Portal', enabled: [] });
    expect(source('portal-example')).toMatchObject({ name: 'Portal', delay: 7, enabled: false });
    expect((await editor.get('/desk/sources')).text).toContain('söndürülüb');
    const removed = await editor.post('/desk/sources/portal-example', { intent: 'remove' });
    expect(removed.headers['location']).toBe('/desk/sources?done=removed');
    expect(source('portal-example')).toBeUndefined();
  });

  it.each([
    ['an address that is none', { url: 'portal.az' }, 'url', 'http://'],
    ['an address of a file', { url: 'file:///etc/passwd' }, 'url', 'http://'],
    ['no pages', { kind: 'pages', url: ' ' }, 'url', 'http://'],
    ['an id with signs', { id: '../x' }, 'id', 'Nişan'],
    ['an id that is taken', { id: 'qovluq' }, 'id', 'artıq var'],
    ['an id that is a page', { id: 'new' }, 'id', 'artıq var'],
    ['a schedule of another kind', { every: 'hər gün' }, 'every', 'Beş hissə'],
    ['a long name', { name: 'a'.repeat(201) }, 'name', '200'],
  ])('with %s is refused at the field', async (_, fields, field, words) => {
    const { status, text } = await editor.post(NEW, { ...feed, ...fields });
    expect(status).toBe(422);
    expect(new RegExp(`id="${field}-error">([^<]*)<`).exec(text)?.[1]).toContain(words);
    expect(text).not.toContain(house.dataDir);
  });

  it('that asks private networks is changed by an administrator alone', async () => {
    const near = { id: 'yaxin', kind: 'feed', url: 'http://127.0.0.1:9/rss' } as const;
    house.service.sync.add({ ...near, allowPrivate: true });
    const fields = { ...feed, url: near.url, name: 'Yaxın' };
    const refused = await editor.post('/desk/sources/yaxin', fields);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('yalnız administrator');
    expect((await admin.post('/desk/sources/yaxin', fields)).status).toBe(303);
    expect(source('yaxin')).toMatchObject({ name: 'Yaxın', allowPrivate: true });
  });
});

describe('reading', () => {
  const open = async () => (await editor.get('/desk/sources/qovluq')).text;

  it('is tried without writing, then done, and told of in the history', async () => {
    expect((await editor.post('/desk/sources/qovluq', { intent: 'try' })).status).toBe(303);
    await expect.poll(open, { timeout: 20_000 }).toContain('əlavə ediləcək');
    expect(await house.service.engine.get('qovluqdan')).toBeUndefined();
    expect(await open()).toContain('Hələ oxunmayıb.');
    await editor.post('/desk/sources/qovluq', { intent: 'run' });
    await expect.poll(open, { timeout: 20_000 }).toContain('1 yeni');
    expect((await house.service.engine.get('qovluqdan'))?.title).toBe('Qovluqdan gələn xəbər');
  });

  it('that fails says why', async () => {
    house.service.sync.add({
      id: 'olmayan',
      kind: 'folder',
      path: join(house.dataDir, 'olmayan'),
    });
    await editor.post('/desk/sources/olmayan', { intent: 'run' });
    const page = async () => (await editor.get('/desk/sources/olmayan')).text;
    await expect.poll(page, { timeout: 20_000 }).toContain('alınmadı');
    expect(await page()).toContain('Səbəblər');
  });
});

describe('a file of sources that cannot be read', () => {
  it('is told of, and no folder is named', async () => {
    const broken = await openHouse();
    writeFileSync(join(broken.dataDir, 'sources.json'), '{');
    const { status, text } = await comeIn(broken).get('/desk/sources');
    await broken.close();
    expect(status).toBe(200);
    expect(text).toContain('faylı oxunmur');
    expect(text).not.toContain('sources.json');
  });
});

describe('whoever may not', () => {
  it.each(['/desk/sources', NEW, '/desk/sources/qovluq'])('reads nothing at %s', async (path) => {
    const { key } = house.service.keys.create({ role: 'search' });
    expect((await visitorOf(house.app, cookieOf(key)).get(path)).status).toBe(403);
    expect((await visitorOf(house.app).get(path)).status).toBe(303);
  });

  it.each([NEW, '/desk/sources/qovluq'])('writes nothing from elsewhere to %s', async (path) => {
    const response = await request(house.app)
      .post(path)
      .set({ Cookie: editor.cookie, 'Sec-Fetch-Site': 'cross-site' })
      .type('form')
      .send({ ...feed, intent: 'remove' });
    expect(response.status).toBe(403);
    expect(source('qovluq')).toBeDefined();
  });

  it.each(['__proto__', '..%2f..', 'yoxdur'])('finds no source %s', async (id) => {
    expect((await editor.get(`/desk/sources/${id}`)).status).toBe(404);
  });
});
