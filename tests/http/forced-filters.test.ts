import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { Meilisearch } from 'meilisearch';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { hasServer, useServer } from '../engines/meilisearch/server.js';
import { ARTICLES } from './articles.data.js';
import { bearer, listen } from './callers.js';
import { createAsker, type Asked } from './fuzz/ask.js';
import { FORCED, SCOPED_ARTICLES, scopeOf, type Scope } from './fuzz/scope.js';
import { scopedRequest } from './fuzz/scoped-requests.js';
import { openHouse } from './house.js';

/** The same requests at every run, as many as there is time for. */
const RUNS = { seed: 1991, numRuns: 2_000, interruptAfterTimeLimit: 4_000, endOnFailure: true };

interface Place {
  readonly variables: NodeJS.ProcessEnv;
  /** Its name for clients of Meilisearch. */
  readonly index: string;
  remove(): Promise<void>;
}

/** A service over an engine, with a key for every forced filter. */
async function openScopes({ variables, index, remove }: Place) {
  const house = await openHouse({ AXTAR_SEARCH_ACCESS: 'key', ...variables });
  const { service } = house;
  await service.engine.remove(ARTICLES.map(({ id }) => id));
  await service.engine.upsert(SCOPED_ARTICLES.map(service.toDocument));
  const place = await listen(house.app);
  const asker = createAsker(place.port);
  const scopes = FORCED.map(([filter, may]) => ({
    ...scopeOf(may, service),
    filter,
    key: bearer(service, { role: 'search', filter }),
  }));
  return {
    scopes,
    whole: bearer(service, { role: 'search' }),
    ask: async ({ body, ...asked }: Asked, key: Readonly<Record<string, string>>) => {
      const { status, text } = await asker.ask({
        ...asked,
        path: asked.path.replace('/indexes/articles/', `/indexes/${index}/`),
        headers: { ...asked.headers, ...key },
        ...(body === undefined
          ? {}
          : { body: body.toString().replace('"articles"', `"${index}"`) }),
      });
      const answer: unknown = text === '' ? undefined : JSON.parse(text);
      return { status, answer };
    },
    close: async () => {
      asker.close();
      await place.close();
      await house.close();
      await remove();
    },
  };
}

const Found = z.looseObject({
  hits: z.array(z.looseObject({ id: z.string() })),
  totalHits: z.int(),
  facetDistribution: z.record(z.string(), z.record(z.string(), z.int())),
});
const EVERYTHING = '/v1/search?hitsPerPage=100&facets=topic,lang';

function forcedFilters(open: () => Promise<Place>): void {
  let opened: Awaited<ReturnType<typeof openScopes>>;
  beforeAll(async () => {
    opened = await openScopes(await open());
  });
  afterAll(() => opened.close());

  it('show all that passes them, exactly', async () => {
    for (const { key, allowed } of opened.scopes) {
      const { answer } = await opened.ask({ method: 'GET', path: EVERYTHING }, key);
      const { hits, totalHits, facetDistribution } = Found.parse(answer);
      expect(hits.map(({ id }) => id).toSorted()).toEqual(allowed.toSorted());
      expect(totalHits).toBe(allowed.length);
      for (const counts of Object.values(facetDistribution)) {
        expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(allowed.length);
      }
    }
  });

  it('are what keeps the rest from sight', async () => {
    const { answer } = await opened.ask({ method: 'GET', path: EVERYTHING }, opened.whole);
    for (const { leaksIn, hidden } of opened.scopes) {
      expect(leaksIn(answer).length).toBeGreaterThanOrEqual(hidden.length);
    }
  });

  it('make of a document that does not pass one that is not there', async () => {
    for (const { key, hidden } of opened.scopes) {
      for (const id of hidden.slice(0, 5)) {
        for (const path of ['documents/', 'similar/', 'explain?q=neft&id=']) {
          const { status } = await opened.ask({ method: 'GET', path: `/v1/${path}${id}` }, key);
          expect(status).toBe(404);
        }
      }
    }
  });

  it('let nothing else through, whatever is asked', async () => {
    const scope = fc.integer({ min: 0, max: FORCED.length - 1 });
    let answered = 0;
    await fc.assert(
      fc.asyncProperty(scope, scopedRequest, async (at, asked) => {
        const { key, leaksIn, allowed } = scopeAt(at);
        const { status, answer } = await opened.ask(asked, key);
        expect([200, 400, 404]).toContain(status);
        if (status !== 200) return;
        answered += 1;
        expect(leaksIn(answer)).toEqual([]);
        const found = Found.safeParse(answer);
        if (found.success) expect(found.data.totalHits).toBeLessThanOrEqual(allowed.length);
      }),
      RUNS,
    );
    expect(answered).toBeGreaterThan(10);
  });

  function scopeAt(at: number): Scope & { readonly key: Readonly<Record<string, string>> } {
    const scope = opened.scopes[at];
    if (!scope) throw new Error(`There is no forced filter ${at}.`);
    return scope;
  }
}

describe('forced filters on the embedded engine', () => {
  forcedFilters(() =>
    Promise.resolve({ variables: {}, index: 'articles', remove: () => Promise.resolve() }),
  );
});

describe.skipIf(!hasServer())('forced filters on Meilisearch', () => {
  forcedFilters(async () => {
    const { url, apiKey, stop } = await useServer();
    const index = `test-${randomUUID()}`;
    const key = apiKey === undefined ? {} : { apiKey };
    const client = new Meilisearch({ host: url, ...key });
    return {
      index,
      variables: { MEILI_URL: url, MEILI_API_KEY: apiKey, AXTAR_INDEX: index },
      remove: async () => {
        await client.deleteIndex(index).waitTask();
        await stop();
      },
    };
  });
});
