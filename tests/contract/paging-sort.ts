import { expect, it } from 'vitest';
import type { EngineQuery, Sort } from '../../indexer/engine.js';
import { day, useEngine, type Draft, type MakeEngine, type TestIndex } from './test-index.js';

const COUNT = 57;
const SORTS: readonly Sort[] = ['relevance', 'date:desc', 'date:asc'];

/** Many equal dates and equal texts, some undated: all that makes an order hard to keep. */
const many: readonly Draft[] = Array.from({ length: COUNT }, (_, at) => ({
  id: `${at}`,
  title: at % 5 === 0 ? 'Alma' : '—',
  body: at % 3 === 0 ? 'alma armud' : 'alma',
  ...(at % 7 === 0 ? {} : { date: day(at % 4) }),
}));

async function pageThrough(
  { find }: TestIndex,
  typed: string,
  options: Partial<EngineQuery>,
): Promise<string[]> {
  const ids: string[] = [];
  for (let offset = 0; offset < COUNT + 10; offset += 10) {
    ids.push(...(await find(typed, { ...options, offset, limit: 10 })));
  }
  return ids;
}

/** Pages are cuts of one order that stands still. */
export function pagingAndSortContract(makeEngine: MakeEngine): void {
  const index = useEngine(makeEngine);
  const { fill, find, search } = index;

  it.each(SORTS.flatMap((sort) => ['', 'alma ', 'alma armud '].map((typed) => ({ sort, typed }))))(
    'pages of "$typed" by $sort neither lose nor repeat',
    async ({ sort, typed }) => {
      await fill(many);
      const whole = await find(typed, { sort, limit: COUNT });
      const { total } = await search(typed, { sort, limit: 1 });
      expect(new Set(whole).size).toBe(whole.length);
      expect(whole).toHaveLength(total);
      expect(await pageThrough(index, typed, { sort })).toEqual(whole);
      expect(await find(typed, { sort, limit: COUNT })).toEqual(whole);
    },
  );

  it('has the same exact total on every page, and no hit after the last', async () => {
    await fill(many);
    for (const offset of [0, 50, COUNT, 900]) {
      const { total, hits } = await search('alma', { offset, limit: 10 });
      expect([total, hits.length]).toEqual([COUNT, Math.max(0, Math.min(10, COUNT - offset))]);
    }
  });

  it('pages as far as it says it does', async () => {
    await fill(many);
    const { maxHits, rankedHits } = index.engine().capabilities;
    expect(maxHits).toBeGreaterThanOrEqual(COUNT);
    expect(rankedHits).toBeGreaterThan(0);
    expect(await search('alma', { offset: maxHits - 10, limit: 10 })).toMatchObject({
      total: COUNT,
    });
  });

  const dated: readonly Draft[] = [
    { id: 'undated', body: 'alma' },
    { id: 'old', body: 'alma', date: '2023-12-31T23:59:59+04:00' },
    { id: 'new', body: 'alma', date: '2024-01-02T03:00:00+04:00' },
    // Later than `old` in time, though its text sorts before it.
    { id: 'middle', body: 'alma', date: '2023-12-31T22:00:00Z' },
    { id: 'ancient', body: 'alma', date: '1918-05-28T12:00:00+04:00' },
  ];

  it.each(['', 'alma '])('sorts "%s" by date both ways, the undated last', async (typed) => {
    await fill(dated);
    const newestFirst = ['new', 'middle', 'old', 'ancient', 'undated'];
    const oldestFirst = ['ancient', 'old', 'middle', 'new', 'undated'];
    expect(await find(typed, { sort: 'date:desc' })).toEqual(newestFirst);
    expect(await find(typed, { sort: 'date:asc' })).toEqual(oldestFirst);
  });

  it('browses newest first when nothing is sought', async () => {
    await fill(dated);
    expect(await find('')).toEqual(['new', 'middle', 'old', 'ancient', 'undated']);
  });
}
