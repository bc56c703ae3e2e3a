import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ARTICLES } from './articles.data.js';
import { openHouse, type House } from './house.js';
import { SearchAnswer } from './shapes.js';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

async function search(query: Record<string, string | string[]>): Promise<SearchAnswer> {
  const response = await request(house.app).get('/v1/search').query(query);
  expect(response.status).toBe(200);
  expect(response.headers['content-type']).toMatch(/^application\/json/);
  return SearchAnswer.parse(response.body);
}

const idsOf = ({ hits }: SearchAnswer) => hits.map(({ id }) => id);
const NEWEST_FIRST = ['sefer', 'gorush', 'dehliz', 'koridor', 'kulek', 'neft', 'duyme', 'kosmos'];

describe('GET /v1/search', () => {
  it('browses the newest first without a query, undated articles last', async () => {
    const answer = await search({});
    expect(idsOf(answer)).toEqual(NEWEST_FIRST);
    expect(answer).toMatchObject({
      query: { q: '', normalized: '', words: [], script: 'Latn' },
      page: 1,
      hitsPerPage: 20,
      totalHits: ARTICLES.length,
      totalPages: 1,
    });
    expect(answer.hits[0]?.match).toEqual({ words: [] });
  });

  it.each([
    ['any spelling of a name', 'tokaev', ['sefer', 'gorush']],
    ['any script', 'Токаев', ['sefer', 'gorush']],
    ['any inflection', 'hasilatının', ['neft']],
    ['no diacritics', 'kulek stansiyasi', ['kulek']],
    ['a beginning', 'kont', ['dehliz']],
    ['not a beginning when a space follows', 'kont ', []],
    ['a phrase', '"Orta Dəhliz"', ['dehliz']],
    ['a phrase without diacritics', '"orta dehliz"', ['dehliz']],
    ['not a phrase in another order', '"dəhliz orta"', []],
    ['an excluded word', 'artıb -neft', ['dehliz']],
    ['an excluded phrase', 'aysel -"Orta Dəhliz"', ['koridor', 'kulek']],
    ['only an excluded word', '-aysel', ['sefer', 'gorush', 'neft', 'duyme', 'kosmos']],
    ['synonyms', 'orta dəhliz', ['dehliz', 'koridor']],
    ['an author', 'Мушфиг Сафаров', ['sefer', 'gorush']],
    ['a misspelling', 'hasilqtı', ['neft']],
  ])('finds %s', async (_, q, ids) => {
    expect(idsOf(await search({ q })).toSorted()).toEqual(ids.toSorted());
  });

  it.each([
    ['the words themselves above synonyms', 'orta dəhliz', 'dehliz koridor'],
    ['the synonym above, when that is what was typed', 'orta koridor', 'koridor dehliz'],
    ['all words above some', 'dəhliz neft hasilatı', 'neft dehliz'],
    ['the script that was typed above others', 'Мүшфиг Сәфәров', 'gorush sefer'],
  ])('puts %s', async (_, q, ids) => {
    expect(
      idsOf(await search({ q }))
        .slice(0, 2)
        .join(' '),
    ).toBe(ids);
  });

  it.each([
    ['a misspelling', 'hasilqtı ', 'hasilatı', 'hasilqtı', 'misspelling'],
    ['a name in another spelling', 'Tokajev ', 'Tokayev', 'Tokajev', 'spelling of a name'],
    ['another script', 'сəфəри ', 'səfəri', 'сəфəри', 'script'],
    ['another keyboard', 'Njrftd', 'Токаев', 'Njrftd', 'keyboard'],
  ])('says when it had to read %s', async (_, q, read, typed, by) => {
    const { query } = await search({ q });
    expect(query.corrected).toMatchObject({ searched: true });
    expect(query.corrected?.words).toContainEqual({ typed, read, by });
  });

  it('shows words without the marks by which the index tells them apart', async () => {
    const { query } = await search({ q: 'baw ' });
    expect(query.words[0]?.readAs?.[0]).toBe('bas');
    expect(query.corrected?.words).toMatchObject([{ read: 'baş' }]);
  });

  it.each(['dəhliz', 'dehliz', 'Tokayevin ', 'neft hasilatının'])(
    'takes %s as it is',
    async (q) => {
      expect((await search({ q })).query.corrected).toBeUndefined();
    },
  );

  it('highlights the original text across scripts and inflections', async () => {
    const hit = (await search({ q: 'Токаев' })).hits.find(({ id }) => id === 'sefer');
    expect(hit?._formatted?.title).toBe('<mark>Tokayev</mark> Bakıya səfər edib');
    expect(hit?._formatted?.snippet).toContain('Jomart <mark>Tokayevin</mark> Azərbaycana');
    expect(hit?.snippet).not.toContain('<mark>');
  });

  it('escapes what is HTML in an article', async () => {
    const [hit] = (await search({ q: 'düymə' })).hits;
    expect(hit?._formatted).toEqual({
      title: '<mark>Düymə</mark> &lt;b&gt;necə&lt;/b&gt; işləyir: &quot;yaz&quot; &amp; saxla',
      snippet:
        'Proqramçı &lt;script&gt;alert(&#39;<mark>düymə</mark>&#39;)&lt;/script&gt; yazır və 1 &lt; 2 olduğunu yoxlayır.',
    });
  });

  it('leaves highlights out when they are not wanted', async () => {
    const { hits } = await search({ q: 'tokayev', highlight: 'false' });
    expect(hits.map((hit) => hit._formatted)).toEqual([undefined, undefined]);
  });

  it('says how each word was met', async () => {
    const { query, hits } = await search({ q: 'kulek stansiyanın ' });
    expect(query.words.map(({ text }) => text)).toEqual(['kulek', 'stansiyanın']);
    expect(hits[0]?.match).toEqual({
      layer: 'stem',
      words: [
        { text: 'kulek', layer: 'fold' },
        { text: 'stansiyanın', layer: 'stem' },
      ],
    });
    expect((await search({ q: 'külək stansiyası ' })).hits[0]?.match.layer).toBe('phrase');
  });

  it.each([
    ['ещлфнум', { text: 'tokayev', from: 'ru', to: 'az' }],
    ['Njrftd', { text: 'Токаев', from: 'us', to: 'ru' }],
  ])('reads %s as typed on another keyboard', async (q, layout) => {
    const answer = await search({ q });
    expect(answer.query).toMatchObject({ q, layout });
    expect(idsOf(answer).toSorted()).toEqual(['gorush', 'sefer']);
  });

  it('reports no layout where words are known, and none where nothing helps', async () => {
    expect((await search({ q: 'tokayev' })).query).not.toHaveProperty('layout');
    // The keys of a Latin layout would type a sign for the letter: `stansiya,`.
    expect((await search({ q: 'stansiyaç' })).query).not.toHaveProperty('layout');
    const nothing = await search({ q: 'zzzzqqqq' });
    expect(nothing.query).not.toHaveProperty('layout');
    expect(nothing).toMatchObject({ hits: [], totalHits: 0, totalPages: 0 });
  });
});
