import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import request from 'supertest';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SynonymGroup } from '../../indexer/lexicon/lexicon.js';
import { WordsRefusedError } from '../../src/words/error.js';
import { openWordsStore } from '../../src/words/store.js';
import type { Words } from '../../src/words/words.js';
import { SearchRequest } from '../../src/search/request.js';
import { openHouse, type House } from '../http/house.js';

let house: House;
let words: Words;
beforeEach(async () => {
  house = await openHouse();
  words = house.service.words;
  const { engine, toDocument } = house.service;
  const draft = { body: '', topics: [], lang: 'az' };
  await engine.upsert(
    [
      { ...draft, id: 'one', title: 'Qarabulaq kəndində bayram' },
      { ...draft, id: 'two', title: 'Ağbulaq kəndində bayram' },
      { ...draft, id: 'three', title: 'Böyük bulaq şəhəri haqqında' },
    ].map(toDocument),
  );
});
afterEach(() => house.close());

const spring: SynonymGroup = {
  id: 'qarabulaq',
  mode: 'mutual',
  head: 'Qarabulaq',
  members: ['Ağbulaq', 'Böyük Bulaq'],
};

const find = async (q: string): Promise<string[]> => {
  const { hits } = await house.service.search(SearchRequest.parse({ q: `${q} ` }));
  return hits.map(({ id }) => id);
};

describe('a save', () => {
  it('takes effect with the next search, and is undone with the next but one', async () => {
    expect(await find('Qarabulaq')).toEqual(['one']);
    const { version } = words.save({ set: [spring] }, { by: 'a1' });
    expect(version).toMatchObject({ number: 1, by: 'a1' });
    expect(new Set(await find('Qarabulaq'))).toEqual(new Set(['one', 'two', 'three']));
    words.save({ off: ['qarabulaq'] });
    expect(await find('Qarabulaq')).toEqual(['one']);
    const undone = words.undo(1, { by: 'a2', note: 'lazımdır' });
    expect(undone.version).toMatchObject({ number: 3, by: 'a2', restores: 1 });
    expect(await find('Ağbulaq')).toHaveLength(3);
    expect(words.history().map(({ number }) => number)).toEqual([3, 2, 1]);
  });

  it('changes the entity tag of an answer', async () => {
    const address = '/v1/search?q=Qarabulaq';
    const first = await request(house.app).get(address);
    const tag = first.headers['etag'] ?? '';
    const ask = () => request(house.app).get(address).set('If-None-Match', tag);
    expect((await ask()).status).toBe(304);
    words.save({ set: [spring] });
    const second = await ask();
    expect(second.status).toBe(200);
    expect(second.headers['etag']).not.toBe(tag);
  });

  it('of another process is seen and told of', async () => {
    let told = 0;
    const stop = words.onChange(() => told++);
    const other = openWordsStore(`${house.dataDir}/words`);
    other.commit(() => ({ groups: [spring] }));
    expect(await find('Qarabulaq')).toHaveLength(3);
    expect(words.groups({ origin: 'added' })).toMatchObject([{ group: spring }]);
    await expect.poll(() => told, { timeout: 20_000 }).toBe(1);
    stop();
  });

  it('that contradicts other groups is refused with what the checks say', async () => {
    const shipped = words.groups({ mode: 'mutual', file: 'synonyms.json' })[0]?.group;
    if (!shipped) throw new Error('There is no such group.');
    const rival = { ...spring, members: [shipped.head] };
    const findings = words.check({ set: [rival] });
    expect(findings[0]).toMatchObject({ kind: 'chained', severity: 'error' });
    expect(findings[0]?.groups).toContain('qarabulaq');
    expect(findings[0]?.message).toContain('words.json, group "qarabulaq"');
    expect(() => words.save({ set: [rival] })).toThrow(WordsRefusedError);
    expect(words.history()).toEqual([]);
    expect(await find('Qarabulaq')).toEqual(['one']);
  });
});

describe('groups', () => {
  it('say where they come from, and are found by any phrase', () => {
    const [first] = words.groups({ mode: 'mutual' });
    if (!first) throw new Error('There is no such group.');
    words.save({ set: [spring], off: [first.group.id] });
    expect(words.groups({ text: 'BOYUK BULAQ' })).toEqual([{ group: spring, origin: 'added' }]);
    expect(words.groups({ origin: 'changed' })).toEqual([
      { ...first, origin: 'changed', group: { ...first.group, mode: 'off' }, shipped: first.group },
    ]);
    expect(words.effective()).toHaveLength(words.groups().length);
  });
});

describe('a preview', () => {
  it('sets both answers side by side and saves nothing', async () => {
    const { before, after, exact } = await words.preview({ set: [spring] }, 'Qarabulaq');
    expect(exact).toBe(true);
    expect([before.totalHits, after.totalHits]).toEqual([1, 3]);
    expect(before.hits.map(({ hit, move }) => [hit.id, move])).toEqual([['one', 'same']]);
    const moves = after.hits.map(({ hit, move }) => [hit.id, move]);
    expect(moves[0]).toEqual(['one', 'same']);
    expect(new Set(moves.slice(1).map(([, move]) => move))).toEqual(new Set(['new']));
    expect(await find('Qarabulaq')).toEqual(['one']);
    words.save({ set: [spring] });
    const back = await words.preview({ unset: ['qarabulaq'] }, 'Qarabulaq');
    expect(back.before.hits.map(({ move }) => move)).toEqual(['same', 'gone', 'gone']);
  });
});

describe('proposals', () => {
  it('come of the live index, which is read in a thread of its own', async () => {
    await words.mine();
    const { articles, problem, minedAt } = words.proposals();
    expect(problem).toBeUndefined();
    expect(minedAt).toBeDefined();
    expect(articles).toBe((await house.service.engine.stats()).documents);
  });

  it('are accepted as a save, or rejected', async () => {
    const proposal = { kind: 'name', score: 1, file: 'name-aliases.json', change: 'add' };
    const evidence = { spellings: [], pairs: [] };
    const other = { ...spring, id: 'other', head: 'Zzqqxx', members: ['Zzkkxx'] };
    const content = {
      version: 1,
      articles: 1,
      proposals: [spring, other].map((entry) => ({ ...proposal, entry, evidence })),
    };
    mkdirSync(join(house.dataDir, 'words'), { recursive: true });
    writeFileSync(join(house.dataDir, 'words/proposals.json'), JSON.stringify(content));
    const [first, second] = words.proposals().proposals;
    const saved = words.accept(first?.id ?? '', { by: 'a1' });
    expect(saved?.version).toMatchObject({ number: 1, by: 'a1' });
    expect(await find('Qarabulaq')).toHaveLength(3);
    expect(words.reject(second?.id ?? '', 'a1')).toBe(true);
    expect(words.proposals().proposals).toEqual([]);
    expect(words.accept(first?.id ?? '')).toBeUndefined();
  });
});
