import { expect, it } from 'vitest';
import { authorId } from '../../indexer/document.js';
import { FACETS, type EngineResult, type FacetName } from '../../indexer/engine.js';
import { analyzer, day, useEngine, type Draft, type MakeEngine } from './test-index.js';

const DRAFTS: readonly Draft[] = [
  { id: 'a', body: 'alma', topics: ['siyaset'], source: 'Şərq', date: '2023-12-31T19:59:59Z' },
  { id: 'b', body: 'alma', topics: ['siyaset', 'idman'], source: 'Qərb', date: day(1) },
  { id: 'c', body: 'alma', topics: ['idman'], source: 'Şərq', date: '2023-12-31T20:00:00Z' },
  { id: 'd', body: 'alma', topics: [], source: 'Şərq', date: day(40) },
  { id: 'e', body: 'alma', topics: ['siyaset'] },
  { id: 'f', body: 'üzüm', topics: ['siyaset'], source: 'Qərb', date: day(2) },
];

/** Value and count of each entry, in the order given. */
const countsOf = ({ facets }: EngineResult, facet: FacetName) =>
  facets[facet]?.map(({ value, count }) => [value, count]);

/** Counts over the whole result, each facet as if its own filter were not set. */
export function facetsContract(makeEngine: MakeEngine): void {
  const { fill, search } = useEngine(makeEngine);

  it('counts only what is asked for', async () => {
    await fill(DRAFTS);
    expect((await search('')).facets).toEqual({});
    expect(Object.keys((await search('', { facets: ['month'] })).facets)).toEqual(['month']);
  });

  it('counts every matching document once a value, most frequent first', async () => {
    await fill(DRAFTS);
    const result = await search('alma', { facets: FACETS, limit: 1 });
    expect(result.hits).toHaveLength(1);
    expect(result.total).toBe(5);
    expect(countsOf(result, 'topic')).toEqual([
      ['siyaset', 3],
      ['idman', 2],
    ]);
    expect(countsOf(result, 'source')).toEqual([
      ['Şərq', 3],
      ['Qərb', 1],
    ]);
    expect(countsOf(result, 'author')).toEqual([]);
  });

  it('counts years and months as Baku lives them, newest first', async () => {
    await fill(DRAFTS);
    const result = await search('alma', { facets: ['year', 'month'] });
    expect(countsOf(result, 'year')).toEqual([
      ['2024', 3],
      ['2023', 1],
    ]);
    expect(countsOf(result, 'month')).toEqual([
      ['2024-02', 1],
      ['2024-01', 2],
      ['2023-12', 1],
    ]);
  });

  it('leaves the other values of a filtered facet their counts', async () => {
    await fill(DRAFTS);
    const filters = { topic: ['idman'] };
    const result = await search('alma', { facets: ['topic', 'source'], filters });
    expect(result.total).toBe(2);
    expect(countsOf(result, 'topic')).toEqual([
      ['siyaset', 3],
      ['idman', 2],
    ]);
    expect(countsOf(result, 'source')).toEqual([
      ['Qərb', 1],
      ['Şərq', 1],
    ]);
  });

  it('narrows each of two filtered facets by the other', async () => {
    await fill(DRAFTS);
    const filters = { topic: ['idman'], source: ['Şərq'] };
    const result = await search('', { facets: ['topic', 'source'], filters });
    expect(result.total).toBe(1);
    expect(countsOf(result, 'topic')).toEqual([
      ['idman', 1],
      ['siyaset', 1],
    ]);
    expect(countsOf(result, 'source')).toEqual([
      ['Qərb', 1],
      ['Şərq', 1],
    ]);
  });

  it('counts the spellings of an author as one, under the commonest', async () => {
    const authors = ['Мушфиг Сафаров', 'Müşfiq Səfərov', 'Müşfiq Səfərov', 'Leyla Quliyeva'];
    await fill(authors.map((author, at) => ({ id: `${at}`, author })));
    const { facets } = await search('', { facets: ['author'] });
    expect(facets.author).toEqual([
      { value: authorId('Müşfiq Səfərov', analyzer), count: 3, name: 'Müşfiq Səfərov' },
      { value: authorId('Leyla Quliyeva', analyzer), count: 1, name: 'Leyla Quliyeva' },
    ]);
  });

  it('gives topics the names under which readers know them', async () => {
    await fill([{ id: 'a', topics: ['siyaset'] }]);
    const { facets } = await search('', { facets: ['topic'] });
    expect(facets.topic).toEqual([{ value: 'siyaset', count: 1, name: 'Siyasət' }]);
  });

  it('counts a document once under a topic that it names twice', async () => {
    await fill([{ id: 'a', topics: ['Arıçılıq', 'Arıçılıq'] }]);
    const { facets } = await search('', { facets: ['topic'] });
    expect(facets.topic?.map(({ count }) => count)).toEqual([1]);
  });

  it('stays exact over many documents', async () => {
    const drafts = Array.from({ length: 1500 }, (_, at) => ({
      id: `${at}`,
      body: at % 3 === 0 ? 'alma armud' : 'alma',
      source: `S${at % 7}`,
    }));
    await fill(drafts);
    const result = await search('armud ', { facets: ['source'], filters: { source: ['S3'] } });
    const wanted = drafts.filter(({ body }) => body.includes('armud'));
    expect(result.total).toBe(wanted.filter(({ source }) => source === 'S3').length);
    expect(Object.fromEntries(countsOf(result, 'source') ?? [])).toEqual(
      Object.fromEntries(
        [0, 1, 2, 3, 4, 5, 6].map((name) => [
          `S${name}`,
          wanted.filter(({ source }) => source === `S${name}`).length,
        ]),
      ),
    );
  });
}
