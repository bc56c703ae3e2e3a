import { expect, it } from 'vitest';
import { LAYERS, type Layer } from '../../indexer/engine.js';
import { day, useEngine, type MakeEngine } from './test-index.js';

/** How `Gəncə`, half typed, may stand in a document. */
const SAID = new Map<Layer, string>([
  ['exact', 'Gəncə'],
  ['fold', 'Gence'],
  ['stem', 'Gəncədə'],
  ['synonym', 'Qoşabulaq'],
  ['prefix', 'Gəncəbasar'],
  ['key', 'Ganja'],
]);

/** A misspelling is looked up only when the index knows no better, so it needs its own query. */
const MISSPELT = new Map<Layer, string>([
  ['key', 'Tokayev'],
  ['typo', 'Tokarev'],
]);

/** Every layer with the next weaker one, and a query that both answer. */
const PAIRS = LAYERS.slice(1).map((weak, at) => {
  const strong = LAYERS[at] ?? weak;
  const [query, words] = weak === 'typo' ? ['Tokajev ', MISSPELT] : ['Gəncə', SAID];
  return { strong, weak, query, stronger: words.get(strong), weaker: words.get(weak) };
});

const loud = (words = '?') => ({ title: words, body: `${words} ${words}. ${words}`, date: day(9) });
const quiet = (words = '?') => ({ body: `Dünən orada ${words} barədə yazdılar.`, date: day(1) });

