import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SearchEngine } from '../../../indexer/engine.js';
import { reindex } from '../../../src/engines/meilisearch/reindex.js';
import { collect, idsOf, makeDocument, toQuery } from '../../contract/test-index.js';
import { canStartServer, makePlace, type Place } from './place.js';
import { watchRequests } from './requests.js';
import { startServer, type OwnServer } from './server.js';

const IDS = Array.from({ length: 30 }, (_, at) => `stays${at}`).sort();

/** Small batches, so that there are several. */
const BATCH_BYTES = 4000;

describe.skipIf(!canStartServer())('a rebuild whose server is killed', () => {
  let server: OwnServer;
  let place: Place;
  let engine: SearchEngine;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    place = makePlace(server);
    engine = place.open();
    await engine.upsert(IDS.map((id) => makeDocument({ id, body: `daimi ${id}söz` })));
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await place.dispose();
  });

  const ids = async () => (await collect(engine.articles())).map(({ id }) => id).sort();

  /** Kills the server when it has taken its `count`th request of this form, and starts it again. */
  function killAfter(form: RegExp, count: number): () => boolean {
    let requests = 0;
    watchRequests(async (request, pass) => {
      const answer = await pass();
      if (form.test(request) && ++requests === count) await server.killAndRestart();
      return answer;
    });
    return () => requests >= count;
  }

  it.each([
    ['while documents are copied', /^POST .*_\w+\/documents$/, 3],
    ['when all are copied', /^POST .*\/documents\/delete-batch$/, 1],
    ['when it has been asked to swap', /^POST \/swap-indexes$/, 1],
    ['while we wait for the swap', /^POST .*\/documents\/delete-batch$/, 2],
  ])('%s goes on or fails, and the live index is whole', async (_, form, count) => {
    const house = place.openHouse();
    const isKilled = killAfter(form, count);
    const small = { ...house, server: { ...house.server, batchBytes: BATCH_BYTES } };
    const outcome = await reindex(small).catch((error: unknown) => error);
    expect(isKilled()).toBe(true);
    vi.restoreAllMocks();
    if (outcome !== undefined) expect(outcome).toMatchObject({ code: 'unavailable' });
    expect(await ids()).toEqual(IDS);
    await engine.upsert([makeDocument({ id: 'new', body: 'daimi yeni' })]);
    await engine.rebuild();
    expect(await ids()).toEqual(['new', ...IDS]);
    const found = idsOf(await engine.search(toQuery('daimi ', { limit: 100 })));
    expect(found.sort()).toEqual(['new', ...IDS]);
    const others = [...(await place.others()).values()];
    expect(others).toHaveLength(1);
    expect(others).not.toContain(undefined);
  });

  it('fails when the server stays away, and writes wait for it', async () => {
    watchRequests(async (request, pass) => {
      if (request === 'POST /indexes') await server.kill();
      return pass();
    });
    await expect(engine.rebuild()).rejects.toMatchObject({ code: 'unavailable' });
    vi.restoreAllMocks();
    await engine.upsert([makeDocument({ id: 'new' })]);
    await server.start();
    await vi.waitUntil(async () => (await ids()).includes('new'), { timeout: 20_000 });
    await engine.rebuild();
    expect(await ids()).toEqual(['new', ...IDS]);
  });
});
