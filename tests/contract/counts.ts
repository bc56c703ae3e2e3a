import { expect, it } from 'vitest';
import { FACETS } from '../../indexer/engine.js';
import { day, useEngine, type Draft, type MakeEngine } from './test-index.js';

const DRAFTS: readonly Draft[] = [
  { id: 'a', body: 'alma', lang: 'ru', date: '2023-12-31T19:59:59Z' },
  { id: 'b', body: 'alma', lang: 'az', date: '2023-12-31T20:00:00Z' },
  { id: 'c', body: 'alma', lang: 'az', date: day(0) },
  { id: 'd', body: 'üzüm', lang: 'tr', date: '1918-05-28T12:00:00+04:00' },
  { id: 'e', body: 'heyva', lang: 'az' },
];
const seconds = (instant: string) => Date.parse(instant) / 1000;

/** Days, languages, the span of dates, and counts without hits. */
export function countsContract(makeEngine: MakeEngine): void {
  const { fill, search } = useEngine(makeEngine);

  it('counts days as Baku lives them, newest first', async () => {
    await fill(DRAFTS);
    expect((await search('', { facets: ['day'] })).facets.day).toEqual([
      { value: '2024-01-01', count: 2 },
      { value: '2023-12-31', count: 1 },
      { value: '1918-05-28', count: 1 },
    ]);
  });

  it('counts days as if none were filtered by, and languages by those', async () => {
    await fill(DRAFTS);
    const filters = { from: seconds(day(0)), lang: ['az'] };
    const { facets, total, dates } = await search('alma ', { filters, facets: ['day', 'lang'] });
    expect(total).toBe(1);
    expect(facets.day).toEqual([{ value: '2024-01-01', count: 2 }]);
    expect(facets.lang).toEqual([{ value: 'az', count: 1 }]);
    expect(dates).toEqual({ first: filters.from, last: filters.from });
  });

  it('counts every day of many years', async () => {
    const days = Array.from({ length: 1300 }, (_, at) => ({ id: `${at}`, date: day(at) }));
    await fill(days);
    const { facets } = await search('', { facets: ['day'], limit: 0 });
    expect(facets.day?.map(({ value }) => value)).toEqual(
      days.map(({ date }) => date.slice(0, 10)).reverse(),
    );
  });

  it('tells the first and the last date where days are counted', async () => {
    await fill(DRAFTS);
    const span = { first: seconds('1918-05-28T08:00:00Z'), last: seconds(day(0)) };
    for (const facet of ['day', 'month', 'year'] as const) {
      expect((await search('', { facets: [facet] })).dates).toEqual(span);
    }
    const { dates } = await search('alma ', { facets: ['year'], filters: { lang: ['ru', 'tr'] } });
    expect(dates).toEqual({
      first: seconds('2023-12-31T19:59:59Z'),
      last: seconds('2023-12-31T19:59:59Z'),
    });
    expect((await search('alma ', { facets: ['lang'] })).dates).toBeUndefined();
  });

  it('tells no dates where none are known', async () => {
    await fill(DRAFTS);
    expect((await search('heyva ', { facets: ['day'] })).dates).toBeUndefined();
    expect(
      (await search('', { facets: ['day'], filters: { lang: ['xx'] } })).dates,
    ).toBeUndefined();
  });

  it.each(['relevance', 'date:desc', 'date:asc'] as const)(
    'counts without giving hits, by %s',
    async (sort) => {
      await fill(DRAFTS);
      for (const typed of ['', 'alma ', 'alma üzüm heyva ']) {
        const whole = await search(typed, { sort, facets: FACETS });
        const counted = await search(typed, { sort, facets: FACETS, limit: 0 });
        expect(whole.hits.length).toBeGreaterThan(0);
        expect(counted).toEqual({ ...whole, hits: [] });
      }
    },
  );
}
