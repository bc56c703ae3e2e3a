import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { assertProblem, openHouse, type House } from './house.js';
import { ARTICLES } from './articles.data.js';
import { SearchAnswer } from './shapes.js';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

/** The body of an answer, before it is checked. */
async function bodyFor(parameters: Record<string, string>): Promise<unknown> {
  const response = await get(parameters);
  return response.body;
}

const answerTo = async (parameters: Record<string, string>) =>
  SearchAnswer.parse(await bodyFor(parameters));

const get = (parameters: Record<string, string>) =>
  request(house.app).get('/v1/search').query(parameters);

describe('going through everything by date', () => {
  it.each(['date:desc', 'date:asc'])('%s visits each article once', async (sort) => {
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const response = await get({ sort, hitsPerPage: '3', ...(after ? { after } : {}) });
      const { hits, next, totalHits } = SearchAnswer.parse(response.body);
      expect(totalHits).toBe(ARTICLES.length);
      seen.push(...hits.map(({ id }) => id));
      after = next;
    } while (after !== undefined && seen.length < 100);
    expect(new Set(seen).size).toBe(ARTICLES.length);
    expect(seen).toHaveLength(ARTICLES.length);
    // Undated ones come last in either order.
    expect(seen.at(-1)).toBe('kosmos');
  });

  it('gives no cursor where the order is not that of dates alone', async () => {
    const relevance = await get({ q: 'neft', hitsPerPage: '1' });
    expect(relevance.body).not.toHaveProperty('next');
    const partial = await get({ q: 'neft qaz', sort: 'date:desc', hitsPerPage: '1' });
    expect(partial.body).not.toHaveProperty('next');
  });

  it.each([
    { after: 'abc', sort: 'date:desc' },
    { after: 'abc' },
    { after: 'abc', sort: 'date:desc', q: 'neft' },
    { after: 'abc', sort: 'date:desc', page: '2' },
    { after: 'abc', sort: 'date:desc', distinct: 'story' },
  ])('refuses %j', async (parameters) => {
    assertProblem(await get(parameters), 400, 'invalid_parameter', ['after']);
  });

  it('begins at the beginning when the cursor is empty', async () => {
    const { hits } = await answerTo({ sort: 'date:desc', after: '' });
    expect(hits).toEqual((await answerTo({ sort: 'date:desc' })).hits);
  });

  it('says which numbers it takes', async () => {
    const [low, high] = [await get({ page: '0' }), await get({ hitsPerPage: '101' })];
    expect([low.body, high.body]).toMatchObject([
      { detail: expect.stringContaining('expected a whole number from 1 on') as string },
      { detail: expect.stringContaining('expected a whole number up to 100') as string },
    ]);
  });

  it('refuses the cursor of the other order', async () => {
    const { next = '' } = await answerTo({ sort: 'date:desc', hitsPerPage: '2' });
    const other = await get({ sort: 'date:asc', after: next });
    expect(assertProblem(other, 400, 'invalid_parameter', ['after']).detail).toMatch(/date:desc/);
  });
});

describe('what of a hit is shown', () => {
  it('is what was asked for, and the id', async () => {
    const answer = await bodyFor({ q: 'neft', fields: 'title,body' });
    const [hit] = z.object({ hits: z.array(z.unknown()) }).parse(answer).hits;
    const article = ARTICLES.find(({ id }) => id === 'neft');
    expect(hit).toEqual({ id: 'neft', title: article?.title, body: article?.body });
  });

  it.each([1, 3, 8])('a snippet has %i words when these are asked for', async (words) => {
    const { hits } = await answerTo({ q: 'hasilatı', cropLength: String(words) });
    const { snippet } = hits[0] ?? { snippet: '' };
    expect(snippet.replaceAll('…', '').trim().split(/\s+/)).toHaveLength(words);
    expect(snippet).toContain('hasilatı');
  });
});

describe('the words that may be lacking', () => {
  it.each([
    ['all', []],
    ['last', ['neft']],
    ['frequency', ['neft']],
  ])('%s', async (matchingStrategy, ids) => {
    const { hits } = await answerTo({ q: 'neft xəyalətlər', matchingStrategy });
    expect(hits.map(({ id }) => id)).toEqual(ids);
  });

  it('last keeps the beginning of the query', async () => {
    const { hits } = await answerTo({ q: 'xəyalətlər neft', matchingStrategy: 'last' });
    expect(hits).toEqual([]);
  });
});

describe('an answer that has been given before', () => {
  it('need not be sent again, though it took another time', async () => {
    const first = await get({ q: 'neft' });
    const etag = first.headers['etag'] ?? '';
    expect(etag).toMatch(/^W\/".+"$/);
    expect(first.headers['cache-control']).toBe('private, no-cache');
    const again = await get({ q: 'neft' }).set('If-None-Match', etag);
    expect([again.status, again.text]).toEqual([304, '']);
    const other = await get({ q: 'qaz' }).set('If-None-Match', etag);
    expect(other.status).toBe(200);
  });
});
