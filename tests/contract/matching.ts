import { expect, it } from 'vitest';
import type { EngineQuery } from '../../indexer/engine.js';
import { day, useEngine, type Draft, type MakeEngine } from './test-index.js';

/** Each has some of the words; the last word is the rarest. */
const DRAFTS: readonly Draft[] = [
  { id: 'all', body: 'alma armud heyva', date: day(0) },
  { id: 'first two', body: 'alma armud', date: day(1) },
  { id: 'first and last', body: 'alma heyva', date: day(2) },
  { id: 'first', body: 'alma', date: day(3) },
  { id: 'last two', body: 'armud heyva', date: day(4) },
  { id: 'second', body: 'armud', date: day(5) },
  { id: 'none', body: 'üzüm', date: day(6) },
];
const TYPED = 'alma armud heyva ';

/** Which words are given up when few documents have all. */
export function matchingContract(makeEngine: MakeEngine): void {
  const { fill, find, search } = useEngine(makeEngine);
  const sorted = async (typed: string, options: Partial<EngineQuery>) =>
    (await find(typed, options)).sort();

  it('gives nothing up when all words are asked for', async () => {
    await fill(DRAFTS);
    expect(await find(TYPED, { matching: 'all' })).toEqual(['all']);
    expect(await sorted('alma heyva ', { matching: 'all' })).toEqual(['all', 'first and last']);
    const { total, hits } = await search('alma nar ', { matching: 'all', typos: false });
    expect([total, hits]).toEqual([0, []]);
  });

  it('gives words up from the end', async () => {
    await fill(DRAFTS);
    const found = await sorted(TYPED, { matching: 'last' });
    expect(found).toEqual(['all', 'first', 'first and last', 'first two']);
    expect((await search(TYPED, { matching: 'last', limit: 0 })).total).toBe(4);
  });

  it('gives up by frequency whatever is told most often', async () => {
    await fill(DRAFTS);
    expect(await sorted(TYPED, { matching: 'frequency' })).toEqual(
      DRAFTS.map(({ id }) => id)
        .filter((id) => id !== 'none')
        .sort(),
    );
  });

  it.each(['date:desc', 'date:asc'] as const)(
    'keeps those with more of the beginning first by %s',
    async (sort) => {
      await fill(DRAFTS);
      const short = ['first', 'first and last'];
      expect(await find(TYPED, { matching: 'last', sort })).toEqual([
        'all',
        'first two',
        ...(sort === 'date:desc' ? short : short.reverse()),
      ]);
    },
  );

  it('gives nothing up where a page is full', async () => {
    const full = Array.from({ length: 25 }, (_, at) => ({ id: `${at}`, body: 'alma armud' }));
    await fill([...DRAFTS, ...full]);
    const { total } = await search('alma armud ', { matching: 'last' });
    expect(total).toBe(27);
  });

  it('gives up no more than is needed', async () => {
    const two = Array.from({ length: 120 }, (_, at) => ({ id: `${at}`, body: 'alma armud' }));
    await fill([...DRAFTS, ...two]);
    const found = await sorted(TYPED, { matching: 'last', limit: 200 });
    expect(found).toHaveLength(122);
    expect(found).not.toContain('first');
  });

  it('never gives up a quoted phrase, nor a word before it that is not reached', async () => {
    await fill([...DRAFTS, { id: 'phrase', body: 'qırmızı heyva' }]);
    expect(await sorted('alma "armud heyva" üzüm ', { matching: 'last' })).toEqual([
      'all',
      'last two',
    ]);
    expect(await find('alma "qırmızı heyva"', { matching: 'all' })).toEqual([]);
  });

  it('demands the first word', async () => {
    await fill(DRAFTS);
    expect(await find('nar alma ', { matching: 'last', typos: false })).toEqual([]);
  });
}
