import { expect, it } from 'vitest';
import { useEngine, type MakeEngine } from './test-index.js';

/** What the engine tells of each query word. */
export function wordReportsContract(makeEngine: MakeEngine): void {
  const { fill, find, search } = useEngine(makeEngine);

  const fillWords = () =>
    fill([{ id: 'a', body: 'Azərbaycan Respublikası. Dünən Tokayev gəldi.' }]);
  const reportOf = async (typed: string, typos = true) =>
    (await search(typed, { typos })).words.map(({ known, layersTried, corrections }) => ({
      known,
      layersTried,
      corrections: corrections.map(({ fold }) => fold),
    }));

  it.each([
    ['azərbaycan ', true, ['exact', 'fold', 'stem', 'key'], []],
    ['azerbaycan ', true, ['exact', 'fold', 'stem', 'key'], []],
    ['azərbaycanda ', true, ['exact', 'fold', 'stem', 'key'], []],
    ['azərb', true, ['exact', 'fold', 'stem', 'prefix', 'key'], []],
    ['azrbaycan ', false, ['exact', 'fold', 'stem', 'key', 'typo'], ['azerbaycan']],
    ['pələngsiz ', false, ['exact', 'fold', 'stem', 'key'], []],
    ['"azərbaycan"', true, ['exact', 'fold'], []],
  ])('%s', async (typed, known, layersTried, corrections) => {
    await fillWords();
    expect(await reportOf(typed)).toEqual([{ known, layersTried, corrections }]);
  });

  it('tells of synonyms only where there are some', async () => {
    await fill([{ id: 'a', body: 'Qoşabulaq' }]);
    const [report] = await reportOf('Gəncə ');
    expect(report).toMatchObject({ known: true, corrections: [] });
    expect(report?.layersTried).toContain('synonym');
  });

  it('corrects nothing unless it is asked to', async () => {
    await fillWords();
    const [report] = await reportOf('azrbaycan ', false);
    expect(report).toMatchObject({ known: false, corrections: [] });
    expect(await find('azrbaycan ', { typos: false })).toEqual([]);
  });

  it('finds what a name key meets without calling the word known', async () => {
    await fillWords();
    const [report] = await reportOf('Tokajev ');
    expect(report?.known).toBe(false);
    expect(await find('Tokajev ', { typos: false })).toEqual(['a']);
  });

  it('leaves a correct word alone: a near word is no match for it', async () => {
    await fill([
      { id: 'written', body: 'tarixi abidə' },
      { id: 'near', body: 'tarlanı şumladı' },
    ]);
    expect(await find('tarixi ')).toEqual(['written']);
  });

  it('proposes, beside a known but rare word, what may have been meant', async () => {
    const many = Array.from({ length: 9 }, (_, at) => ({ id: `${at}`, body: 'qərarlar' }));
    await fill([{ id: 'literal', body: 'qirarlar' }, ...many]);
    const { hits, words } = await search('qirarlar ', { limit: 20 });
    expect(hits.map(({ article }) => article.id)).toEqual(['literal']);
    expect(words).toMatchObject([{ known: true, corrections: [], doubtful: true }]);
    expect(words[0]?.proposals.map(({ fold }) => fold)).toEqual(['qerarlar']);
  });

  it('reads a word as the likeliest first: few errors, many documents', async () => {
    await fill([
      ...Array.from({ length: 9 }, (_, at) => ({ id: `many-${at}`, body: 'nizar' })),
      { id: 'one', body: 'nazir' },
    ]);
    const { hits, words } = await search('nazar ', { limit: 20 });
    expect(words[0]?.corrections.map(({ fold }) => fold)).toEqual(['nizar', 'nazir']);
    expect(hits.at(-1)?.article.id).toBe('one');
  });

  it.each([
    ['left out', 'kompter '],
    ['put in', 'komlpüter '],
    ['changed', 'komsüter '],
    ['swapped', 'kopmüter '],
    ['wrong at the beginning', 'lompüter '],
    ['wrong twice', 'lomsüter '],
  ])('reads a letter %s', async (_, typed) => {
    await fill([{ id: 'a', body: 'kompüter' }]);
    const { hits } = await search(typed);
    expect(hits.map(({ layers }) => layers)).toEqual([['typo']]);
  });
}
