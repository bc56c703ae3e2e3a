import { Meilisearch, MeilisearchApiError } from 'meilisearch';
import { expect, it } from 'vitest';
import { onBothEngines } from './serve.js';

onBothEngines((served) => {
  const client = () => new Meilisearch({ host: served().url });
  const here = () => client().index(served().index);
  const idsOf = ({ hits }: { readonly hits: readonly Record<string, unknown>[] }) =>
    hits.map((hit): unknown => hit['id']);

  it('finds any spelling, by POST and by GET', async () => {
    const asked = { attributesToRetrieve: ['id', 'title'], attributesToHighlight: ['title'] };
    const posted = await here().search('Tokaev', asked);
    expect(idsOf(posted).sort()).toEqual(['gorush', 'sefer']);
    expect(posted.hits.map(({ _formatted }): unknown => _formatted?.['title'])).toContain(
      '<em>Tokayev</em> Bakıya səfər edib',
    );
    expect(posted).toMatchObject({ query: 'Tokaev', offset: 0, limit: 20, estimatedTotalHits: 2 });
    const got = await here().searchGet('Tokaev', { ...asked, filter: 'lang = az' });
    expect(got.hits).toEqual(posted.hits);
  });

  it.each([
    ['topic = Enerji', ['kulek', 'neft']],
    ['topics = "ENERJİ"', ['kulek', 'neft']],
    ['topic = enerji AND author NOT EXISTS', ['neft']],
    [
      [['topic = Enerji', 'source = "Odlar Yurdu"'], 'timestamp < 1714507200'],
      ['koridor', 'kulek', 'neft'],
    ],
    ['date >= 2025-10-23', ['sefer']],
    ['timestamp 1714507199 TO 1714507200', ['dehliz', 'koridor']],
    ['author = "Мушфиг Сафаров"', ['gorush', 'sefer']],
    ['year IN [2022, 2023]', ['duyme', 'kulek', 'neft']],
    ['NOT date EXISTS', ['kosmos']],
    ['', ['dehliz', 'duyme', 'gorush', 'koridor', 'kosmos', 'kulek', 'neft', 'sefer']],
    [[], ['dehliz', 'duyme', 'gorush', 'koridor', 'kosmos', 'kulek', 'neft', 'sefer']],
  ])('filters by %j', async (filter, ids) => {
    const found = await here().search('', { filter });
    expect(idsOf(found).sort()).toEqual(ids);
    expect(found.estimatedTotalHits).toBe(ids.length);
  });

  it('counts facets under all filters, its own too', async () => {
    const { facetDistribution, facetStats, hits } = await here().search('', {
      facets: ['*'],
      filter: 'topic = Enerji',
      limit: 0,
    });
    expect(hits).toEqual([]);
    expect(facetDistribution).toEqual({
      topic: { Enerji: 2, Ekologiya: 1 },
      author: { 'Aysel Rəhimli': 1 },
      source: { 'Xəzər Xəbər': 1 },
      lang: { az: 2 },
      year: { 2023: 2 },
      month: { '2023-01': 1, '2023-06': 1 },
      timestamp: {},
    });
    expect(facetStats).toEqual({
      year: { min: 2023, max: 2023 },
      timestamp: { min: 1673758800, max: 1686376800 },
    });
  });

  it('pages by number', async () => {
    const found = await here().search('', { page: 2, hitsPerPage: 3, sort: ['date:asc'] });
    expect(idsOf(found)).toEqual(['koridor', 'dehliz', 'gorush']);
    expect(found).toMatchObject({ page: 2, hitsPerPage: 3, totalPages: 3, totalHits: 8 });
  });

  it('gives up words as it is told', async () => {
    const ids = async (matchingStrategy: 'all' | 'last') =>
      idsOf(await here().search('hasilatı kulek ', { matchingStrategy }));
    expect(await ids('all')).toEqual([]);
    expect(await ids('last')).toEqual(['neft']);
  });

  it('scores hits in their order, and says where they meet the query', async () => {
    const { hits } = await here().search('dəhliz artıb', {
      showRankingScore: true,
      showMatchesPosition: true,
    });
    const scores = hits.map(({ _rankingScore = NaN }) => _rankingScore);
    expect(scores[0]).toBeGreaterThan(0.5);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    const [first] = hits;
    const bytes = Buffer.from(String(first?.['title']));
    const met = first?._matchesPosition?.['title']?.map(({ start, length }) =>
      bytes.subarray(start, start + length).toString(),
    );
    expect(met).toEqual(['Dəhliz', 'artıb']);
  });

  it('answers several searches at once', async () => {
    const indexUid = served().index;
    const { results } = await client().multiSearch({
      queries: [
        { indexUid, q: 'külək' },
        { indexUid, q: '', limit: 1, facets: ['lang'] },
      ],
    });
    expect(results.map(idsOf)).toEqual([['kulek'], ['sefer']]);
    expect(results[1]).toMatchObject({ indexUid, facetDistribution: { lang: { az: 8 } } });
  });

  it('searches the values of a facet', async () => {
    const { facetHits } = await here().searchForFacetValues({
      facetName: 'author',
      facetQuery: 'Рәһим',
      filter: 'topic = neqliyyat',
    });
    expect(facetHits).toEqual([{ value: 'Aysel Rəhimli', count: 2 }]);
  });

  it('tells of the index', async () => {
    const uid = served().index;
    expect(await client().isHealthy()).toBe(true);
    expect((await client().getVersion()).pkgVersion).toMatch(/^\d+\.\d+\.\d+$/);
    expect((await client().getIndexes()).results.map((index) => index.uid)).toEqual([uid]);
    expect(await here().getRawInfo()).toMatchObject({ uid, primaryKey: 'id' });
    expect(await here().getStats()).toMatchObject({
      numberOfDocuments: 8,
      fieldDistribution: { title: 8 },
    });
    const { filterableAttributes, synonyms } = await here().getSettings();
    expect(filterableAttributes).toContain('timestamp');
    expect(Object.keys(synonyms ?? {}).length).toBeGreaterThan(0);
    expect(await here().getDocument('kulek', { fields: ['id', 'topics', 'timestamp'] })).toEqual({
      id: 'kulek',
      topics: ['Enerji', 'Ekologiya'],
      timestamp: 1686376800,
    });
  });

  it('raises the errors that the client knows', async () => {
    const error = await client()
      .index('nope')
      .search('')
      .catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(MeilisearchApiError);
    expect(error).toMatchObject({
      message: 'Index `nope` not found.',
      cause: { code: 'index_not_found', type: 'invalid_request' },
      response: { status: 404 },
    });
  });
});
