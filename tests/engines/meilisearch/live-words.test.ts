import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EngineQuery, EngineResult, SearchEngine } from '../../../indexer/engine.js';
import type { Lexicon, SynonymGroup } from '../../../indexer/lexicon/lexicon.js';
import { toMeiliDocument } from '../../../src/engines/meilisearch/document.js';
import { createSynonymFinder } from '../../../src/search/synonyms.js';
import { createQueryReader } from '../../../src/search/understand.js';
import { analyzer, idsOf, makeDocument, toQuery } from '../../contract/test-index.js';
import { makePlace, type Place } from './place.js';
import { hasServer, useServer, type TestServer } from './server.js';

const words = {
  stopWords: new Set<string>(),
  questionWords: new Set<string>(),
  questionPhrases: [],
  auxiliaries: new Set<string>(),
  answerWords: new Map<string, string>(),
};
const nations: SynonymGroup = {
  id: 'un',
  mode: 'mutual',
  head: 'BMT',
  members: ['Millətlər Birliyi'],
};

/** Words that an editor changes. */
function makeLexicon() {
  let synonyms: readonly SynonymGroup[] = [];
  const lexicon: Lexicon = {
    ...words,
    get synonyms() {
      return synonyms;
    },
  };
  return { lexicon, change: (...groups: SynonymGroup[]) => void (synonyms = groups) };
}

/** What is asked with these groups, whether the engine has been told of them or not. */
function ask(typed: string, groups: readonly SynonymGroup[]): EngineQuery {
  const lexicon = { ...words, synonyms: groups };
  const read = createQueryReader(analyzer, lexicon, createSynonymFinder(lexicon, analyzer));
  return { ...toQuery(''), ...read(`${typed} `) };
}

describe.skipIf(!hasServer())('words that change while a real server is in use', () => {
  let server: TestServer | undefined;
  let place: Place | undefined;
  let engine: SearchEngine;
  const { lexicon, change } = makeLexicon();
  const find = async (...asked: Parameters<typeof ask>): Promise<EngineResult> =>
    engine.search(ask(...asked));

  beforeAll(async () => {
    server = await useServer();
    place = makePlace(server);
    engine = place.open({ lexicon });
    await engine.upsert([
      makeDocument({ id: 'words', body: 'Qərarı Millətlər Birliyinin katibi açıqladı.' }),
      makeDocument({ id: 'apart', body: 'Birliyi millətlər açıqladı.' }),
      makeDocument({ id: 'short', title: 'BMT toplaşdı' }),
    ]);
  }, 60_000);

  afterAll(async () => {
    await place?.dispose();
    await server?.stop();
  });

  it('a wording that is only tried finds the documents that hold it, scored as they will be', async () => {
    const tried = await find('BMT', [nations]);
    expect(idsOf(tried)).toEqual(['short', 'words']);
    expect(tried.total).toBe(2);
    expect(tried.incomplete).toBeUndefined();
    expect(tried.hits[1]?.layers).toEqual(['synonym']);
    expect(idsOf(await find('BMT', []))).toEqual(['short']);
  });

  it('a wording that was saved finds them at once, and documents carry it after a push', async () => {
    change(nations);
    const before = await find('BMT', lexicon.synonyms);
    const told: number[] = [];
    const lines = await engine.push?.({
      dryRun: false,
      wordsOnly: true,
      onProgress: ({ done }) => told.push(done),
    });
    expect(lines).toContain('wordings: 1 added, 0 removed; 1 articles hold a new one');
    expect(told.at(-1)).toBe(2);
    const after = await find('BMT', lexicon.synonyms);
    expect(idsOf(after)).toEqual(idsOf(before));
    expect(after.hits.map(({ layers }) => layers)).toEqual(before.hits.map(({ layers }) => layers));
  });

  it('documents that were written before and sent after a save carry its wordings', async () => {
    const house = place?.openHouse({ lexicon });
    if (!house) throw new Error('The server is not there yet.');
    const late = makeDocument({ id: 'late', body: 'Sahildə böyük limandan danışıldı.' });
    const n = house.outbox.stamps(1);
    const document = toMeiliDocument(late, n, house.making);
    house.outbox.append([
      { kind: 'put', pk: document.pk, id: 'late', document: JSON.stringify(document) },
    ]);
    change(nations, { ...nations, id: 'sea', head: 'Xəzər', members: ['böyük liman'] });
    const lines = await engine.push?.({ dryRun: false, wordsOnly: true });
    expect(lines).toContain('wordings: 1 added, 0 removed; 0 articles hold a new one');
    // Whoever writes next sends what waits.
    await engine.upsert([makeDocument({ id: 'next', body: 'Başqa xəbər.' })]);
    expect(idsOf(await find('Xəzər', lexicon.synonyms))).toEqual(['late']);
  });

  it('a reindex makes documents with the words of now', async () => {
    const third: SynonymGroup = { ...nations, id: 'x', head: 'QRT', members: ['katibi açıqladı'] };
    change(nations, third);
    await engine.rebuild();
    expect(await engine.push?.({ dryRun: true, wordsOnly: true })).toEqual([]);
    expect(idsOf(await find('QRT', lexicon.synonyms))).toEqual(['words']);
  });
});
