import request from 'supertest';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { assertProblem, openHouse, type House } from '../http/house.js';

let house: House;
afterEach(() => house.close());

const counted = () => house.service.queryLog.top();
const twice = async (work: () => PromiseLike<{ readonly status: number }>, status: number) => {
  for (let at = 0; at < 2; at++) expect((await work()).status).toBe(status);
};

describe('searches', () => {
  beforeEach(async () => {
    house = await openHouse();
  });

  it('of API clients are counted, their first pages', async () => {
    const ask = (address: string) => () => request(house.app).get(address);
    await twice(ask('/v1/search?q=tokayev'), 200);
    await twice(ask('/v1/search?q=tokayev&page=2'), 200);
    await twice(ask('/v1/search?q='), 200);
    await twice(ask('/v1/explain?q=tokayev&id=sefer'), 200);
    await twice(() => request(house.app).post('/v1/search').send({ q: 'zzqqxx' }), 200);
    expect(await counted()).toEqual([
      { query: 'tokayev', searches: 2, withoutResults: 0, opened: 0, corrected: 0 },
      { query: 'zzqqxx', searches: 2, withoutResults: 2, opened: 0, corrected: 0 },
    ]);
  });

  it('of somebody who is still typing are not', async () => {
    await twice(() => request(house.app).get('/v1/search?q=toka').set('X-Axtar-Typing', '1'), 200);
    expect(await house.service.queryLog.overTime()).toEqual([]);
  });
});

describe('events', () => {
  const post = (body: unknown, headers: Record<string, string> = {}) =>
    request(house.app)
      .post('/v1/events')
      .set({ 'Content-Type': 'application/json', ...headers })
      .send(JSON.stringify(body));
  const event = { type: 'search', q: 'orta dehliz', total: 0 };

  it('count settled searches and opened hits', async () => {
    house = await openHouse();
    await twice(() => post({ ...event, corrected: true }), 204);
    await post({ type: 'open', q: 'Orta Dəhliz', id: 'dehliz' });
    expect(await counted()).toEqual([
      { query: 'orta dehliz', searches: 2, withoutResults: 2, opened: 1, corrected: 2 },
    ]);
  });

  it('are taken as browsers send beacons', async () => {
    house = await openHouse();
    await twice(() => post(event, { 'Content-Type': 'text/plain;charset=UTF-8' }), 204);
    expect(await counted()).toMatchObject([{ searches: 2 }]);
  });

  it.each([
    ['of another type', { ...event, type: 'close' }, 'type'],
    ['without a query', { type: 'search', q: ' ' }, 'q'],
    ['with a total that is none', { ...event, total: -1 }, 'total'],
  ])('%s are refused', async (_, body, path) => {
    house = await openHouse();
    assertProblem(await post(body), 400, 'invalid_parameter', [path]);
    assertProblem(
      await post(event, { 'Content-Type': 'text/html' }),
      415,
      'unsupported_media_type',
      ['Content-Type'],
    );
  });

  it('come from other sites as far as CORS lets them', async () => {
    house = await openHouse({ AXTAR_CORS_ORIGINS: 'https://portal.example' });
    const from = (origin: string, site = 'cross-site') =>
      post(event, { Origin: origin, 'Sec-Fetch-Site': site });
    const allowed = await from('https://portal.example');
    expect(allowed.status).toBe(204);
    expect(allowed.headers['access-control-allow-origin']).toBe('https://portal.example');
    assertProblem(await from('https://elsewhere.example'), 403, 'forbidden');
    expect((await from('https://our.example', 'same-origin')).status).toBe(204);
    expect(await counted()).toMatchObject([{ searches: 2 }]);
  });

  it('need a key where searches do', async () => {
    house = await openHouse({ AXTAR_SEARCH_ACCESS: 'key' });
    assertProblem(await post(event), 401, 'key_missing');
    const { key } = house.service.keys.create({ role: 'search' });
    expect((await post(event, { Authorization: `Bearer ${key}` })).status).toBe(204);
  });

  it('are answered and forgotten where queries are not counted', async () => {
    house = await openHouse({ AXTAR_QUERY_LOG: 'off' });
    await twice(() => post(event), 204);
    await twice(() => request(house.app).get('/v1/search?q=tokayev'), 200);
    expect(await house.service.queryLog.overTime()).toEqual([]);
  });
});
