import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { EngineError } from '../../../indexer/engine.js';
import type { Filter } from '../../../indexer/filter.js';
import { createApp } from '../../../src/http/app.js';
import type { Service } from '../../../src/service.js';
import { openHouse, type House } from '../house.js';

/** An error as clients of Meilisearch read it, written apart from the program on purpose. */
const ErrorBody = z.strictObject({
  message: z.string().min(1),
  code: z.string().regex(/^[a-z_]+$/),
  type: z.enum(['invalid_request', 'auth', 'internal', 'system']),
  link: z.url(),
});

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const SEARCH = '/indexes/articles/search';

function assertError(response: request.Response, status: number, code: string, message: RegExp) {
  expect(response.headers['content-type']).toMatch(/^application\/json/);
  const body = ErrorBody.parse(response.body);
  expect([response.status, body.code]).toEqual([status, code]);
  expect(body.message).toMatch(message);
  expect(body.link).toBe(`https://docs.meilisearch.com/errors#${code}`);
}

const post = (path: string, body: string | object) =>
  request(house.app).post(path).set('Content-Type', 'application/json').send(body);

describe('parameters of a search that cannot be used', () => {
  it.each([
    [{ q: 5 }, 'invalid_search_q', /`\.q`: expected a string, but found a number: `5`/],
    [{ q: 'a'.repeat(513) }, 'invalid_search_q', /512/],
    [{ limit: -1 }, 'invalid_search_limit', /`\.limit`: expected a positive integer/],
    [{ limit: 1001 }, 'invalid_search_limit', /up to 1000/],
    [{ hitsPerPage: 'ten' }, 'invalid_search_hits_per_page', /found a string: `"ten"`/],
    [{ filter: 'price = 1' }, 'invalid_search_filter', /position 0: expected an attribute/],
    [{ filter: ['lang = az', ['topic =']] }, 'invalid_search_filter', /\[1\]\[0\]: position 7/],
    [{ filter: { lang: 'az' } }, 'invalid_search_filter', /`\.filter`: expected a string, or/],
    [{ facets: ['price'] }, 'invalid_search_facets', /`price` is not filterable/],
    [{ sort: ['title:asc'] }, 'invalid_search_sort', /`title` is not sortable/],
    [{ sort: ['date'] }, 'invalid_search_sort', /ending by `:asc` or `:desc`, found `date`/],
    [{ matchingStrategy: 'some' }, 'invalid_search_matching_strategy', /`last`, `all`/],
    [{ attributesToSearchOn: ['title'] }, 'invalid_search_attributes_to_search_on', /\["\*"\]/],
    [{ hybrid: { embedder: 'e' } }, 'invalid_search_hybrid', /`\.hybrid`: not supported/],
    [{ vector: [1] }, 'invalid_search_vector', /not supported/],
    [{ distinct: 'author' }, 'invalid_search_distinct', /not supported/],
    [{ rankingScoreThreshold: 0.5 }, 'invalid_search_ranking_score_threshold', /not supported/],
    [
      { limt: 5 },
      'bad_request',
      /Unknown field `limt`: did you mean `limit`\? expected one of `q`/,
    ],
    [[], 'bad_request', /expected an object, but found an array/],
    ['{"q":', 'malformed_payload', /JSON/],
  ])('%j', async (body, code, message) => {
    assertError(await post(SEARCH, body), 400, code, message);
  });

  it('are those of a GET, too', async () => {
    const get = (query: string) => request(house.app).get(`${SEARCH}?${query}`);
    assertError(await get('limit=x'), 400, 'invalid_search_limit', /could not parse `x`/);
    assertError(await get('price=1'), 400, 'bad_request', /Unknown parameter `price`/);
    assertError(await get('filter=[['), 400, 'invalid_search_filter', /position 0/);
  });

  it('are nothing where they say nothing', async () => {
    const nothing = { q: null, filter: null, facets: [], sort: null, limit: null, page: null };
    const unsupported = { hybrid: null, vector: [], distinct: null, rankingScoreThreshold: 0 };
    const response = await post(SEARCH, { ...nothing, ...unsupported, locales: null });
    expect([response.status, Object.keys(z.looseObject({}).parse(response.body))]).toEqual([
      200,
      ['hits', 'query', 'processingTimeMs', 'offset', 'limit', 'estimatedTotalHits', 'requestUid'],
    ]);
  });
});

