import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allRoutes } from '../../src/http/routes.js';
import type { Route } from '../../src/http/route.js';
import { ARTICLES } from './articles.data.js';
import { bearer, listen } from './callers.js';
import { createAsker, expectFair, type Asked } from './fuzz/ask.js';
import { addressOf, anyPath, bodyOf, headers } from './fuzz/requests.js';
import { openHouse, type House } from './house.js';

/** The same requests at every run, as many as there is time for. */
const RUNS = { seed: 1918, numRuns: 2_000, interruptAfterTimeLimit: 2_500, endOnFailure: true };

let house: House;
let place: Awaited<ReturnType<typeof listen>>;
let asker: ReturnType<typeof createAsker>;
let admin: ReturnType<typeof bearer>;
let routes: Route[];
beforeAll(async () => {
  house = await openHouse();
  place = await listen(house.app);
  asker = createAsker(place.port);
  admin = bearer(house.service, { role: 'admin' });
  routes = allRoutes(house.service).filter(({ speaks }) => speaks === undefined);
});
afterAll(async () => {
  asker.close();
  await place.close();
  await house.close();
});

async function expectFairAnswers(asked: fc.Arbitrary<Asked>): Promise<void> {
  let answered = 0;
  await fc.assert(
    fc.asyncProperty(asked, async (one) => {
      expectFair(one, await asker.ask(one));
      answered += 1;
    }),
    RUNS,
  );
  expect(answered).toBeGreaterThan(10);
}

const ids = () => [
  ...ARTICLES.map(({ id }) => id),
  ...house.service.jobs.list({ limit: 3 }).jobs.map(({ id }) => id),
];

describe('never fails and never hangs', () => {
  it('whatever the parameters of a GET are', () =>
    expectFairAnswers(
      fc
        .constantFrom(...routes.filter(({ method }) => method === 'get'))
        .chain((route) => addressOf(route, ids()))
        .map((path) => ({ method: 'GET', path, headers: admin })),
    ));

  it('whatever a body holds', () =>
    expectFairAnswers(
      fc
        .constantFrom(...routes.filter(({ method }) => method === 'post' || method === 'put'))
        .chain((route) =>
          fc.record({
            method: fc.constant(route.method.toUpperCase()),
            path: addressOf(route, ids()).map((path) => path.replace(/\?.*/, '')),
            headers: fc.constant({ 'Content-Type': 'application/json', ...admin }),
            body: bodyOf(route),
          }),
        ),
    ));

  it('whatever the headers say', () =>
    expectFairAnswers(
      fc.constantFrom(...routes).chain((route) =>
        fc
          .record({
            method: fc.constantFrom(route.method.toUpperCase(), 'HEAD', 'OPTIONS', 'PATCH'),
            path: addressOf(route, ids()),
            headers,
            body: bodyOf(route),
          })
          .map(({ headers: given, method, body, ...rest }) => ({
            ...rest,
            ...{ method, headers: { ...given, ...admin } },
            ...(/POST|PUT|PATCH/.test(method) ? { body } : {}),
          })),
      ),
    ));

  it('whatever is asked for', () =>
    expectFairAnswers(
      fc.record({
        method: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'HEAD'),
        path: anyPath,
      }),
    ));

  it('and is all there afterwards', async () => {
    const { status } = await asker.ask({ method: 'GET', path: '/v1/search?q=', headers: admin });
    expect(status).toBe(200);
    expect(Object.prototype).not.toHaveProperty('role');
  });
});
