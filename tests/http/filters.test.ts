import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHouse, type House } from './house.js';
import { SearchAnswer } from './shapes.js';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

async function search(query: string): Promise<SearchAnswer> {
  const response = await request(house.app).get(`/v1/search?${query}`);
  return SearchAnswer.parse(response.body);
}

const idsFor = async (query: string) => (await search(query)).hits.map(({ id }) => id);

describe('filters', () => {
  it.each([
    ['a topic by id', 'topic=enerji', ['kulek', 'neft']],
    ['a topic by name', 'topic=N%C9%99qliyyat', ['dehliz', 'koridor']],
    ['a topic that only a source knows, by its name', 'topic=Kosmik%20turizm', ['kosmos']],
    [
      'one topic or the other',
      'topic=enerji&topic=neqliyyat',
      ['dehliz', 'koridor', 'kulek', 'neft'],
    ],
    ['an empty topic says nothing', 'topic=&q=neft', ['neft']],
    ['an author in any spelling', 'author=Aysel%20Rehimli', ['dehliz', 'koridor', 'kulek']],
    [
      'an author in Cyrillic',
      'author=%D0%9C%D1%83%D1%88%D1%84%D0%B8%D0%B3%20%D0%A1%D0%B0%D1%84%D0%B0%D1%80%D0%BE%D0%B2',
      ['sefer', 'gorush'],
    ],
    ['a source', 'source=Odlar%20Yurdu', ['gorush', 'koridor']],
    ['topic and source', 'topic=neqliyyat&source=Odlar%20Yurdu', ['koridor']],
    ['a filter and a query', 'topic=enerji&q=neft', ['neft']],
    ['nothing known', 'topic=bele-movzu-yoxdur', []],
    ['from a day on', 'from=2025-10-22', ['sefer', 'gorush']],
    ['from its first second in Baku', 'from=2024-05-01&to=2024-12-31', ['dehliz']],
    ['to its last second in Baku', 'from=2024-01-01&to=2024-04-30', ['koridor']],
    ['one whole day', 'from=2025-10-23&to=2025-10-23', ['sefer']],
    [
      'between instants, inclusive',
      'from=2025-10-23T13:08:00Z&to=2025-10-23T17:08:00%2B04:00',
      ['sefer'],
    ],
  ])('%s', async (_, query, ids) => {
    expect(await idsFor(query)).toEqual(ids);
  });
});

describe('order and pages', () => {
  it.each([
    ['newest first', 'q=aysel&sort=date:desc', ['dehliz', 'koridor', 'kulek']],
    ['oldest first', 'q=aysel&sort=date:asc', ['kulek', 'koridor', 'dehliz']],
  ])('%s', async (_, query, ids) => {
    expect(await idsFor(query)).toEqual(ids);
  });

  it('cuts the hits into pages that follow one another', async () => {
    const pages = await Promise.all(
      [1, 2, 3, 4].map((page) => search(`hitsPerPage=3&page=${page}`)),
    );
    const whole = await idsFor('');
    expect(pages.flatMap(({ hits }) => hits.map(({ id }) => id))).toEqual(whole);
    expect(pages.map(({ hits }) => hits.length)).toEqual([3, 3, 2, 0]);
    expect(pages[0]).toMatchObject({ totalHits: 8, totalPages: 3, hitsPerPage: 3 });
  });
});

describe('facets', () => {
  it('counts exactly, and gives names to ids', async () => {
    const { facetDistribution, facetNames } = await search('facets=topic,author,source,year,month');
    const { author: authors = {}, ...others } = facetDistribution;
    expect(others).toEqual({
      topic: {
        'xarici-siyaset': 2,
        neqliyyat: 2,
        enerji: 2,
        iqtisadiyyat: 1,
        ekologiya: 1,
        texnologiya: 1,
        'Kosmik turizm': 1,
      },
      source: { 'Xəzər Xəbər': 3, 'Odlar Yurdu': 2 },
      year: { '2025': 2, '2024': 2, '2023': 2, '2022': 1 },
      month: { '2025-10': 2, '2024-05': 1, '2024-04': 1, '2023-06': 1, '2023-01': 1, '2022-03': 1 },
    });
    expect(Object.values(authors)).toEqual([3, 2]);
    expect(Object.values(facetNames.author ?? {})).toEqual(['Aysel Rəhimli', 'Müşfiq Səfərov']);
    expect(facetNames.topic).toMatchObject({ enerji: 'Enerji', 'Kosmik turizm': 'Kosmik turizm' });
  });

  it('counts none unless asked', async () => {
    expect((await search('q=tokayev')).facetDistribution).toEqual({});
  });

  it('are disjunctive: a chosen topic leaves the counts of the other topics', async () => {
    const { facetDistribution, totalHits } = await search('topic=enerji&facets=topic,source');
    expect(totalHits).toBe(2);
    expect(facetDistribution.topic).toMatchObject({ enerji: 2, neqliyyat: 2, 'xarici-siyaset': 2 });
    expect(facetDistribution.source).toEqual({ 'Xəzər Xəbər': 1 });
  });

  it('but follow the query and the other filters', async () => {
    const { facetDistribution } = await search('q=orta&topic=enerji&facets=topic');
    expect(facetDistribution.topic).toEqual({ neqliyyat: 2, iqtisadiyyat: 1 });
  });
});
