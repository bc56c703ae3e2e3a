import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { EngineQuery } from '../../../indexer/engine.js';
import { analysisFingerprint } from '../../../indexer/fingerprint.js';
import { toMeiliDocument } from '../../../src/engines/meilisearch/document.js';
import type { House } from '../../../src/engines/meilisearch/house.js';
import {
  applySettings,
  readMarker,
  succeed,
  writeMarker,
} from '../../../src/engines/meilisearch/live.js';
import { idsOf, makeDocument, toQuery } from '../../contract/test-index.js';
import { makePlace, type Place } from './place.js';
import { hasServer, useServer, type TestServer } from './server.js';

/** What asks for fields that earlier versions did not write. */
const ASKING: readonly (readonly [string, Partial<EngineQuery>])[] = [
  ['languages', { filters: { lang: ['az'] } }],
  ['a language in a tree', { filters: { where: { attribute: 'lang', in: ['az'] } } }],
  ['the facet of languages', { facets: ['lang'] }],
  ['the facet of days', { facets: ['day'] }],
];

describe.skipIf(!hasServer())('an index of an earlier version', () => {
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
    await house.ready();
    const { byLang, byDay, ...document } = toMeiliDocument(
      makeDocument({ id: 'old', body: 'alma', lang: 'az', date: '2024-01-01T12:00:00+04:00' }),
      1,
      house.making,
    );
    expect([byLang, byDay]).toEqual(['az', '2024-01-01']);
    await succeed(house.client, await house.client.put(house.index, [JSON.stringify(document)]));
    const marker = await readMarker(house.client, house.index);
    if (!marker) throw new Error('The index has no marker.');
    await writeMarker(house.client, house.index, { ...marker, fields: 1 });
  });
  afterEach(() => place.dispose());

  it('is told that it should be rebuilt', async () => {
    const engine = place.open();
    expect((await engine.stats()).analysis).not.toBe(analysisFingerprint());
    expect((await engine.push?.({ dryRun: true }))?.join()).toContain('axtar reindex');
    await engine.rebuild();
    expect((await engine.stats()).analysis).toBe(analysisFingerprint());
    expect(await engine.push?.({ dryRun: true })).toEqual([]);
  });

  it.each(ASKING)('does not answer wrongly when asked for %s', async (_, options) => {
    const engine = place.open();
    const asked = engine.search(toQuery('alma ', options));
    await expect(asked).rejects.toMatchObject({ code: 'index_unusable' });
    await expect(asked).rejects.toThrow('axtar reindex');
    await engine.rebuild();
    expect(idsOf(await engine.search(toQuery('alma ', options)))).toEqual(['old']);
  });

  it('says so too where the server was never told of the fields', async () => {
    const without = house.allSettings.filterableAttributes.map((each) => ({
      ...each,
      attributePatterns: each.attributePatterns.filter((name) => !/^(byLang|byDay|pk)$/.test(name)),
    }));
    const settings = { ...house.allSettings, filterableAttributes: without };
    await applySettings(house.client, house.index, settings);
    const engine = place.open();
    const where = { attribute: 'id', in: ['old'] } as const;
    const search = () => engine.search(toQuery('', { filters: { where } }));
    await expect(search()).rejects.toMatchObject({ code: 'index_unusable' });
    await engine.push?.({ dryRun: false });
    expect(idsOf(await search())).toEqual(['old']);
  });

  it('answers everything else', async () => {
    const facets = ['topic', 'source', 'year', 'month'] as const;
    const answer = await place.open().search(toQuery('alma ', { facets, sort: 'date:desc' }));
    expect(idsOf(answer)).toEqual(['old']);
    expect(answer.facets.month).toEqual([{ value: '2024-01', count: 1 }]);
  });
});