describe('several searches', () => {
  const here = { indexUid: 'articles' };
  it.each([
    [{ queries: [here], federation: {} }, 'invalid_multi_search_federation', /federated/],
    [{ queries: [here, { q: 'a' }] }, 'missing_index_uid', /`indexUid` inside `\.queries\[1\]`/],
    [{ queries: [here, { indexUid: 'b' }] }, 'index_not_found', /Inside `\.queries\[1\]`: Index/],
    [{ queries: [{ ...here, filter: 'x' }] }, 'invalid_search_filter', /Inside `\.queries\[0\]`/],
    [{ queries: [{ ...here, price: 1 }] }, 'bad_request', /`price` inside `\.queries\[0\]`/],
    [{ queries: Array.from({ length: 51 }, () => here) }, 'bad_request', /at most 50 queries/],
    [
      {
        queries: [
          { ...here, limit: 600 },
          { ...here, limit: 600 },
        ],
      },
      'invalid_search_limit',
      /1000/,
    ],
    [{}, 'bad_request', /Missing field `queries`/],
  ])('%j', async (body, code, message) => {
    assertError(await post('/multi-search', body), 400, code, message);
  });
});

describe('addresses', () => {
  it.each(['', '/stats', '/settings', '/search', '/documents/neft'])(
    'there is no other index: %s',
    async (path) => {
      const response = await request(house.app).get(`/indexes/nope${path}`);
      assertError(response, 404, 'index_not_found', /Index `nope` not found\./);
    },
  );

  it.each([
    ['GET', '/indexes/articles/documents/none', 404, 'document_not_found'],
    ['GET', '/indexes/articles/documents', 404, 'not_found'],
    ['POST', '/indexes/articles/settings', 405, 'bad_request'],
    ['GET', '/indexes/%', 400, 'bad_request'],
  ])('%s %s', async (method, path, status, code) => {
    const asked = request(house.app);
    assertError(await (method === 'GET' ? asked.get(path) : asked.post(path)), status, code, /./);
  });

  it('names facets whose values cannot be searched', async () => {
    const path = '/indexes/articles/facet-search';
    const code = 'invalid_facet_search_facet_name';
    assertError(await post(path, { facetName: 'price' }), 400, code, /not facet-searchable/);
    assertError(await post(path, {}), 400, 'missing_facet_search_facet_name', /facetName/);
  });
});

describe('keys', () => {
  const withCaller = (filter?: Filter): Service => ({
    ...house.service,
    settings: { ...house.service.settings, searchAccess: 'key' },
    checkKey: (key) =>
      key === 'right'
        ? { known: true, expired: false, caller: { role: 'search', ...(filter && { filter }) } }
        : { known: false },
  });

  it('are asked for as Meilisearch asks', async () => {
    const ask = () => request(createApp(withCaller())).post(SEARCH).send({});
    assertError(await ask(), 401, 'missing_authorization_header', /bearer/);
    const wrong = await ask().set('Authorization', 'Bearer wrong');
    assertError(wrong, 403, 'invalid_api_key', /The provided API key is invalid\./);
    expect((await ask().set('Authorization', 'Bearer right')).status).toBe(200);
  });

  it('show what their filter lets pass, and nothing else', async () => {
    const app = createApp(withCaller({ attribute: 'topic', in: ['enerji'] }));
    const get = (path: string) => request(app).get(path).set('Authorization', 'Bearer right');
    const asPost = (path: string, body: object) =>
      request(app).post(path).set('Authorization', 'Bearer right').send(body);
    const beyond = { filter: 'topic = neqliyyat OR topic = enerji', facets: ['topic'] };
    const seen = {
      estimatedTotalHits: 2,
      facetDistribution: { topic: { Enerji: 2, Ekologiya: 1 } },
    };
    expect((await asPost(SEARCH, beyond)).body).toMatchObject(seen);
    expect((await get(`${SEARCH}?facets=topic`)).body).toMatchObject(seen);
    const queries = [{ indexUid: 'articles', ...beyond }];
    expect((await asPost('/multi-search', { queries })).body).toMatchObject({ results: [seen] });
    const facet = await asPost('/indexes/articles/facet-search', { facetName: 'author' });
    expect(facet.body).toMatchObject({ facetHits: [{ value: 'Aysel Rəhimli', count: 1 }] });
    expect((await get('/indexes/articles/stats')).body).toMatchObject({ numberOfDocuments: 2 });
    expect((await get('/indexes/articles/documents/neft')).status).toBe(200);
    const hidden = await get('/indexes/articles/documents/dehliz');
    assertError(hidden, 404, 'document_not_found', /`dehliz`/);
  });
});

describe('failures of ours', () => {
  it.each([
    [new Error('secret'), 500, 'internal'],
    [new EngineError('unavailable', 'secret'), 503, 'internal'],
  ])('%s', async (error, status, code) => {
    const engine = { ...house.service.engine, search: () => Promise.reject(error) };
    const response = await request(createApp({ ...house.service, engine }))
      .post(SEARCH)
      .send({});
    assertError(response, status, code, /^(?!.*secret)/);
  });
});
