import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { readMarker } from '../../../src/engines/meilisearch/live.js';
import { reindex } from '../../../src/engines/meilisearch/reindex.js';
import { upsert } from '../../../src/engines/meilisearch/write.js';
import type { House } from '../../../src/engines/meilisearch/house.js';
import { toMeiliDocument } from '../../../src/engines/meilisearch/document.js';
import { readArticles } from '../../../src/engines/meilisearch/read.js';
import { collect, makeDocument } from '../../contract/test-index.js';
import { makePlace, type Place } from './place.js';
import { watchRequests } from './requests.js';
import { hasServer, useServer, type TestServer } from './server.js';

describe.skipIf(!hasServer())('the swap of a rebuild', () => {
  let server: TestServer;
  let place: Place;
  let house: House;
  beforeAll(async () => {
    server = await useServer();
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    place = makePlace(server);
    house = place.openHouse();
    await upsert(
      house,
      ['a', 'b', 'c'].map((id) => makeDocument({ id })),
    );
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await place.dispose();
  });

  const liveRun = async () => (await readMarker(house.client, place.index))?.run;
  const liveIds = async () => (await collect(readArticles(house))).map(({ id }) => id).sort();

  /** Swaps once more, so many times, as a server does that was killed in the middle of it. */
  function swapBack(times: number): { readonly asked: () => number } {
    let asked = 0;
    watchRequests(async (request, pass) => {
      const answer = await pass();
      if (request === 'POST /swap-indexes' && asked++ < times) await pass();
      return answer;
    });
    return { asked: () => asked };
  }

  it('that the server has done twice is seen and done again', async () => {
    const { asked } = swapBack(1);
    await reindex(house);
    expect(asked()).toBe(2);
    const others = await place.others();
    expect([...others.values()]).toEqual(['first']);
    expect([...others.keys()]).toEqual([`${place.index}_${await liveRun()}`]);
    expect(await liveIds()).toEqual(['a', 'b', 'c']);
  });

  it('that the server never does leaves the old index', async () => {
    swapBack(Infinity);
    await expect(reindex(house)).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringContaining('does not swap') as unknown,
    });
    vi.restoreAllMocks();
    expect(await liveRun()).toBe('first');
    expect(await liveIds()).toEqual(['a', 'b', 'c']);
    await upsert(house, [makeDocument({ id: 'd' })]);
    await reindex(house);
    expect(await liveRun()).not.toBe('first');
    expect(await liveIds()).toEqual(['a', 'b', 'c', 'd']);
    expect([...(await place.others()).values()]).toEqual(['first']);
  });

  it('is not held up by a write of which nobody knows whether it was sent', async () => {
    let isPaused = false;
    watchRequests(async (request, pass) => {
      // The first thing done while nobody sends is to wait for what was sent before.
      if (!isPaused && request.endsWith('/documents/delete-batch')) {
        isPaused = true;
        await writeAndDie();
      }
      return pass();
    });
    await reindex(house);
    vi.restoreAllMocks();
    expect(isPaused).toBe(true);
    expect(await house.drainer.flush(house.outbox.lastSeq())).toBe('sent');
    expect(await liveIds()).toEqual(['b', 'c', 'd']);
    expect(await liveRun()).not.toBe('first');
  });

  /** What a process does that is killed before it hears that the server has its writes. */
  async function writeAndDie(): Promise<void> {
    const { outbox, client, making, index } = house;
    const document = toMeiliDocument(makeDocument({ id: 'd' }), outbox.nextStamp(), making);
    const a = toMeiliDocument(makeDocument({ id: 'a' }), outbox.nextStamp(), making);
    outbox.append([
      { kind: 'put', pk: document.pk, id: 'd', document: JSON.stringify(document) },
      { kind: 'delete', pk: a.pk, id: 'a' },
    ]);
    await client.settle(await client.put(index, [JSON.stringify(document)]));
    await client.settle(await client.remove(index, [a.pk]));
  }
});
