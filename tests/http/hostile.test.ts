import fc from 'fast-check';
import request from 'supertest';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { anyText } from '../language/any-text.js';
import { ARTICLES } from './articles.data.js';
import { openHouse, type House } from './house.js';
import { SearchAnswer } from './shapes.js';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const search = (query: string) => request(house.app).get(`/v1/search?${query}`);
const FACETS = 'facets=topic,author,source,year,month';

it.each([
  '"',
  '""""',
  '*',
  'neft*',
  '^neft',
  'NEAR(neft qaz, 2)',
  'neft AND OR NOT',
  'title:neft',
  '{title body}: neft',
  '+neft + qaz',
  '- - -',
  '-"',
  '-""',
  "' OR 1=1 --",
  "'; DROP TABLE articles; --",
  'neft" OR "1"="1',
  '%_\\',
  '\\u0000',
  '\0',
  'neft\0qaz',
  '\u202Eneft',
  '<script>alert(1)</script>',
  '${7*7}{{7*7}}',
  '../../etc/passwd',
  'صوت باکی',
  '中文 搜索',
  'a\u0301'.repeat(200),
  '😀'.repeat(512),
  '👨‍👩‍👧‍👦'.repeat(46),
  'ı'.repeat(512),
  'ж'.repeat(512),
  'BMT'.repeat(170),
  'a '.repeat(256),
  'a-'.repeat(256),
  '"a" '.repeat(128),
  '-a '.repeat(170),
  '1'.repeat(512),
])('answers %j', async (q) => {
  const response = await search(`q=${encodeURIComponent(q)}&${FACETS}`);
  expect(response.status).toBe(200);
  expect(SearchAnswer.parse(response.body).query.q).toBe(q);
});

it.each([
  ['halves of a surrogate pair', '%ED%A0%BD%ED%B8%80'],
  ['a broken escape', '%'],
  ['bytes that are no UTF-8', '%FF%FE%C0%80'],
  ['a half-written character', '%E0%A4'],
  ['a plus sign for a space', 'neft+qaz'],
])('reads %s as best it can', async (_, q) => {
  const response = await search(`q=${q}`);
  expect(response.status).toBe(200);
  SearchAnswer.parse(response.body);
});

it.each(['topic', 'author', 'source'])('%s takes any name', async (parameter) => {
  for (const name of ["' OR 1=1 --", '"', '\0', '😀', '__proto__', 'constructor', '%', '[]']) {
    const response = await search(`${parameter}=${encodeURIComponent(name)}&${FACETS}`);
    expect(response.status).toBe(200);
    expect(SearchAnswer.parse(response.body).totalHits).toBe(0);
  }
});

it('never fails, whatever is asked, and keeps its documents', async () => {
  await fc.assert(
    fc.asyncProperty(anyText, async (text) => {
      const q = text.slice(0, 400).replace(/\p{Cs}/gu, '\uFFFD');
      const response = await search(`q=${encodeURIComponent(q)}`);
      expect(response.status).toBe(200);
      SearchAnswer.parse(response.body);
    }),
  );
  const everything = SearchAnswer.parse((await search('')).body);
  expect(everything.totalHits).toBe(ARTICLES.length);
});
