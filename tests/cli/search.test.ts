import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../../indexer/config.js';
import { SearchAnswer } from '../http/shapes.js';
import { openWorkplace } from './command.js';

const place = openWorkplace();
const second = { AXTAR_DATA_DIR: join(place.folder, 'second') };
const sample = join(packageRoot(), 'sample');
beforeAll(async () => {
  expect((await place.run(['index', sample])).code).toBe(0);
});
afterAll(() => place.remove());

async function searchJson(...args: string[]): Promise<SearchAnswer> {
  const { code, stdout, stderr } = await place.run(['search', '--json', ...args]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return SearchAnswer.parse(JSON.parse(stdout));
}

describe('axtar search --json', () => {
  it('prints the answer of the HTTP API', async () => {
    const { query, hits } = await searchJson('Токаев');
    expect(query).toMatchObject({ q: 'Токаев', script: 'Cyrl' });
    expect(hits[0]?._formatted?.title).toMatch(/<mark>To[kq]a\S*<\/mark>/);
  });

  it('joins the words of the query', async () => {
    const joined = await searchJson('orta dəhliz');
    const apart = await searchJson('orta', 'dəhliz');
    expect({ ...apart, processingTimeMs: 0 }).toEqual({ ...joined, processingTimeMs: 0 });
  });

  it.each([
    ['--topic', ['--topic', 'idman', '--topic', 'enerji'], /idman|enerji/],
    ['--source', ['--source', 'Region TV'], /Region TV/],
    ['--from and --to', ['--from', '2024-05-05', '--to', '2024-05-05'], /"2024-05-05T/],
    ['--author', ['--author', 'Rashad Guliyev'], /Quliyev|Guliyev|Гулиев/],
  ])('filters by %s', async (_, args, every) => {
    const { hits } = await searchJson(...args);
    expect(hits.length).toBeGreaterThan(0);
    for (const hit of hits) expect(JSON.stringify(hit)).toMatch(every);
  });

  it('sorts, pages and counts facets', async () => {
    const found = await searchJson(
      '--sort',
      'date:asc',
      '--page',
      '2',
      '--hits-per-page',
      '5',
      '--facets',
      'topic,year',
    );
    expect(found).toMatchObject({ page: 2, hitsPerPage: 5, totalHits: 96, totalPages: 20 });
    const dates = found.hits.map(({ date = '' }) => date);
    expect(dates).toEqual(dates.toSorted());
    expect(Object.keys(found.facetDistribution)).toEqual(['topic', 'year']);
  });
});

describe('axtar search', () => {
  it('prints a list with highlights for people', async () => {
    const { code, stdout } = await place.run(['search', 'Tokayev']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^\d+ found in [\d.]+ ms/);
    expect(stdout).toContain('[Tokayev] Bakiya geldi');
    expect(stdout).not.toMatch(/<mark>|&quot;|undefined/);
  });

  it('says what it read on the other keyboard', async () => {
    expect((await place.run(['search', 'ещлфнум'])).stdout).toMatch(/^Read .* as: tokayev\n/);
  });

  it.each([
    ['--from', ['--from', 'dünən'], /^axtar: from: expected a day such as/],
    ['--from after --to', ['--from', '2025-01-02', '--to', '2025-01-01'], /^axtar: from: /],
    ['--hits-per-page', ['--hits-per-page', '101'], /^axtar: hitsPerPage: .*100/],
    ['--page', ['--page', '2000'], /^axtar: page: expected a page up to 500/],
    ['--facets', ['--facets', 'rəng'], /^axtar: facets\.0: .*topic/],
    ['a long query', ['ə'.repeat(513)], /^axtar: q: .*512/],
    ['an unknown option', ['--limit', '5'], /unknown option '--limit'/],
  ])('refuses %s', async (_, args, message) => {
    const { code, stdout, stderr } = await place.run(['search', ...args]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});

describe('axtar export', () => {
  it('prints what makes the same index again: its export is the same, byte for byte', async () => {
    const first = await place.run(['export']);
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(first.stdout.match(/\n/g)).toHaveLength(96);
    const again = place.write('again.ndjson', first.stdout);
    expect((await place.run(['index', again], '', second)).code).toBe(0);
    expect((await place.run(['export'], '', second)).stdout).toBe(first.stdout);
    const found = await place.run(['search', '--json', 'tokayev'], '', second);
    const ids = (text: string) => SearchAnswer.parse(JSON.parse(text)).hits.map(({ id }) => id);
    expect(ids(found.stdout)).toEqual((await searchJson('tokayev')).hits.map(({ id }) => id));
  });
});
