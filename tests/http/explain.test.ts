import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadLexicon } from '../../indexer/lexicon/lexicon.js';
import { createExplain } from '../../src/search/explain.js';
import { ARTICLES } from './articles.data.js';
import { assertProblem, openHouse, type House } from './house.js';
import { ExplainAnswer, SearchAnswer } from './shapes.js';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const get = (path: string, query: Record<string, string>) =>
  request(house.app).get(path).query(query);

async function explain(query: Record<string, string>): Promise<ExplainAnswer> {
  const response = await get('/v1/explain', query);
  expect(response.status).toBe(200);
  return ExplainAnswer.parse(response.body);
}

async function search(query: Record<string, string>): Promise<SearchAnswer> {
  return SearchAnswer.parse((await get('/v1/search', query)).body);
}

const articleOf = (id: string) => ARTICLES.find((article) => article.id === id);

const QUERIES = [
  'artıb',
  'orta dəhliz',
  'Токаев',
  'ещлфнум',
  'hasilqtı ',
  'Tokajev ',
  '-aysel',
  '',
];

describe('GET /v1/explain reads a query as search does', () => {
  it.each(QUERIES)('%s', async (q) => {
    const found = await search({ q });
    expect(found.hits.length).toBeGreaterThan(0);
    for (const [at, { id, match }] of found.hits.entries()) {
      const { query, words, ...explained } = await explain({ q, id });
      expect(explained).toMatchObject({ matches: true, place: at + 1, totalHits: found.totalHits });
      expect(explained.above?.id).toBe(found.hits[at - 1]?.id);
      expect({ ...query, words: words.map(({ text }) => text) }).toEqual({
        ...found.query,
        words: found.query.words.map(({ text }) => text),
      });
      const met = words.flatMap(({ text, layer }) => (layer ? [{ text, layer }] : []));
      expect(met).toEqual(match.words);
    }
  });
});

