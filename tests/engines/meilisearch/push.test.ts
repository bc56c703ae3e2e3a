import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Lexicon } from '../../../indexer/lexicon/lexicon.js';
import type { House } from '../../../src/engines/meilisearch/house.js';
import { readMarker } from '../../../src/engines/meilisearch/live.js';
import { push } from '../../../src/engines/meilisearch/push.js';
import { createDocumentReader } from '../../../src/engines/meilisearch/documents.js';
import { search } from '../../../src/engines/meilisearch/search.js';
import { upsert } from '../../../src/engines/meilisearch/write.js';
import { createSynonymFinder } from '../../../src/search/synonyms.js';
import { createSpellingReader } from '../../../src/engines/typos.js';
import { createQueryReader } from '../../../src/search/understand.js';
import { analyzer, makeDocument, toQuery } from '../../contract/test-index.js';
import { makePlace, type Place } from './place.js';
import { hasServer, useServer, type TestServer } from './server.js';

const lexiconWith = (...synonyms: Lexicon['synonyms']): Lexicon => ({
  stopWords: new Set(),
  questionWords: new Set(),
  questionPhrases: [],
  auxiliaries: new Set(),
  answerWords: new Map(),
  synonyms,
});
const before = lexiconWith();
const after = lexiconWith({
  id: 'un',
  mode: 'mutual',
  head: 'BMT',
  members: ['Millətlər Birliyi'],
});

describe.skipIf(!hasServer())('pushing config/ to a real server', () => {
  let server: TestServer | undefined;
  let place: Place | undefined;

  /** The engine of a process that was started with these words. */
  function startWith(lexicon: Lexicon): House {
    if (!place) throw new Error('The server is not there yet.');
    return place.openHouse({ lexicon });
  }

  async function find(typed: string, lexicon: Lexicon): Promise<string[]> {
    const house = startWith(lexicon);
    const read = createQueryReader(analyzer, lexicon, createSynonymFinder(lexicon, analyzer));
    const reader = createDocumentReader(house.client, house.index, analyzer);
    const { hits } = await search(
      { ...toQuery(''), ...read(typed) },
      {
        ...house,
        reader,
        spelling: createSpellingReader(house.settings),
      },
    );
    return hits.map(({ article }) => article.id);
  }

  const settingsOf = ({ client, index }: House) => client.raw.index(index).getSettings();

  beforeAll(async () => {
    server = await useServer();
    place = makePlace(server);
    const house = startWith(before);
    await upsert(house, [
      makeDocument({ id: 'words', body: 'Qərarı Millətlər Birliyinin katibi açıqladı.' }),
      makeDocument({ id: 'apart', body: 'Birliyi millətlər açıqladı.' }),
    ]);
  }, 30_000);

  afterAll(async () => {
    await place?.dispose();
    await server?.stop();
  });

  it('has nothing to do after a start with the same words', async () => {
    expect(await push(startWith(before), { dryRun: false })).toEqual([]);
  });

  it('says what would change, and changes nothing', async () => {
    const house = startWith(after);
    const settings = await settingsOf(house);
    expect(await push(house, { dryRun: true })).toEqual([
      'synonyms: 2 added, 0 removed, 0 changed',
      'wordings: 1 added, 0 removed; 1 articles hold a new one',
    ]);
    expect(await settingsOf(house)).toEqual(settings);
    expect(await find('BMT ', after)).toEqual([]);
  });

  it('changes nothing when the server refuses the settings', async () => {
    const house = startWith(after);
    const [settings, marker] = [
      await settingsOf(house),
      await readMarker(house.client, house.index),
    ];
    const allSettings = { ...house.allSettings, rankingRules: ['nonsense'] };
    await expect(push({ ...house, allSettings }, { dryRun: false })).rejects.toThrow('nonsense');
    expect(await settingsOf(house)).toEqual(settings);
    expect(await readMarker(house.client, house.index)).toEqual(marker);
    expect(await find('Millətlər ', before)).toEqual(['apart', 'words']);
  });

  it('sends what differs, once; then a new wording finds old articles', async () => {
    const house = startWith(after);
    expect(await push(house, { dryRun: false })).toHaveLength(2);
    expect((await settingsOf(house)).synonyms).toEqual({
      bmt: ['milletler birliyi'],
      'milletler birliyi': ['bmt'],
    });
    expect(await find('BMT ', after)).toEqual(['words']);
    expect(await push(startWith(after), { dryRun: false })).toEqual([]);
  });

  it('forgets what is no longer in use', async () => {
    const house = startWith(before);
    expect(await push(house, { dryRun: false })).toEqual([
      'synonyms: 0 added, 2 removed, 0 changed',
      'wordings: 0 added, 1 removed; 0 articles hold a new one',
    ]);
    expect((await settingsOf(house)).synonyms).toEqual({});
  });
});
