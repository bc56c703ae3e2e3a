import { setTimeout as pass } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { reindex } from '../../../src/engines/meilisearch/reindex.js';
import { collect, makeDocument } from '../../contract/test-index.js';
import { makePlace, type Place } from './place.js';
import { watchRequests } from './requests.js';
import { hasServer, useServer, type TestServer } from './server.js';

const DELAY_MS = 60;
/** Small batches, so that there are many. */
const BATCH_BYTES = 4000;

const Enqueued = z.object({ taskUid: z.int() });
const Task = z.object({ uid: z.int(), status: z.string() });

/** Makes every task slow; counts the batches that are sent and of which nobody knows the end. */
function slowDown() {
  const underWay = new Set<number>();
  let [batches, most] = [0, 0];
  watchRequests(async (request, ask) => {
    const answer = await ask();
    if (request.startsWith('GET /tasks/')) {
      const { uid, status } = Task.parse(await answer.clone().json());
      await pass(DELAY_MS);
      if (status === 'succeeded') underWay.delete(uid);
    } else if (/^POST .*\/documents$/.test(request)) {
      underWay.add(Enqueued.parse(await answer.clone().json()).taskUid);
      batches += 1;
      most = Math.max(most, underWay.size);
    }
    return answer;
  });
  return { batches: () => batches, most: () => most };
}

describe.skipIf(!hasServer())('a server that is slow', () => {
  let server: TestServer;
  let place: Place;
  beforeAll(async () => {
    server = await useServer();
  });
  afterAll(() => server.stop());
  beforeEach(() => {
    place = makePlace(server);
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await place.dispose();
  });

  const ids = Array.from({ length: 60 }, (_, at) => `${at}`);

  it('gets one batch of writes after the other, with all that has come in meanwhile', async () => {
    const engine = place.open();
    await engine.upsert([makeDocument({ id: 'first' })]);
    const { batches, most } = slowDown();
    await Promise.all(ids.map((id) => engine.upsert([makeDocument({ id })])));
    expect(most()).toBe(1);
    expect(batches()).toBeLessThan(ids.length / 4);
    const written = (await collect(engine.articles())).map(({ id }) => id);
    expect(written.sort()).toEqual([...ids, 'first'].sort());
  });

  it('is sent no more of a rebuild than a few batches ahead', async () => {
    const house = place.openHouse();
    const engine = place.open();
    await engine.upsert(ids.map((id) => makeDocument({ id, body: `söz${id} `.repeat(30) })));
    const { batches, most } = slowDown();
    await reindex({ ...house, server: { ...house.server, batchBytes: BATCH_BYTES } });
    expect(batches()).toBeGreaterThan(10);
    expect(most()).toBeLessThanOrEqual(4);
    const written = (await collect(engine.articles())).map(({ id }) => id);
    expect(written.sort()).toEqual([...ids].sort());
  });
});
