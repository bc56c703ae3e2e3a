import { expect, it } from 'vitest';
import {
  collect,
  day,
  makeArticle,
  makeDocument,
  useEngine,
  type Draft,
  type MakeEngine,
} from './test-index.js';

/** Storing, replacing, removing and reading back. */
export function documentsContract(makeEngine: MakeEngine): void {
  const { engine, fill, find, search } = useEngine(makeEngine);

  const whole: Draft = {
    id: 'whole/1?ə',
    title: 'Şuşada festival',
    titleDerived: true,
    subtitle: 'Xarıbülbül',
    body: 'Birinci sətir.\n\nİkinci sətir.',
    author: 'Aygün Səmədova',
    authorRole: 'müxbir',
    topics: ['medeniyyet'],
    date: '2024-05-10T09:30:00+04:00',
    archivedAt: '2024-06-01T00:00:00Z',
    source: 'Xəbər Evi',
    url: 'https://xeber.example/1',
    lang: 'az',
    tags: ['festival'],
  };

  it('answers an empty index with nothing', async () => {
    await fill([]);
    expect(await search('Bakı', { facets: ['topic'] })).toMatchObject({
      hits: [],
      total: 0,
      facets: { topic: [] },
    });
    expect(await search('')).toMatchObject({ hits: [], total: 0 });
    expect(await collect(engine().articles())).toEqual([]);
    expect(await engine().stats()).toMatchObject({ documents: 0 });
  });

  it('gives an article back as it was given', async () => {
    await fill([whole, { id: 'bare' }]);
    expect(await engine().get('whole/1?ə')).toEqual(makeArticle(whole));
    expect(await engine().get('bare')).toEqual(makeArticle({ id: 'bare' }));
    expect((await search('festival')).hits[0]?.article).toEqual(makeArticle(whole));
  });

  it('knows no article of an unknown id', async () => {
    await fill([{ id: 'a' }]);
    expect(await engine().get('b')).toBeUndefined();
    expect(await engine().get('A')).toBeUndefined();
    expect(await engine().get('')).toBeUndefined();
  });

  it('finds what was written as soon as the write has resolved', async () => {
    await fill([]);
    for (let number = 1; number <= 5; number++) {
      await engine().upsert([makeDocument({ id: `${number}`, body: `nömrə qeyd${number}` })]);
      expect(await find(`qeyd${number} `, { typos: false })).toEqual([`${number}`]);
      expect((await search('nömrə')).total).toBe(number);
    }
  });

  it('replaces a document of the same id, words and facets included', async () => {
    await fill([{ id: 'a', title: 'Palıd meşəsi', source: 'Köhnə', date: day(1) }, { id: 'b' }]);
    await engine().upsert([
      makeDocument({ id: 'a', title: 'Şam ağacı', source: 'Təzə', date: day(2) }),
    ]);
    expect(await find('palıd ')).toEqual([]);
    expect(await find('şam ')).toEqual(['a']);
    expect((await engine().get('a'))?.source).toBe('Təzə');
    const { total, facets } = await search('', { facets: ['source'] });
    expect({ total, facets }).toMatchObject({
      total: 2,
      facets: { source: [{ value: 'Təzə', count: 1 }] },
    });
  });

  it('takes the last of two documents with one id in one batch', async () => {
    await fill([
      { id: 'a', body: 'birinci' },
      { id: 'a', body: 'ikinci' },
    ]);
    expect((await engine().get('a'))?.body).toBe('ikinci');
    expect(await find('birinci ')).toEqual([]);
    expect(await engine().stats()).toMatchObject({ documents: 1 });
  });

  it('removes what there is and says how much that was', async () => {
    await fill([
      { id: 'a', body: 'gilas' },
      { id: 'b', body: 'gilas' },
      { id: 'c', body: 'gilas' },
    ]);
    expect(await engine().remove(['a', 'nobody', 'c'])).toBe(2);
    expect(await find('gilas')).toEqual(['b']);
    expect(await engine().get('a')).toBeUndefined();
    expect(await engine().remove(['a'])).toBe(0);
    expect(await engine().remove([])).toBe(0);
  });

  it('takes a removed document back', async () => {
    await fill([{ id: 'a', body: 'gilas' }]);
    await engine().remove(['a']);
    await engine().upsert([makeDocument({ id: 'a', body: 'gilas' })]);
    expect(await find('gilas')).toEqual(['a']);
  });

  it('lists every article in the order of arrival', async () => {
    const ids = Array.from({ length: 1203 }, (_, at) => `${(at * 7919) % 1203}`);
    await fill(ids.map((id) => ({ id })));
    await engine().upsert([makeDocument({ id: 'last' })]);
    const listed = (await collect(engine().articles())).map(({ id }) => id);
    expect(listed).toEqual([...ids, 'last']);
  });

  it('counts documents and tells when it was last written to', async () => {
    await fill([
      { id: 'a', body: 'bir iki üç' },
      { id: 'b', body: 'bir' },
    ]);
    const stats = await engine().stats();
    expect(stats.documents).toBe(2);
    expect(stats.words).toBeGreaterThanOrEqual(3);
    expect(stats.bytes).toBeGreaterThan(0);
    expect(stats.analysis).not.toBe('');
    expect(Date.parse(stats.updatedAt ?? '')).toBeGreaterThan(Date.parse('2024-01-01T00:00:00Z'));
  });
}
