import request from 'supertest';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Article } from '../../indexer/article.js';
import { EngineError } from '../../indexer/engine.js';
import { createApp } from '../../src/http/app.js';
import { ARTICLES } from './articles.data.js';
import { bearer } from './callers.js';
import { assertProblem, openHouse, type House } from './house.js';

let house: House;
let editor: ReturnType<typeof bearer>;
beforeAll(async () => {
  house = await openHouse();
  editor = bearer(house.service, { role: 'editor' });
});
afterAll(() => house.close());
afterEach(async () => {
  await house.service.engine.remove(['yeni', 'delete']);
});

const get = (id: string) => request(house.app).get(`/v1/documents/${encodeURIComponent(id)}`);
const put = (id: string, record: object) =>
  request(house.app)
    .put(`/v1/documents/${encodeURIComponent(id)}`)
    .set(editor)
    .send(record);
const remove = (id: string) =>
  request(house.app)
    .delete(`/v1/documents/${encodeURIComponent(id)}`)
    .set(editor);

const RECORD = { title: 'Yeni park', body: 'Bakıda park salınıb.', lang: 'az' };
const STORED = { id: 'yeni', ...RECORD, topics: expect.any(Array) as string[] };

describe('the entity tag of an article', () => {
  it('is strong, and stays while the article does', async () => {
    const { headers } = await get('neft');
    expect(headers['etag']).toMatch(/^"[\w-]{22}"$/);
    expect((await get('neft')).headers['etag']).toBe(headers['etag']);
    expect((await get('kulek')).headers['etag']).not.toBe(headers['etag']);
  });

  it('spares reading it again', async () => {
    const { headers } = await get('neft');
    const again = await get('neft').set('If-None-Match', headers['etag'] ?? '');
    expect(again.status).toBe(304);
    expect(again.text).toBe('');
    const other = await get('neft').set('If-None-Match', '"other"');
    expect(other.status).toBe(200);
  });
});

describe('PUT /v1/documents/{id}', () => {
  it('adds what is not there, says where, and it is found', async () => {
    const response = await put('yeni', RECORD);
    expect(response.status).toBe(201);
    expect(response.body).toEqual(STORED);
    expect(response.headers['location']).toBe('/v1/documents/yeni');
    const read = await get('yeni');
    expect(read.body).toEqual(response.body);
    expect(read.headers['etag']).toBe(response.headers['etag']);
    const found = await request(house.app).get('/v1/search?q=park');
    expect(found.body).toMatchObject({ totalHits: 1, hits: [{ id: 'yeni' }] });
  });

  it('replaces the whole of what is there', async () => {
    const first = await put('yeni', { ...RECORD, author: 'Aysel Rəhimli' });
    const second = await put('yeni', RECORD);
    expect(second.status).toBe(200);
    expect(second.headers['location']).toBeUndefined();
    expect(second.body).toEqual(STORED);
    expect(second.headers['etag']).not.toBe(first.headers['etag']);
  });

  it('takes back what it gives: the same article has the same tag', async () => {
    for (const { id } of ARTICLES) {
      const first = await get(id);
      const article = Article.parse(first.body);
      const again = await put(id, article);
      expect(again.body).toEqual(article);
      expect(again.headers['etag']).toBe(first.headers['etag']);
    }
  });

  it.each([
    ['none', {}],
    ['null', { id: null }],
    ['the same', { id: 'yeni' }],
    ['nothing visible', { id: ' ' }],
  ])('takes the id of the address beside an id that is %s', async (_, id) => {
    expect((await put('yeni', { ...RECORD, ...id })).body).toMatchObject({ id: 'yeni' });
  });

  it.each(['delete', 'ə/ş?#', "' OR 1=1", '😀', 'a b'])('takes the id %j', async (id) => {
    expect((await put(id, RECORD)).status).toBe(201);
    expect((await get(id)).body).toMatchObject({ id, title: RECORD.title });
    expect((await remove(id)).status).toBe(204);
  });

  it.each([
    ['another id', { ...RECORD, id: 'other' }, ['id']],
    ['a number for a title', { title: 5 }, ['title']],
    ['neither title nor body', { author: 'Aysel' }, ['title']],
    ['a date that is none', { title: 'a', date: 'sabah' }, ['date']],
    ['an address that is no link', { title: 'a', url: 'javascript:alert(1)' }, ['url']],
    ['a list', [RECORD], ['body']],
  ])('refuses %s, and says where', async (_, record, paths) => {
    const problem = assertProblem(await put('yeni', record), 422, 'invalid_document', paths);
    expect(problem.errors.every((error) => error.in === 'body')).toBe(true);
    assertProblem(await get('yeni'), 404, 'document_not_found', ['id']);
  });

  it.each([' yeni', 'yeni '])('refuses the id %j', async (id) => {
    assertProblem(await put(id, RECORD), 422, 'invalid_document', ['id']);
  });

  it('refuses an id that is too long', async () => {
    const response = await put('a'.repeat(201), RECORD);
    assertProblem(response, 400, 'invalid_parameter', ['id']);
  });

  it.each([
    ['text/plain', 'a', 415, 'unsupported_media_type', ['Content-Type']],
    ['application/json', '{"title":', 400, 'malformed_json', ['body']],
    ['application/json', `"${'a'.repeat(1_000_001)}"`, 413, 'payload_too_large', []],
  ])('refuses a body of type %s', async (type, body, status, code, paths) => {
    const response = await request(house.app)
      .put('/v1/documents/yeni')
      .set(editor)
      .set('Content-Type', type)
      .send(body);
    assertProblem(response, status, code, paths);
  });

  it.each([
    [{}, 401, 'key_missing'],
    [{ role: 'search' as const }, 403, 'forbidden'],
  ])('needs the key of an editor: %j', async (key, status, code) => {
    for (const method of ['put', 'delete'] as const) {
      const headers = 'role' in key ? bearer(house.service, key) : {};
      const response = await request(house.app)[method]('/v1/documents/neft').set(headers);
      assertProblem(response, status, code);
    }
  });
});

