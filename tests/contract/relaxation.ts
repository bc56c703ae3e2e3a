import { expect, it } from 'vitest';
import { day, useEngine, type Draft, type MakeEngine } from './test-index.js';

const fruits = (id: string, body: string, number: number): Draft => ({
  id,
  body,
  date: day(number),
});

/** What follows when few documents have every word. */
export function relaxationContract(makeEngine: MakeEngine): void {
  const { fill, find, search } = useEngine(makeEngine);

  it('puts documents with all words before newer ones that lack one', async () => {
    await fill([
      fruits('all', 'Bazarda alma, sonra xeyli başqa şey, axırda armud satılır.', 1),
      { id: 'part', title: 'Armud, armud', body: 'armud armud', date: day(9) },
      fruits('none', 'Bazarda üzüm satılır.', 9),
    ]);
    expect(await find('alma armud ')).toEqual(['all', 'part']);
    expect(await find('alma armud ', { sort: 'date:desc' })).toEqual(['all', 'part']);
  });

  it('keeps a weak match of all words before a strong match of some', async () => {
    await fill([
      fruits('all', 'Almadan və armuddan yazdılar.', 1),
      { id: 'part', title: 'Armud', body: 'armud', date: day(9) },
    ]);
    expect(await find('alma armud ')).toEqual(['all', 'part']);
  });

  it('gives up the least informative word first', async () => {
    await fill([
      ...[1, 2, 3, 4, 5].map((number) => fruits(`common-${number}`, 'alma', 10 - number)),
      fruits('rare', 'heyva', 1),
      fruits('both', 'alma heyva', 0),
    ]);
    expect(await find('alma heyva ')).toEqual([
      'both',
      'rare',
      ...[1, 2, 3, 4, 5].map((number) => `common-${number}`),
    ]);
  });

  it('gives up the verb of a question before a word that says what it is about', async () => {
    await fill([
      ...[1, 2, 3].map((number) => fruits(`heyva-${number}`, 'heyva', number)),
      fruits('said', 'alma heyva', 0),
      fruits('became', 'alma oldu', 9),
    ]);
    expect((await find('alma heyva oldu ')).slice(0, 2)).toEqual(['became', 'said']);
    expect((await find('alma heyva kim oldu ')).slice(0, 2)).toEqual(['said', 'became']);
  });

  it('gives up one word, then two, then the more informative', async () => {
    await fill([
      ...[1, 2, 3, 4, 5, 6].map((number) => fruits(`alma-${number}`, 'alma', number)),
      ...[1, 2].map((number) => fruits(`heyva-${number}`, 'heyva', number)),
      fruits('alma-heyva', 'alma heyva', 0),
      fruits('heyva-zoğal', 'heyva zoğal', 0),
      fruits('alma-zoğal', 'alma zoğal', 0),
    ]);
    const order = await find('alma heyva zoğal ');
    expect(order.slice(0, 3)).toEqual(['heyva-zoğal', 'alma-zoğal', 'alma-heyva']);
    expect(order.slice(3)).toEqual([
      'heyva-2',
      'heyva-1',
      ...[6, 5, 4, 3, 2, 1].map((number) => `alma-${number}`),
    ]);
  });

  it('puts a title that lacks a word before all words scattered over a long body', async () => {
    const between = Array.from({ length: 90 }, (_, at) => `söz${at}`).join(' ');
    await fill([
      { id: 'scattered', body: `alma ${between} armud ${between} heyva`, date: day(9) },
      { id: 'title', title: 'Alma və armud', date: day(1) },
      ...[1, 2, 3].map((number) => fruits(`heyva-${number}`, 'heyva', 1)),
    ]);
    const { hits } = await search('alma armud heyva ');
    expect(hits.slice(0, 2).map(({ article }) => article.id)).toEqual(['title', 'scattered']);
  });

  it('prefers the time of the strongest match where a long query lacks words', async () => {
    const story = 'Nazir paytaxtda yeni körpünün açılışında';
    await fill([
      { id: 'match', title: `${story} iştirak etdi`, date: day(5) },
      { id: 'same day', title: 'Nazir paytaxtda yeni körpüdən keçdi', date: day(5) },
      { id: 'later', title: 'Nazir paytaxtda yeni körpüdən danışdı', date: day(200) },
    ]);
    const order = await find(`${story} iştirak etdi `);
    expect(order).toEqual(['match', 'same day', 'later']);
  });

  it('tells which words a partial match has', async () => {
    await fill([fruits('part', 'armud', 1)]);
    const { hits, total } = await search('alma armud ', { typos: false });
    expect(hits.map(({ layers, phrase }) => ({ layers, phrase }))).toEqual([
      { layers: [undefined, 'exact'], phrase: false },
    ]);
    expect(total).toBe(1);
  });

  it('leaves partial matches out when a page is full without them', async () => {
    await fill([
      ...Array.from({ length: 30 }, (_, at) => fruits(`full-${at}`, 'alma armud', 1)),
      fruits('part', 'alma', 9),
    ]);
    const { hits, total } = await search('alma armud ', { limit: 100 });
    expect(total).toBe(30);
    expect(hits.every(({ layers }) => layers.every((layer) => layer === 'exact'))).toBe(true);
  });

  it('never gives up a quoted phrase', async () => {
    await fill([
      fruits('phrase', 'qırmızı alma', 1),
      fruits('other', 'heyva və alma', 9),
      fruits('apart', 'alma qırmızı heyva', 9),
    ]);
    expect(await find('"qırmızı alma" heyva')).toEqual(['phrase']);
  });

  it('drops stop words when other words are left', async () => {
    await fill([fruits('with', 'alma və armud', 1), fruits('without', 'alma armud', 2)]);
    expect((await search('alma və armud ')).total).toBe(2);
  });
}
