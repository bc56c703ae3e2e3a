import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SynonymGroup } from '../../indexer/lexicon/lexicon.js';
import { createClient } from '../../src/engines/meilisearch/client.js';
import { SearchRequest } from '../../src/search/request.js';
import { hasServer, useServer, type TestServer } from '../engines/meilisearch/server.js';
import { openHouse, type House } from '../http/house.js';

const index = `test-${randomUUID()}`;
const spring: SynonymGroup = {
  id: 'qarabulaq',
  mode: 'mutual',
  head: 'Qarabulaq',
  members: ['Böyük Bulaqkənd'],
};

describe.skipIf(!hasServer())('words on Meilisearch', () => {
  let server: TestServer;
  let house: House;
  beforeAll(async () => {
    server = await useServer();
    const key = server.apiKey === undefined ? {} : { MEILI_API_KEY: server.apiKey };
    house = await openHouse({ MEILI_URL: server.url, AXTAR_INDEX: index, ...key });
    const { engine, toDocument } = house.service;
    const draft = { topics: [], lang: 'az' };
    await engine.upsert([
      toDocument({ ...draft, id: 'one', title: 'Qarabulaqda bayram', body: '' }),
      toDocument({ ...draft, id: 'two', title: 'Xəbər', body: 'Böyük Bulaqkəndin sakinləri.' }),
      toDocument({ ...draft, id: 'three', title: 'Bulaqkənd böyük deyil', body: '' }),
    ]);
  }, 60_000);
  afterAll(async () => {
    await house.close();
    await createClient(server).raw.deleteIndex(index).waitTask();
    await server.stop();
  });

  const find = async () => {
    const { hits } = await house.service.search(SearchRequest.parse({ q: 'Qarabulaq ' }));
    return hits.map(({ id }) => id);
  };

  it('are previewed as they will be found, found at once, and carried by documents soon', async () => {
    const { words, engine } = house.service;
    const preview = await words.preview({ set: [spring] }, 'Qarabulaq ');
    expect(preview.exact).toBe(true);
    expect([preview.before.totalHits, preview.after.totalHits]).toEqual([1, 2]);
    expect(preview.after.hits.map(({ hit, move }) => [hit.id, move])).toEqual([
      ['one', 'same'],
      ['two', 'new'],
    ]);
    expect(await find()).toEqual(['one']);
    words.save({ set: [spring] });
    expect(words.inStep().pending).toBe(true);
    expect(await find()).toEqual(['one', 'two']);
    await expect.poll(() => words.inStep(), { timeout: 30_000 }).toEqual({ pending: false });
    expect(await engine.push?.({ dryRun: true, wordsOnly: true })).toEqual([]);
    expect(await find()).toEqual(['one', 'two']);
    words.undo(0);
    expect(await find()).toEqual(['one']);
    await expect.poll(() => words.inStep(), { timeout: 30_000 }).toEqual({ pending: false });
  });
});
