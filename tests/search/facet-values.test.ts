import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFacetValues, type FacetValuesService } from '../../src/search/facet-values.js';
import {
  FacetPath,
  FacetValuesQuery,
  FacetValuesResponse,
} from '../../src/search/facet-values-shapes.js';
import { makeArticle } from '../contract/test-index.js';
import { openIndexOf, type OpenIndex } from './index-of.js';

const ARTICLES = [
  {
    id: '1',
    title: 'Neft hasilatı artıb',
    author: 'Elçin Əliyev',
    topics: ['enerji'],
    date: '2025-05-01T12:00:00+04:00',
    source: 'Odlar Yurdu',
  },
  {
    id: '2',
    title: 'Neft boru kəməri',
    author: 'Эльчин Алиев',
    topics: ['enerji'],
    date: '2024-05-01T12:00:00+04:00',
    source: 'Xəzər Xəbər',
  },
  {
    id: '3',
    title: 'Kənd yolu',
    author: 'Əli Vəliyev',
    topics: ['neqliyyat'],
    date: '2025-06-01T12:00:00+04:00',
    source: 'Odlar Yurdu',
  },
  {
    id: '4',
    title: 'Xəzərdə fırtına',
    author: 'Aysel <Rəhimli>',
    topics: ['ekologiya'],
    source: 'Xəzər Xəbər',
  },
].map((draft) => makeArticle(draft));

describe('values of a facet', () => {
  let index: OpenIndex;
  let facetValues: FacetValuesService;
  beforeAll(async () => {
    index = await openIndexOf(ARTICLES);
    facetValues = createFacetValues(index.deps);
  });
  afterAll(() => index.close());

  const ask = ({ name, ...given }: Record<string, unknown>) =>
    facetValues({ ...FacetPath.parse({ name }), ...FacetValuesQuery.parse(given) });
  const countsOf = async (given: Record<string, unknown>) =>
    Object.fromEntries((await ask(given)).values.map(({ name, count }) => [name, count]));

  it.each([
    ['without diacritics', 'eliyev'],
    ['half a word', 'əliy'],
    ['in Cyrillic', 'Әлијев'],
    ['in Russian', 'Алиев'],
    ['in English', 'aliyev'],
    ['both words, the other way round', 'əliy elç'],
    ['on the wrong keyboard', 'удшнум'],
  ])('are found by name: %s', async (_, q) => {
    expect(Object.values(await countsOf({ name: 'author', q }))).toEqual([2]);
  });

  it('are all there are when nothing is typed, the most frequent first', async () => {
    const { values, totalValues } = await ask({ name: 'author' });
    expect(values.map(({ count }) => count)).toEqual([2, 1, 1]);
    expect(totalValues).toBe(3);
  });

  it('need a word for every word that was typed', async () => {
    expect(await countsOf({ name: 'author', q: 'əli əli' })).toEqual({});
    expect(Object.keys(await countsOf({ name: 'author', q: 'əli vəl' }))).toEqual(['Əli Vəliyev']);
  });

  it('are counted in the search, and left out where it has none', async () => {
    expect(await countsOf({ name: 'topic', query: 'neft ' })).toEqual({ Enerji: 2 });
    expect(await countsOf({ name: 'topic', q: 'neq', query: 'neft ' })).toEqual({});
  });

  it('are counted under the filters of other facets, and not under their own', async () => {
    expect(await countsOf({ name: 'topic', source: 'Odlar Yurdu' })).toEqual({
      Enerji: 1,
      Nəqliyyat: 1,
    });
    expect(await countsOf({ name: 'source', source: 'Odlar Yurdu' })).toEqual({
      'Odlar Yurdu': 2,
      'Xəzər Xəbər': 2,
    });
    expect(await countsOf({ name: 'source', from: '2025-05-15' })).toEqual({ 'Odlar Yurdu': 1 });
  });

  it('have ids to filter by, and marks in escaped HTML', async () => {
    const { values } = await ask({ name: 'topic', q: 'ene' });
    expect(values).toEqual([
      { id: 'enerji', name: 'Enerji', html: '<mark>Ene</mark>rji', count: 2 },
    ]);
    const [author] = (await ask({ name: 'author', q: 'reh' })).values;
    expect(author?.html).toBe('Aysel &lt;<mark>Rəh</mark>imli&gt;');
  });

  it('are years and months too', async () => {
    expect(await countsOf({ name: 'year', q: '20' })).toEqual({ 2024: 1, 2025: 2 });
    expect(await countsOf({ name: 'month', q: '2025 06' })).toEqual({ '2025-06': 1 });
  });

  it('are no more than asked for', async () => {
    const { values, totalValues } = await ask({ name: 'author', limit: '1' });
    expect([values.length, totalValues]).toEqual([1, 3]);
  });

  it('have the shape that is documented', async () => {
    const answer = await ask({ name: 'author', q: 'удшнум' });
    expect(FacetValuesResponse.safeParse(answer).error).toBeUndefined();
    expect(answer.layout?.text).toBe('eliyev');
  });

  it.each([{ name: 'colour' }, {}])('refuses another facet: %j', (given) => {
    expect(FacetPath.safeParse(given).success).toBe(false);
  });

  it.each([
    ['limit', { limit: '101' }],
    ['from', { from: '2025-10-24', to: '2025-10-23' }],
  ])('refuses a wrong %s: %j', (parameter, given) => {
    const paths = FacetValuesQuery.safeParse(given).error?.issues.map(({ path }) => path[0]);
    expect(paths).toEqual([parameter]);
  });
});
