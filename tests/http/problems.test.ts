import { pino } from 'pino';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EngineError } from '../../indexer/engine.js';
import { createApp } from '../../src/http/app.js';
import { assertProblem, openHouse, type House } from './house.js';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const get = (path: string) => request(house.app).get(path);

describe('bad parameters are named, with what was expected', () => {
  it.each([
    [`q=${'a'.repeat(513)}`, ['q'], /512/],
    [`q=${encodeURIComponent('😀'.repeat(513))}`, ['q'], /512/],
    ['q=a&q=b', ['q'], /more than once/],
    ['topic=' + 'a'.repeat(201), ['topic'], /200/],
    ['from=tomorrow', ['from'], /expected a day such as/],
    ['from=2025-02-30', ['from'], /expected a day such as/],
    ['from=2025-10-01&from=2025-10-02', ['from'], /more than once/],
    ['from=2025-10-02&to=2025-10-01', ['from'], /not after "to"/],
    ['to=2025-10-23T17:08:00', ['to'], /2025-10-23T17:08:00\+04:00/],
    ['sort=newest', ['sort'], /relevance.*date:desc.*date:asc/],
    ['page=0', ['page'], /from 1 on/],
    ['page=two', ['page'], /whole number/],
    ['page=1&page=2', ['page'], /more than once/],
    ['hitsPerPage=101', ['hitsPerPage'], /up to 100/],
    ['hitsPerPage=-5', ['hitsPerPage'], /whole number/],
    ['facets=colour', ['facets'], /topic.*author.*source.*year.*month/],
    ['highlight=perhaps', ['highlight'], /./],
    ['query=a', ['query'], /unknown parameter; .*expected one of q, topic/],
    ['q[a]=b', ['q[a]'], /unknown parameter/],
    ['__proto__=1', ['__proto__'], /unknown parameter/],
    ['page=0&hitsPerPage=0&limit=3', ['page', 'hitsPerPage', 'limit'], /unknown/],
  ])('%s', async (query, paths, message) => {
    const problem = assertProblem(
      await get(`/v1/search?${query}`),
      400,
      'invalid_parameter',
      paths,
    );
    expect(problem.errors.every((error) => error.in === 'query')).toBe(true);
    expect(problem.errors.at(-1)?.message).toMatch(message);
    expect(problem.instance).toBe('/v1/search');
  });

  it('a page past those that can be paged to', async () => {
    const response = await get('/v1/search?page=101&hitsPerPage=100');
    const { detail } = assertProblem(response, 400, 'page_too_far', ['page']);
    expect(detail).toMatch(/up to 100/);
    expect((await get('/v1/search?page=100&hitsPerPage=100')).status).toBe(200);
  });
});

describe('addresses that are not there', () => {
  it.each([
    '/nothing',
    '/v1',
    '/v1/search/more',
    '/v2/search',
    '/assets/none.js',
    '/assets/%',
    '/assets/../../package.json',
    '/assets/%2e%2e/http/app.ts',
  ])('%s', async (path) => {
    assertProblem(await get(path), 404, 'not_found');
  });

  it.each(['yoxdur', "x' OR 1=1", '😀', 'a/b', '%', '\0', 'ə'.repeat(300)])(
    'no document %j',
    async (id) => {
      const response = await get(`/v1/documents/${encodeURIComponent(id)}`);
      assertProblem(response, 404, 'document_not_found', ['id']);
    },
  );

  it.each(['/v1/documents/%', '/v1/documents/%E0%A4%A', '/v1/documents/%ED%A0%BD'])(
    'malformed: %s',
    async (path) => {
      assertProblem(await get(path), 400, 'malformed_url');
    },
  );
});

describe('methods that are not taken', () => {
  it.each([
    ['/', 'GET, HEAD'],
    ['/health', 'GET, HEAD'],
    ['/v1/search', 'GET, HEAD, POST'],
    ['/v1/stats', 'GET, HEAD'],
    ['/v1/documents', 'POST'],
    ['/v1/documents/neft', 'GET, HEAD, PUT, DELETE'],
    ['/v1/jobs', 'GET, HEAD, POST'],
    ['/v1/jobs/a/cancel', 'POST'],
    ['/v1/keys', 'GET, HEAD, POST'],
    ['/v1/keys/a', 'DELETE'],
  ])('%s takes %s alone', async (path, allowed) => {
    for (const method of ['get', 'post', 'put', 'patch', 'delete', 'options'] as const) {
      if (allowed.split(', ').includes(method.toUpperCase())) continue;
      const response = await request(house.app)[method](path);
      assertProblem(response, 405, 'method_not_allowed');
      expect(response.headers['allow']).toBe(allowed);
    }
  });
});

describe('failures of ours', () => {
  const paths = ['/v1/search?q=a', '/v1/stats', '/health', '/v1/documents/neft'];

  /** The service with an engine that fails, and what it logs. */
  function breakDown(error: Error) {
    const fail = () => Promise.reject(error);
    const { service } = house;
    const logged: string[] = [];
    const logger = pino({ level: 'error' }, { write: (line) => void logged.push(line) });
    const engine = { ...service.engine, stats: fail, get: fail };
    return { app: createApp({ ...service, engine, search: fail, logger }), logged };
  }

  it.each(paths)('%s tells the log what happened, and the caller where to look', async (path) => {
    const { app, logged } = breakDown(new Error('secret in /tmp/index'));
    const response = await request(app).get(path);
    const { requestId } = assertProblem(response, 500, 'internal');
    expect(response.text).not.toContain('secret');
    const line = logged.find((text) => text.includes('secret in /tmp/index')) ?? '';
    expect(JSON.parse(line)).toMatchObject({ requestId, err: { type: 'Error' } });
  });

  it.each(paths)('%s says when to try again while the engine is away', async (path) => {
    const { app } = breakDown(new EngineError('unavailable', 'A search thread failed.'));
    const response = await request(app).get(path);
    const { retryAfter } = assertProblem(response, 503, 'engine_unavailable');
    expect(Number(response.headers['retry-after'])).toBe(retryAfter);
    expect(retryAfter).toBeGreaterThan(0);
  });
});