describe('conditions', () => {
  const failed = (response: request.Response, header: string) =>
    assertProblem(response, 412, 'precondition_failed', [header]);

  it('If-Match writes only what has not changed', async () => {
    const { headers } = await put('yeni', RECORD);
    const etag = headers['etag'] ?? '';
    const next = { ...RECORD, title: 'Park açılıb' };
    expect((await put('yeni', next).set('If-Match', `"other", ${etag}`)).status).toBe(200);
    failed(await put('yeni', RECORD).set('If-Match', etag), 'If-Match');
    failed(await remove('yeni').set('If-Match', etag), 'If-Match');
    expect((await get('yeni')).body).toMatchObject(next);
    const { headers: last } = await get('yeni');
    expect((await remove('yeni').set('If-Match', last['etag'] ?? '')).status).toBe(204);
  });

  it('If-Match is not met by a weak tag, nor by what is not there', async () => {
    const { headers } = await put('yeni', RECORD);
    failed(await put('yeni', RECORD).set('If-Match', `W/${headers['etag']}`), 'If-Match');
    failed(await put('absent', RECORD).set('If-Match', '*'), 'If-Match');
    expect((await put('yeni', RECORD).set('If-Match', '*')).status).toBe(200);
  });

  it('If-None-Match: * only adds', async () => {
    expect((await put('yeni', RECORD).set('If-None-Match', '*')).status).toBe(201);
    failed(await put('yeni', { title: 'a' }).set('If-None-Match', '*'), 'If-None-Match');
    expect((await get('yeni')).body).toEqual(STORED);
  });

  it.each(['etag', '"a', '"a" b', ''])('refuses the header %j', async (header) => {
    const response = await put('neft', RECORD).set('If-Match', header);
    assertProblem(response, 400, 'invalid_parameter', ['If-Match']);
  });

  it('of those who write on the same state at once exactly one wins', async () => {
    const { headers } = await put('yeni', RECORD);
    const writers = Array.from({ length: 8 }, (_, at) =>
      put('yeni', { ...RECORD, title: `Park ${at}` }).set('If-Match', headers['etag'] ?? ''),
    );
    const answers = await Promise.all(writers);
    const won = answers.filter(({ status }) => status === 200);
    expect(won).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 412)).toHaveLength(7);
    expect((await get('yeni')).body).toEqual(won[0]?.body);
  });

  it('of those who add at once exactly one does', async () => {
    const writers = [1, 2, 3].map(() => put('yeni', RECORD).set('If-None-Match', '*'));
    const statuses = (await Promise.all(writers)).map(({ status }) => status);
    expect(statuses.toSorted()).toEqual([201, 412, 412]);
  });
});

describe('DELETE /v1/documents/{id}', () => {
  it('deletes, once', async () => {
    await put('yeni', RECORD);
    const response = await remove('yeni');
    expect([response.status, response.text]).toEqual([204, '']);
    assertProblem(await remove('yeni'), 404, 'document_not_found', ['id']);
    assertProblem(await get('yeni'), 404, 'document_not_found', ['id']);
  });
});

it('says when to try again while the engine is away', async () => {
  const fail = () => Promise.reject(new EngineError('unavailable', 'secret in /tmp/index'));
  const engine = { ...house.service.engine, upsert: fail };
  const app = createApp({ ...house.service, engine });
  const response = await request(app).put('/v1/documents/yeni').set(editor).send(RECORD);
  const { retryAfter } = assertProblem(response, 503, 'engine_unavailable');
  expect(retryAfter).toBeGreaterThan(0);
});

it('tells why the engine refuses a document', async () => {
  const fail = () => Promise.reject(new EngineError('document_refused', 'yeni: too strange'));
  const engine = { ...house.service.engine, upsert: fail };
  const app = createApp({ ...house.service, engine });
  const response = await request(app).put('/v1/documents/yeni').set(editor).send(RECORD);
  const { detail } = assertProblem(response, 422, 'invalid_document');
  expect(detail).toContain('too strange');
});
