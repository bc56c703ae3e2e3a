import { expect, it } from 'vitest';
import { day, useEngine, type MakeEngine } from './test-index.js';

const texts = {
  president: 'Keçmiş nazir ölkəyə qayıtdı.',
  inflected: 'Keçmiş nazirin çıxışı yayımlandı.',
  careless: 'Kecmis nazir gəldi.',
  apart: 'Nazir əsas keçmiş məsələni açıqladı.',
};

/** `"…"`, `-word` and `-"…"`. */
export function phrasesAndExclusionsContract(makeEngine: MakeEngine): void {
  const { fill, find, search } = useEngine(makeEngine);

  const fillTexts = () =>
    fill(Object.entries(texts).map(([id, body], at) => ({ id, body, date: day(at) })));
  const found = async (typed: string) => (await find(typed)).sort();

  it.each([
    ['"keçmiş nazir"', ['careless', 'president']],
    ['"KEÇMİŞ NAZİR', ['careless', 'president']],
    ['"nazir keçmiş"', []],
    ['"nazir"', ['apart', 'careless', 'president']],
    ['"nazirin"', ['inflected']],
    ['"keçmiş nazir" gəldi', ['careless', 'president']],
    ['"keçmiş nazir" "gəldi"', ['careless']],
    ['"keçmiş nazir" "çıxışı"', []],
  ])('%s finds %j', async (typed, expected) => {
    await fillTexts();
    expect(await found(typed)).toEqual(expected);
  });

  it.each([
    ['nazir -çıxış', ['apart', 'careless', 'president']],
    ['nazir -"keçmiş nazir"', ['apart', 'inflected']],
    ['nazir -qayıtdı -gəldi', ['apart', 'inflected']],
    ['nazir -nazir', []],
    ['-nazir', []],
    ['-gəldi', ['apart', 'inflected', 'president']],
    ['"keçmiş nazir" -gəldi', ['president']],
    ['nazir -üzüm', ['apart', 'careless', 'inflected', 'president']],
  ])('%s finds %j', async (typed, expected) => {
    await fillTexts();
    expect(await found(typed)).toEqual(expected);
  });

  it('sees no phrase in a text that holds each pair of its words, but not the whole', async () => {
    await fill([
      { id: 'whole', body: 'Dünən baş nazir müavini gəldi.' },
      { id: 'pairs', body: 'Baş nazir gəldi. Nazir müavini baş verən, müavini də.' },
      { id: 'near', body: 'Baş nazir nazir müavini. Baş də müavini.' },
    ]);
    const { total, hits } = await search('"baş nazir müavini"');
    expect(hits.map(({ article }) => article.id)).toEqual(['whole']);
    expect(total).toBe(1);
  });

  it('sees no phrase where the title ends and the body begins', async () => {
    await fill([{ id: 'a', title: 'Köhnə baş', body: 'Nazir çıxış etdi.' }]);
    expect(await find('"baş nazir"')).toEqual([]);
  });

  it('excludes by the title too, and counts nothing of what is excluded', async () => {
    await fill([
      { id: 'in', body: 'meyvə', source: 'A' },
      { id: 'out', title: 'Üzümün faydası', body: 'meyvə', source: 'B' },
    ]);
    const { total, facets } = await search('meyvə -üzüm', { facets: ['source'] });
    expect({ total, facets }).toMatchObject({
      total: 1,
      facets: { source: [{ value: 'A', count: 1 }] },
    });
  });

  it('reads no phrase as misspelt', async () => {
    await fill([{ id: 'a', body: 'azərbaycan' }]);
    expect(await find('azerbaycn ')).toEqual(['a']);
    expect(await find('"azerbaycn"')).toEqual([]);
  });
}
