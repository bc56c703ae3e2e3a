import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Article } from '../../indexer/article.js';
import { ARTICLES } from './articles.data.js';
import { openHouse, type House } from './house.js';
import { StatsAnswer } from './shapes.js';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const get = (path: string) => request(house.app).get(path);

describe('GET /v1/documents/{id}', () => {
  it.each(ARTICLES.map(({ id }) => id))('%s as it came in', async (id) => {
    const response = await get(`/v1/documents/${id}`);
    expect(response.status).toBe(200);
    expect(Article.parse(response.body)).toEqual(ARTICLES.find((article) => article.id === id));
  });
});

it('GET /v1/stats says what the index holds', async () => {
  const response = await get('/v1/stats');
  const stats = StatsAnswer.parse(response.body);
  expect(stats.documents).toBe(ARTICLES.length);
  expect(stats.words).toBeGreaterThan(50);
});

it('GET /health answers when the index does', async () => {
  const response = await get('/health');
  expect(response.status).toBe(200);
  expect(response.body).toEqual({ status: 'available' });
});

describe('the page', () => {
  it('is HTML without anything from elsewhere', async () => {
    const response = await get('/');
    expect(response.headers['content-type']).toMatch(/^text\/html; charset=utf-8/i);
    const sources = [...response.text.matchAll(/<(?:script|link|img)[^>]+(?:src|href)="([^"]+)"/g)];
    expect(sources.length).toBeGreaterThan(0);
    for (const [, source = ''] of sources) {
      expect(source).toMatch(/^(?:\/(?:assets|scripts)\/|data:)/);
      if (source.startsWith('/')) expect((await get(source)).status).toBe(200);
    }
    expect(response.text).not.toMatch(/<script>|\son[a-z]+="/);
  });

  it('its assets may be kept for a while', async () => {
    const response = await get('/scripts/page.js');
    expect(response.headers['content-type']).toMatch(/javascript/);
    expect(response.headers['cache-control']).toMatch(/max-age=300/);
  });
});

const ROUTES = ['/', '/health', '/v1/stats', '/v1/search?q=neft', '/v1/documents/neft', '/nothing'];

describe('every answer', () => {
  it.each(ROUTES)('%s is safe to show', async (path) => {
    const { headers } = await get(path);
    const policy = (headers['content-security-policy'] ?? '').split(';');
    expect(policy).toEqual(
      expect.arrayContaining(["default-src 'none'", "script-src 'self'", "frame-ancestors 'none'"]),
    );
    expect(policy.join()).not.toMatch(/unsafe|https?:|\*/);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers).not.toHaveProperty('x-powered-by');
    expect(headers).not.toHaveProperty('strict-transport-security');
  });

  it.each(ROUTES)('HEAD %s is GET without a body', async (path) => {
    const whole = await get(path);
    const head = await request(house.app).head(path);
    expect(head.status).toBe(whole.status);
    expect(head.headers['content-type']).toBe(whole.headers['content-type']);
    expect(head.text).toBeFalsy();
  });

  it.each([
    ['kept', 'client-42.a_b', 'client-42.a_b'],
    ['made when it is none', '', /^[\da-f-]{36}$/],
    ['made when it is too long', 'a'.repeat(65), /^[\da-f-]{36}$/],
    ['made when it holds other signs', '<b>', /^[\da-f-]{36}$/],
  ])('has a request id, %s', async (_, given, id) => {
    const response = await get('/health').set('X-Request-Id', given);
    expect(response.headers['x-request-id']).toMatch(id);
  });

  it('is compressed for those who ask', async () => {
    const response = await get('/scripts/page.js').set('Accept-Encoding', 'gzip');
    expect(response.headers['content-encoding']).toBe('gzip');
  });
});
