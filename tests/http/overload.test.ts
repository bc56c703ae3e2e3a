import request, { type Response } from 'supertest';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { EngineError } from '../../indexer/engine.js';
import { withBreaker } from '../../src/engines/breaker.js';
import { createApp } from '../../src/http/app.js';
import { createGate, type Gate } from '../../src/http/guard/gate.js';
import { watchLag } from '../../src/http/guard/lag.js';
import { createSearch } from '../../src/search/service.js';
import { loadLexicon } from '../../indexer/lexicon/lexicon.js';
import { assertProblem, openHouse, type House } from './house.js';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

/** The service with a search that waits until it is told to go on. */
function openSlow(settings: Partial<Parameters<typeof createGate>[0]> = {}) {
  const gate = createGate({ atOnce: 2, longestWait: 60, deadline: 60_000, ...settings });
  const held: (() => void)[] = [];
  let open = false;
  let most = 0;
  const search: House['service']['search'] = async (query) => {
    most = Math.max(most, gate.state().running);
    if (!open) await new Promise<void>((resolve) => held.push(resolve));
    return house.service.search(query);
  };
  return {
    gate,
    app: createApp({ ...house.service, search, gate }),
    mostAtOnce: () => most,
    release: () => {
      open = true;
      for (const go of held) go();
    },
  };
}

/** Sends so many searches at once. */
const send = (app: House['app'], count: number): Promise<Response>[] =>
  Array.from({ length: count }, () =>
    request(app)
      .get('/v1/search?q=neft')
      .then((response) => response),
  );

const untilRunning = (gate: Gate, count: number) =>
  expect.poll(() => gate.state().running, { timeout: 10_000 }).toBe(count);

it('refuses at once what would wait too long, answers those it has let in, and is then as before', async () => {
  const { app, gate, release, mostAtOnce } = openSlow();
  const admitted = send(app, 2);
  await untilRunning(gate, 2);

  const refused = await Promise.all(send(app, 30));
  for (const response of refused) {
    const { retryAfter } = assertProblem(response, 503, 'overloaded');
    expect(response.headers['retry-after']).toBe(String(retryAfter));
  }
  expect(gate.state()).toEqual({ running: 2, waiting: 0, refused: 30 });

  release();
  for (const response of await Promise.all(admitted)) expect(response.status).toBe(200);
  for (const response of await Promise.all(send(app, 2))) expect(response.status).toBe(200);
  expect(mostAtOnce()).toBe(2);
  expect(gate.state()).toMatchObject({ running: 0, waiting: 0 });
});

it('lets those wait whose turn comes soon', async () => {
  const { app, gate, release } = openSlow({ longestWait: 60_000 });
  const all = send(app, 6);
  await untilRunning(gate, 2);
  await expect.poll(() => gate.state().waiting).toBe(4);
  release();
  for (const response of await Promise.all(all)) expect(response.status).toBe(200);
  expect(gate.state()).toEqual({ running: 0, waiting: 0, refused: 0 });
});

it('lets in one at a time while this thread is late with everything', async () => {
  const { app, gate, release } = openSlow({ longestWait: 60_000, lag: () => 60_000 });
  const admitted = send(app, 1);
  await untilRunning(gate, 1);
  const [refused] = await Promise.all(send(app, 1));
  if (!refused) throw new Error('no answer');
  assertProblem(refused, 503, 'overloaded');
  release();
  for (const response of await Promise.all(admitted)) expect(response.status).toBe(200);
});

it('refuses before it looks at what is asked, and only what is heavy', async () => {
  const { app, gate, release } = openSlow({ longestWait: 60_000, lag: () => 60_000 });
  const admitted = send(app, 1);
  await untilRunning(gate, 1);
  for (const path of ['/v1/search?page=0', '/V1/Search/?q=neft', '/v1/facets/author?q=a']) {
    assertProblem(await request(app).get(path), 503, 'overloaded');
  }
  assertProblem(await request(app).post('/v1/search').send({}), 503, 'overloaded');
  expect(gate.state().refused).toBe(4);
  assertProblem(await request(app).get('/v1/searches'), 404, 'not_found');
  expect((await request(app).get('/v1/documents/neft')).status).toBe(200);
  const theirs = await request(app).get('/indexes/articles/search?q=neft');
  expect([theirs.status, theirs.body]).toMatchObject([503, { type: 'system' }]);
  release();
  await Promise.all(admitted);
});

it('lets pages of other origins read that it was too much', async () => {
  const { gate, release } = openSlow({ longestWait: 60_000, lag: () => 60_000 });
  const held = gate.run(() => new Promise<void>((resolve) => setTimeout(resolve, 300)));
  const settings = { ...house.service.settings, corsOrigins: ['https://portal.example'] };
  const refused = await request(createApp({ ...house.service, settings, gate }))
    .get('/v1/search')
    .set('Origin', 'https://portal.example');
  assertProblem(refused, 503, 'overloaded');
  expect(refused.headers['access-control-allow-origin']).toBe('https://portal.example');
  expect(refused.headers['content-security-policy']).toContain("default-src 'none'");
  await held;
  release();
});

it('knows how late this thread is', () => {
  const lag = watchLag();
  const end = performance.now() + 150;
  while (performance.now() < end);
  expect(lag()).toBeGreaterThan(0);
});

it('answers those that ask for something else meanwhile', async () => {
  const { app, gate, release } = openSlow();
  const admitted = send(app, 2);
  await untilRunning(gate, 2);
  expect((await request(app).get('/health/live')).status).toBe(200);
  expect((await request(app).get('/v1/documents/neft')).status).toBe(200);
  // What is wrong with a request is said without waiting.
  assertProblem(await request(app).get('/v1/search?page=0'), 400, 'invalid_parameter', ['page']);
  release();
  await Promise.all(admitted);
});

it('gives a search up that takes too long, but keeps its place until it has ended', async () => {
  const { app, gate, release } = openSlow({ deadline: 20 });
  const [first] = await Promise.all(send(app, 1));
  if (!first) throw new Error('no answer');
  assertProblem(first, 503, 'too_slow');
  expect(first.headers['retry-after']).toBe('2');
  expect(gate.state().running).toBe(1);
  release();
  await untilRunning(gate, 0);
});

it('says at once that the engine is away, and finds by itself that it is back', async () => {
  const { service } = house;
  let away = true;
  let asked = 0;
  const broken = withBreaker(
    {
      ...service.engine,
      search: (query) => {
        asked++;
        return away
          ? Promise.reject(new EngineError('unavailable', 'Away.'))
          : service.engine.search(query);
      },
    },
    { mostFailures: 2, rest: 100, silence: 10_000 },
  );
  const search = createSearch({ ...service, engine: broken, lexicon: loadLexicon() });
  const app = createApp({ ...service, engine: broken, search });
  for (let at = 0; at < 6; at++) {
    const response = await request(app).get('/v1/search?q=neft');
    assertProblem(response, 503, 'engine_unavailable');
    expect(Number(response.headers['retry-after'])).toBeGreaterThan(0);
  }
  const before = asked;
  assertProblem(await request(app).get('/v1/search?q=neft'), 503, 'engine_unavailable');
  expect(asked - before).toBeLessThanOrEqual(1);
  away = false;
  const status = async () => (await request(app).get('/v1/search?q=neft')).status;
  await expect.poll(status, { timeout: 10_000 }).toBe(200);
});
