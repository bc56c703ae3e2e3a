import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { KINDS, readJudgedQueries, typed } from '../measure/judged-queries.js';

const queries = readJudgedQueries();

describe('the judged queries', () => {
  it.each(KINDS)('are at least twelve of kind %s', (kind) => {
    expect(queries.filter((query) => query.kind === kind).length).toBeGreaterThanOrEqual(12);
  });

  it('have ids of their own, each beginning with its kind', () => {
    const ids = queries.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, kind } of queries) expect(id).toMatch(new RegExp(`^${kind}-\\d\\d$`));
  });

  it('are asked once in each kind', () => {
    const asked = queries.map(({ kind, q }) => `${kind}: ${q.toLowerCase()}`);
    expect(new Set(asked).size).toBe(asked.length);
  });

  it('have letters as their kind says', () => {
    for (const { kind, q } of queries) {
      if (kind === 'ascii') expect(q).toMatch(/^[ -~]+$/);
      expect(/\p{Script=Cyrillic}/u.test(q), q).toBe(kind === 'cyrillic');
    }
  });

  it('can be answered on one page, and name items by nothing but their id', () => {
    for (const { relevant } of queries) {
      expect(Object.keys(relevant).length).toBeLessThanOrEqual(20);
      for (const id of Object.keys(relevant)) expect(id).toMatch(/^[a-zA-Z]+-[0-9a-f]+$/);
    }
  });
});

it('a query ends in a space unless it is unfinished', () => {
  const relevant = { 'a-1': 3 };
  expect(typed({ id: 'plain-01', kind: 'plain', q: 'orta', relevant })).toBe('orta ');
  expect(typed({ id: 'unfinished-01', kind: 'unfinished', q: 'ort', relevant })).toBe('ort');
});

describe('readJudgedQueries', () => {
  const folder = mkdtempSync(join(tmpdir(), 'axtar-relevance-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const good = { id: 'plain-01', kind: 'plain', q: 'orta dəhliz', relevant: { 'a-1': 3 } };
  const read = (query: object) => {
    const path = join(folder, 'queries.json');
    writeFileSync(path, JSON.stringify({ provenance: 'a test', queries: [query] }));
    return readJudgedQueries(path);
  };

  it('reads what is well formed', () => {
    expect(read(good)).toEqual([good]);
  });

  it.each([
    ['an unknown kind', { ...good, kind: 'other' }, 'queries[0].kind'],
    ['a grade of 4', { ...good, relevant: { 'a-1': 4 } }, 'queries[0].relevant'],
    ['a grade of 0', { ...good, relevant: { 'a-1': 0 } }, 'queries[0].relevant'],
    ['nothing relevant', { ...good, relevant: {} }, 'at least one relevant item'],
    ['an id without a number', { ...good, id: 'plain' }, 'a kind and a number of two digits'],
    ['an empty query', { ...good, q: ' ' }, 'queries[0].q'],
    ['a title', { ...good, title: 'Orta dəhliz' }, 'queries[0]'],
  ])('refuses %s and names the place', (_, query, place) => {
    expect(() => read(query)).toThrow(place);
  });
});
