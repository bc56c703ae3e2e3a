import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { packageRoot } from '../../indexer/config.js';
import { SourcesFile } from '../../src/sync/source-shapes.js';
import { makePlace, type Place } from './place.js';

let place: Place;
beforeEach(() => {
  place = makePlace();
});
afterEach(() => place.close());

const file = () => join(place.folder, 'sources.json');
const feed = { id: 'xeber', kind: 'feed', url: 'https://portal.az/rss' } as const;

test('writes what was said and not what is usual', () => {
  const sync = place.open();
  sync.add({ ...feed, enabled: true, delay: 1, name: 'Portal' });
  expect(JSON.parse(readFileSync(file(), 'utf8'))).toEqual({
    sources: [{ ...feed, name: 'Portal' }],
  });
  sync.change('xeber', { ...feed, enabled: false });
  expect(sync.list()).toMatchObject([
    { source: { ...feed, enabled: false, delay: 1 }, articles: 0 },
  ]);
  sync.remove('xeber');
  expect(sync.list()).toEqual([]);
});

test('reads what an operator has written meanwhile', () => {
  const sync = place.open();
  writeFileSync(file(), JSON.stringify({ contact: 'a@b.az', sources: [feed] }));
  sync.add({ ...feed, id: 'basqa' });
  expect(JSON.parse(readFileSync(file(), 'utf8'))).toMatchObject({ contact: 'a@b.az' });
  expect(sync.list().map(({ source }) => source.id)).toEqual(['xeber', 'basqa']);
});

test.each([
  [
    'an address of another kind',
    { sources: [{ ...feed, url: 'ftp://a' }] },
    /sources\[0\]\.url: expected an http or https address/,
  ],
  ['an id that stands twice', { sources: [feed, feed] }, /sources\[1\]\.id: xeber is used twice/],
  [
    'a schedule that is none',
    { sources: [{ ...feed, every: 'hourly' }] },
    /sources\[0\]\.every: expected five parts/,
  ],
  ['an unknown field', { sources: [{ ...feed, evry: '* * * * *' }] }, /sources\[0\].*evry/],
  ['an unknown kind', { sources: [{ ...feed, kind: 'telegram' }] }, /sources\[0\]\.kind/],
  ['no list', { sources: {} }, /sources: /],
])('names the file and the place of %s', (_what, content, expected) => {
  writeFileSync(file(), JSON.stringify(content));
  const list = () => place.open().list();
  expect(list).toThrow(expected);
  expect(list).toThrow(file());
});

test('refuses a second source of one id, another id for a source, and what is not there', async () => {
  const sync = place.open();
  sync.add(feed);
  expect(() => sync.add(feed)).toThrow('there is a source "xeber" already');
  expect(() => sync.change('xeber', { ...feed, id: 'y' })).toThrow('a source keeps its id');
  expect(() => sync.remove('y')).toThrow('there is no source "y"');
  await expect(sync.run('y')).rejects.toThrow('there is no source "y"');
});

test('an editor may not have files read or private networks asked', () => {
  const sync = place.open();
  sync.add({ id: 'qovluq', kind: 'folder', path: '/srv' });
  expect(() => sync.add({ id: 'etc', kind: 'folder', path: '/etc' }, 'editor')).toThrow(
    'only an operator',
  );
  expect(() => sync.add({ ...feed, allowPrivate: true }, 'editor')).toThrow('only an operator');
  expect(() => sync.change('qovluq', { ...feed, id: 'qovluq' }, 'editor')).toThrow(
    'only an operator',
  );
  expect(sync.add(feed, 'editor')).toMatchObject(feed);
});

test('knows when a source is read next, by the clock of Baku, and follows changes', () => {
  const sync = place.open();
  sync.add({ ...feed, every: '30 3 * * *' });
  expect(sync.list()[0]?.nextRun).toBeUndefined();
  sync.startSchedules();
  expect(sync.list()[0]?.nextRun).toMatch(/T23:30:00\.000Z$/);
  sync.change('xeber', { ...feed, every: '0 12 * * *' });
  expect(sync.list()[0]?.nextRun).toMatch(/T08:00:00\.000Z$/);
  sync.change('xeber', { ...feed, every: '0 12 * * *', enabled: false });
  expect(sync.list()[0]?.nextRun).toBeUndefined();
});

test('the example in the docs can be used', () => {
  const docs = readFileSync(join(packageRoot(), 'docs/sync.md'), 'utf8');
  const example = /```json\n(.*?)```/s.exec(docs)?.[1] ?? '';
  const { sources } = SourcesFile.parse(JSON.parse(example));
  expect(new Set(sources.map(({ kind }) => kind)).size).toBe(5);
});
