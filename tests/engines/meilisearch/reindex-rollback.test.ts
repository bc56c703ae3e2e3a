import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SearchEngine } from '../../../indexer/engine.js';
import { toMeiliDocument } from '../../../src/engines/meilisearch/document.js';
import { collect, idsOf, makeDocument, toQuery } from '../../contract/test-index.js';
import { makePlace, type Place } from './place.js';
import { hasServer, useServer, type TestServer } from './server.js';
import { readMarker } from '../../../src/engines/meilisearch/live.js';

describe.skipIf(!hasServer())('rolling back', () => {
  let server: TestServer;
  let place: Place;
  let engine: SearchEngine;
  beforeAll(async () => {
    server = await useServer();
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    place = makePlace(server);
    engine = place.open();
    await write({ stays: 'qalan', changes: 'əvvəlki', goes: 'gedən' });
  });
  afterEach(() => place.dispose());

  const write = (bodies: Readonly<Record<string, string>>) =>
    engine.upsert(Object.entries(bodies).map(([id, body]) => makeDocument({ id, body })));

  const bodies = async () =>
    Object.fromEntries(
      (await collect(engine.articles())).map(({ id, body }): [string, string] => [id, body]),
    );

  const marker = () => readMarker(place.openHouse().client, place.index);

  it('keeps what was written and removed since', async () => {
    const built = (await marker())?.at;
    await engine.rebuild();
    await write({ changes: 'sonrakı', comes: 'gələn' });
    await engine.remove(['goes']);
    expect(await engine.rollback?.()).toEqual({ builtAt: built, updated: 2, removed: 1 });
    expect((await marker())?.run).toBe('first');
    expect(await bodies()).toEqual({ stays: 'qalan', changes: 'sonrakı', comes: 'gələn' });
    expect(idsOf(await engine.search(toQuery('sonrakı ')))).toEqual(['changes']);
    expect((await engine.search(toQuery('gedən ', { typos: false }))).total).toBe(0);
  });

  it('twice goes forth again, with what was written between', async () => {
    await engine.rebuild();
    const run = (await marker())?.run;
    await write({ changes: 'bir' });
    await engine.rollback?.();
    await write({ changes: 'iki', comes: 'gələn' });
    await engine.remove(['stays']);
    await engine.rollback?.();
    expect((await marker())?.run).toBe(run);
    expect(await bodies()).toEqual({ changes: 'iki', goes: 'gedən', comes: 'gələn' });
    expect([...(await place.others()).values()]).toEqual(['first']);
  });

  it('keeps a write that began before the rebuild was live and was sent after', async () => {
    const { outbox, making, drainer } = place.openHouse();
    const late = ['changes', 'comes'].map((id) =>
      toMeiliDocument(makeDocument({ id, body: 'gecikən' }), outbox.nextStamp(), making),
    );
    await engine.rebuild();
    const puts = late.map((document) => {
      const { pk } = document;
      return { kind: 'put' as const, pk, id: pk, document: JSON.stringify(document) };
    });
    expect(await drainer.flush(outbox.append(puts))).toBe('sent');
    await engine.rollback?.();
    expect(await bodies()).toMatchObject({ changes: 'gecikən', comes: 'gecikən' });
  });

  it('goes to the index that was live last, however fast rebuilds follow each other', async () => {
    for (let times = 0; times < 3; times++) {
      const before = (await marker())?.run;
      await engine.rebuild();
      expect([...(await place.others()).values()]).toEqual([before]);
    }
  });

  it('says so when there is nothing to go back to', async () => {
    await expect(engine.rollback?.()).rejects.toMatchObject({
      code: 'unavailable',
      message: 'There is no former index to go back to.',
    });
    expect(await bodies()).toEqual({ stays: 'qalan', changes: 'əvvəlki', goes: 'gedən' });
  });

  it('does not begin while a rebuild is under way', async () => {
    await engine.rebuild();
    const rebuilt = engine.rebuild();
    await expect(place.open().rollback?.()).rejects.toMatchObject({ code: 'rebuild_running' });
    await rebuilt;
  });
});