/** The stronger match wins even when it is older, below the title, and said once. */
export function layersContract(makeEngine: MakeEngine): void {
  const { fill, search, find } = useEngine(makeEngine);

  it.each(PAIRS)('$strong is above $weak: $stronger, $weaker', async (pair) => {
    await fill([
      { id: 'strong', ...quiet(pair.stronger) },
      { id: 'weak', ...loud(pair.weaker) },
    ]);
    const { hits } = await search(pair.query);
    expect(hits.map(({ article, layers }) => [article.id, ...layers])).toEqual([
      ['strong', pair.strong],
      ['weak', pair.weak],
    ]);
  });

  it('keeps all layers of one query in their order', async () => {
    await fill([...SAID].reverse().map(([id, word]) => ({ id, body: word, date: day(1) })));
    expect(await find('Gəncə')).toEqual(LAYERS.filter((layer) => SAID.has(layer)));
  });

  it.each([
    ['side by side', 'apart', 'azad mətbuat', 'mətbuat azad deyil'],
    ['apart', 'folded side by side', 'mətbuat azad deyil', 'azad metbuat'],
    ['folded side by side', 'inflected side by side', 'azad metbuat', 'azad mətbuatı'],
  ])('two words %s are above two words %s', async (_, __, stronger, weaker) => {
    await fill([
      { id: 'strong', ...quiet(stronger) },
      { id: 'weak', ...loud(weaker) },
    ]);
    expect(await find('azad mətbuat ')).toEqual(['strong', 'weak']);
  });

  it('tells which documents hold the query as one phrase', async () => {
    await fill([
      { id: 'phrase', ...quiet('azad mətbuat') },
      { id: 'apart', ...quiet('mətbuat azad deyil') },
    ]);
    const { hits } = await search('azad mətbuat ');
    expect(hits.map(({ article, phrase }) => [article.id, phrase])).toEqual([
      ['phrase', true],
      ['apart', false],
    ]);
  });

  it.each([
    ['exact', 'şəhər'],
    ['fold', 'seher'],
    ['stem', 'şəhərdən'],
  ])('the title is above the body: %s', async (_, word) => {
    await fill([
      { id: 'title', title: `Gecə ${word} yatmır`, date: day(1) },
      { id: 'body', title: 'Gecə', body: `Gecə ${word} yatmır, ${word} oyaqdır.`, date: day(9) },
    ]);
    expect(await find('şəhər ')).toEqual(['title', 'body']);
  });

  it('tells how each document was scored', async () => {
    await fill([
      { id: 'title', title: 'azad mətbuat', date: day(1) },
      { id: 'body', title: 'Gecə', body: 'azad dedi, mətbuatı sevir', date: day(9) },
      { id: 'lacks', title: 'azad', date: day(9) },
    ]);
    const { hits } = await search('azad mətbuat ');
    const scores = hits.map(({ score }) => score);
    expect(scores.map(({ by, layers }) => [by, layers])).toEqual([
      ['parts', 28],
      ['parts', 24],
      ['worth', 14],
    ]);
    expect(scores.map(({ adjacent, inTitle, spread }) => [adjacent, inTitle, spread])).toEqual([
      [14, 2, 2],
      [0, 0, 3],
      [0, 1, 1],
    ]);
    expect(scores[1]?.words.map(({ weight, inTitle }) => [weight, inTitle])).toEqual([
      [14, false],
      [10, false],
    ]);
    const rarity = scores.map(({ words }) => words.map(({ information }) => information));
    expect(new Set(rarity.map((words) => words.join())).size).toBe(1);
    expect(rarity[0]?.[1]).toBeGreaterThan(rarity[0]?.[0] ?? Infinity);
    const byDate = await search('azad mətbuat ', { sort: 'date:desc' });
    expect(byDate.hits.map(({ score }) => score.by)).toEqual(['date', 'date', 'date']);
  });

  it('puts the newer first on a tie, and the undated last', async () => {
    await fill([
      { id: 'undated', body: 'zəfəran' },
      { id: 'old', body: 'zəfəran', date: day(1) },
      { id: 'new', body: 'zəfəran', date: day(9) },
      { id: 'middle', body: 'zəfəran', date: day(5) },
    ]);
    expect(await find('zəfəran ')).toEqual(['new', 'middle', 'old', 'undated']);
  });

  it('keeps twins apart that were written as such, and finds both by plain letters', async () => {
    await fill([
      { id: 'became', body: 'Qalib oldu.' },
      { id: 'died', body: 'Qoca öldü.' },
      { id: 'morning', body: 'Səhər açıldı.' },
      { id: 'city', body: 'Şəhər böyüdü.' },
    ]);
    expect(await find('öldü ')).toEqual(['died']);
    expect(await find('oldu ')).toEqual(['became', 'died']);
    expect(await find('səhər ')).toEqual(['morning']);
    expect((await find('seher ')).sort()).toEqual(['city', 'morning']);
  });

  it('finds a woman by her surname, and by the man’s below him', async () => {
    await fill([
      { id: 'he', body: 'Abbasov gəldi.', date: day(1) },
      { id: 'she', body: 'Abbasova gəldi.', date: day(9) },
    ]);
    expect(await find('Abbasova ')).toEqual(['she']);
    expect(await find('Abbasov ')).toEqual(['he', 'she']);
  });

  it('finds words that others write as one', async () => {
    await fill([{ id: 'one', body: 'Minimum əməkhaqqı artır.' }]);
    expect(await find('əmək haqqı ')).toEqual(['one']);
  });

  it('finds an acronym by its words and words by their acronym', async () => {
    await fill([
      { id: 'words', body: 'Qətnaməni Birləşmiş Millətlər Təşkilatının katibi açıqladı.' },
      { id: 'acronym', body: 'Qətnaməni BMT açıqladı.' },
      { id: 'neither', body: 'Millətlər haqqında kitab.' },
    ]);
    expect(await find('BMT ')).toEqual(['acronym', 'words']);
    expect((await find('Birləşmiş Millətlər Təşkilatı ')).slice(0, 2)).toEqual([
      'words',
      'acronym',
    ]);
  });

  it('finds by author, source, topic and tag', async () => {
    await fill([
      { id: 'author', author: 'Zərifə Quluzadə' },
      { id: 'source', source: 'Zirvə Agentliyi' },
      { id: 'topic', topics: ['idman'] },
      { id: 'tag', tags: ['zoğal'] },
    ]);
    expect(await find('quluzadə ')).toEqual(['author']);
    expect(await find('zirvə ')).toEqual(['source']);
    expect(await find('idman ')).toEqual(['topic']);
    expect(await find('zoğal ')).toEqual(['tag']);
  });
}
