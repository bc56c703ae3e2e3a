import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assertProblem, openHouse, type House } from './house.js';
import { SearchAnswer } from './shapes.js';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const get = (parameters: Record<string, string>) =>
  request(house.app).get('/v1/search').query(parameters);
const answerTo = async (parameters: Record<string, string>) =>
  SearchAnswer.parse((await get(parameters)).body);
const idsFor = async (parameters: Record<string, string>) =>
  (await answerTo(parameters)).hits.map(({ id }) => id);

describe('a filter in the filter language', () => {
  it.each([
    ['topic = "Nəqliyyat"', ['dehliz', 'koridor']],
    ['topic = enerji AND NOT author EXISTS', ['neft']],
    ['source = "Odlar Yurdu" OR (lang = az AND year = 2022)', ['gorush', 'koridor', 'duyme']],
    ['date >= 2024-05-01 AND date < 2025-10-23', ['gorush', 'dehliz']],
    ['month 2024-04 TO 2024-05', ['dehliz', 'koridor']],
    ['NOT date EXISTS', ['kosmos']],
    ['author IN ["Мушфиг Сафаров", nobody]', ['sefer', 'gorush']],
    ['id IN [neft, duyme] AND topic != enerji', ['duyme']],
  ])('%s', async (filter, ids) => {
    expect(await idsFor({ filter })).toEqual(ids);
  });

  it('holds beside the other filters, and for every facet', async () => {
    const { hits, facetDistribution } = await answerTo({
      filter: 'year = 2023',
      source: 'Xəzər Xəbər',
      facets: 'source,topic,lang',
    });
    expect(hits.map(({ id }) => id)).toEqual(['neft']);
    expect(facetDistribution).toEqual({
      source: { 'Xəzər Xəbər': 1 },
      topic: { enerji: 1 },
      lang: { az: 1 },
    });
  });

  it.each([
    ['topic == a', 7, /expected a value/],
    ['colour = red', 0, /expected an attribute/],
    ['topik = a', 0, /did you mean "topic"/],
    ['(topic = a', 10, /expected/],
    ['date > yesterday', 7, /expected/],
  ])('%s is refused at its place', async (filter, position, message) => {
    const problem = assertProblem(await get({ filter }), 400, 'invalid_filter', ['filter']);
    expect(problem.errors[0]?.position).toBe(position);
    expect(problem.detail).toMatch(message);
  });

  it.each([
    ['a character', `id = ${'a'.repeat(1996)}`],
    ['a bracket', `${'('.repeat(21)}id = a${')'.repeat(21)}`],
    ['a condition', Array.from({ length: 101 }, () => 'id = a').join(' OR ')],
    ['a value', `id IN [${Array.from({ length: 501 }, (_, at) => at).join(',')}]`],
  ])('is refused with %s too many', async (_, filter) => {
    const response = await request(house.app).post('/v1/search').send({ filter });
    const problem = assertProblem(response, 400, 'invalid_filter', ['filter']);
    expect(problem.detail).toMatch(/at most/);
  });

  it('may be a list in the body of a POST', async () => {
    const post = (body: object) => request(house.app).post('/v1/search').send(body);
    const filter = ['year = 2024', ['source = "Odlar Yurdu"', 'topic = enerji']];
    const response = await post({ filter, hitsPerPage: 5, highlight: false, facets: ['topic'] });
    expect(SearchAnswer.parse(response.body).hits.map(({ id }) => id)).toEqual(['koridor']);
    const refused = await post({ filter: ['year = 2024', ['topic ~ a']] });
    assertProblem(refused, 400, 'invalid_filter', ['filter[1][0]']);
  });
});

describe('a histogram of dates', () => {
  it('has every bucket of the range asked for, and counts within it', async () => {
    const { facetDistribution, facetStats } = await answerTo({
      facets: 'date:day',
      from: '2025-10-21',
      to: '2025-10-23T13:00:00Z',
    });
    expect(Object.entries(facetDistribution['date:day'] ?? {})).toEqual([
      ['2025-10-21', 0],
      ['2025-10-22', 1],
      ['2025-10-23', 0],
    ]);
    expect(facetStats?.date?.min).toBe('2025-10-22T12:00:00+04:00');
  });

  it('spans what was found when no range is asked for', async () => {
    const { facetDistribution, facetStats } = await answerTo({
      topic: 'neqliyyat',
      facets: 'date:month,date:year',
    });
    expect(facetDistribution['date:month']).toEqual({ '2024-04': 1, '2024-05': 1 });
    expect(facetDistribution['date:year']).toEqual({ '2024': 2 });
    expect(facetStats).toEqual({
      date: { min: '2024-04-30T23:59:59+04:00', max: '2024-05-01T00:00:00+04:00' },
    });
  });

  it('has the newest thousand buckets, and says how many it leaves out', async () => {
    const { facetDistribution, facetStats } = await answerTo({
      facets: 'date:day',
      from: '2022-01-01',
      to: '2025-12-31',
    });
    const days = Object.keys(facetDistribution['date:day'] ?? {});
    expect([days.length, days.at(-1)]).toEqual([1000, '2025-12-31']);
    expect(facetStats?.date?.bucketsOmitted).toBe(4 * 365 + 1 - 1000);
  });

  it('is empty when nothing is found', async () => {
    const { facetDistribution, facetStats } = await answerTo({ topic: 'x', facets: 'date:day' });
    expect([facetDistribution['date:day'], facetStats]).toEqual([{}, {}]);
  });
});