describe('it says of a word', () => {
  it('where it stands, as it stands there', async () => {
    const { words } = await explain({ q: 'hasilat ', id: 'neft' });
    expect(words[0]).toMatchObject({ layer: 'stem', inTitle: true, count: 2 });
    expect(words[0]?.matches.map(({ of, text }) => [of, text])).toEqual([
      ['title', 'hasilatı'],
      ['body', 'hasilatı'],
    ]);
    for (const { of, text, start } of words[0]?.matches ?? []) {
      const whole = of === 'title' ? articleOf('neft')?.title : articleOf('neft')?.body;
      expect(whole?.slice(start, start + text.length)).toBe(text);
    }
  });

  it('that it is the author', async () => {
    const { words } = await explain({ q: 'Safarov', id: 'sefer' });
    expect(words[0]?.matches).toEqual([
      { field: 'extra', of: 'author', text: 'Səfərov', start: 7, layer: words[0]?.layer },
    ]);
  });

  it('that a rarer one has more information', async () => {
    const { words } = await explain({ q: 'orta konteyner ', id: 'dehliz' });
    const [orta = 0, konteyner = 0] = words.map(({ information = 0 }) => information);
    expect(konteyner).toBeGreaterThan(orta);
  });

  it('which other wordings were tried, and which it has', async () => {
    const { words } = await explain({ q: 'orta dəhliz', id: 'koridor' });
    const [, dehliz] = words;
    expect(dehliz?.layer).toBe('synonym');
    expect(dehliz?.alternatives.filter(({ found }) => found)).toEqual([
      { text: 'orta koridor', found: true },
    ]);
    expect(dehliz?.matches).toEqual([
      { field: 'title', of: 'title', text: 'Orta Koridorun', start: 0, layer: 'synonym' },
    ]);
  });

  it('as what it was read', async () => {
    const { words } = await explain({ q: 'hasilqtı ', id: 'neft' });
    expect(words[0]?.readAs).toContain('hasilati');
    expect(words[0]).toMatchObject({ layer: 'typo', inTitle: true });
  });

  it('lists ten places and counts all', async () => {
    const body = 'Nar, '.repeat(600);
    const record = { id: 'nar', title: 'Bazar', body, topics: [], lang: 'az' };
    const idBase = { name: 'articles', shared: true };
    const article = house.service.toArticle({ place: 'nar:1', record, idBase });
    await house.service.engine.upsert([house.service.toDocument(article)]);
    const { words } = await explain({ q: 'nar ', id: 'nar' });
    await house.service.engine.remove(['nar']);
    expect(words[0]?.count).toBe(600);
    expect(words[0]?.matches.map(({ start }) => start / 5)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });
});

describe('it says of the whole', () => {
  it('the parts of the score in the order in which they decide', async () => {
    const { score } = await explain({ q: 'külək stansiyası ', id: 'kulek' });
    const parts = ['words', 'near', 'layers', 'neighbours', 'title', 'relevance', 'date'];
    expect(score.map(({ part }) => part)).toEqual(parts);
    expect(score.map(({ value }) => value).slice(0, 5)).toEqual([2, 2, 28, 14, 2]);
  });

  it.each([
    ['the layer', 'səfərov', 'gorush', 'sefer', 'layers'],
    ['relevance, where words are lacking', 'dəhliz neft hasilatı', 'dehliz', 'neft', 'relevance'],
    ['the date', '', 'gorush', 'sefer', 'date'],
  ])('what is above it, and why: %s', async (_, q, id, above, part) => {
    expect((await explain({ q, id })).above).toMatchObject({ id: above, part });
  });
});

describe('of a document that does not match it says why', () => {
  it.each([
    ['words', { q: 'konteyner neft zzz', id: 'kosmos' }, ['konteyner', 'neft', 'zzz']],
    ['filters', { q: 'tokayev', id: 'sefer', topic: 'idman' }, []],
    ['filters', { q: 'tokayev', id: 'sefer', to: '2025-10-22' }, []],
    ['excluded', { q: 'artıb -neft', id: 'neft' }, []],
    ['phrase', { q: '"dəhliz orta"', id: 'dehliz' }, []],
    ['nothing-asked', { q: '!!!', id: 'neft' }, []],
  ])('%s: %j', async (absence, query, lacking) => {
    const explained = await explain(query);
    expect(explained).toMatchObject({ matches: false, absence, lacking, score: [] });
    expect(explained).not.toHaveProperty('place');
    expect(explained).not.toHaveProperty('above');
    const hits = (await search({ q: query.q })).hits.map(({ id }) => id);
    expect(hits.includes(query.id)).toBe(absence === 'filters');
  });

  it('unless it matches beyond the hits that are looked at', async () => {
    const { engine } = house.service;
    const few = { ...engine, capabilities: { ...engine.capabilities, rankedHits: 1 } };
    const explainFew = createExplain({ ...house.service, engine: few, lexicon: loadLexicon() });
    for (const id of ['koridor', 'kosmos']) {
      const q = id === 'koridor' ? 'orta dəhliz' : '';
      const explained = await explainFew({ q, id });
      expect(explained).toMatchObject({ matches: true, lookedAt: 1 });
      expect(explained).not.toHaveProperty('place');
      expect(explained?.says).toMatch(/not among the first 1 of/);
    }
  });

  it('and counts places among what the filters leave', async () => {
    const topic = 'xarici-siyaset';
    const { hits } = await search({ q: '', topic });
    for (const [at, { id }] of hits.entries()) {
      expect(await explain({ q: '', topic, id })).toMatchObject({ place: at + 1, totalHits: 2 });
    }
  });
});

describe('problems', () => {
  it('no such document', async () => {
    const response = await get('/v1/explain', { q: 'neft', id: 'yoxdur' });
    const { errors } = assertProblem(response, 404, 'document_not_found', ['id']);
    expect(errors[0]?.in).toBe('query');
  });

  it.each([
    [{ q: 'neft' }, ['id']],
    [{ q: 'neft', id: '' }, ['id']],
    [{ q: 'neft', id: 'neft', page: '2' }, ['page']],
    [{ q: 'neft', id: 'neft', from: '2025-01-02', to: '2025-01-01' }, ['from']],
  ])('%j', async (query, paths) => {
    assertProblem(await get('/v1/explain', query), 400, 'invalid_parameter', paths);
  });

  it('takes GET alone', async () => {
    const response = await request(house.app).post('/v1/explain');
    assertProblem(response, 405, 'method_not_allowed');
  });
});
