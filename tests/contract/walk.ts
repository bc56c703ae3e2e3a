import { expect, it } from 'vitest';
import type { EngineQuery, EngineResult, Place, Sort } from '../../indexer/engine.js';
import { day, idsOf, useEngine, type Draft, type MakeEngine } from './test-index.js';

const COUNT = 61;
const SORTS: readonly Sort[] = ['date:desc', 'date:asc'];

/** Equal dates, dates before 1970, dates of one second, and none. */
const drafts: readonly Draft[] = Array.from({ length: COUNT }, (_, at) => ({
  id: `${at}`,
  body: at % 2 === 0 ? 'alma armud' : 'alma',
  ...(at % 4 === 0 ? {} : { date: dateOf(at) }),
}));

function dateOf(at: number): string {
  if (at % 5 === 0) return '1918-05-28T12:00:00+04:00';
  return at % 3 === 0 ? `2024-03-01T12:00:00.${at}+04:00` : day(at % 6);
}

/** From document to document along the order of dates, however many there are. */
export function walkContract(makeEngine: MakeEngine): void {
  const { fill, search } = useEngine(makeEngine);

  async function walk(options: Partial<EngineQuery>, typed = ''): Promise<EngineResult[]> {
    const pages: EngineResult[] = [];
    for (let after: Place | undefined; pages.length <= COUNT;) {
      const place = after ? { after } : {};
      const page = await search(typed, { matching: 'all', ...options, ...place });
      pages.push(page);
      after = page.hits.at(-1)?.place;
      if (!after) return pages;
    }
    throw new Error('It never ends.');
  }

  it.each(SORTS.flatMap((sort) => ['', 'alma ', 'alma armud '].map((typed) => ({ sort, typed }))))(
    'walks "$typed" by $sort past every document once',
    async ({ sort, typed }) => {
      await fill(drafts);
      const whole = await search(typed, { matching: 'all', sort, limit: 100 });
      const pages = await walk({ sort, limit: 7 }, typed);
      expect(pages.flatMap(idsOf)).toEqual(idsOf(whole));
      expect(new Set(pages.map(({ total }) => total))).toEqual(new Set([whole.total]));
      expect(whole.hits).toHaveLength(whole.total);
    },
  );

  it('keeps filters and facets while it walks', async () => {
    await fill(drafts);
    const filters = { where: { not: { from: 0 } } };
    const pages = await walk({ sort: 'date:asc', limit: 4, filters, facets: ['year'] });
    const wanted = drafts.filter(({ date }) => date === undefined || date < '1970');
    expect(pages.flatMap(idsOf).sort()).toEqual(wanted.map(({ id }) => id).sort());
    for (const { facets } of pages) expect(facets).toEqual(pages[0]?.facets);
  });

  it('tells places only in the order of dates', async () => {
    await fill(drafts);
    const [byDate] = (await search('alma ', { sort: 'date:desc', limit: 1 })).hits;
    const date = byDate?.article.date ?? '';
    expect(byDate?.place?.time).toBe(Math.floor(Date.parse(date) / 1000));
    expect((await search('alma ', { limit: 1 })).hits[0]?.place).toBeUndefined();
    const [undated] = (await search('', { sort: 'date:asc', offset: COUNT - 1 })).hits;
    expect(Object.keys(undated?.place ?? {})).toEqual(['n']);
  });
}
