import { expect, it } from 'vitest';
import { authorId } from '../../indexer/document.js';
import type { Filters } from '../../indexer/engine.js';
import { analyzer, day, useEngine, type Draft, type MakeEngine } from './test-index.js';

const DRAFTS: readonly Draft[] = [
  { id: 'a', topics: ['siyaset'], author: 'Müşfiq Səfərov', source: 'Şərq', date: day(1) },
  { id: 'b', topics: ['siyaset', 'idman'], author: 'Мушфиг Сафаров', source: 'Qərb', date: day(2) },
  { id: 'c', topics: ['idman'], author: 'Leyla Quliyeva', source: 'Şərq', date: day(3) },
  { id: 'd', topics: [], author: 'Leyla Quliyeva', date: day(4) },
  { id: 'e', topics: ['siyaset'], lang: 'ru' },
];

const safarov = authorId('Müşfiq Səfərov', analyzer);
const quliyeva = authorId('Leyla Quliyeva', analyzer);
const at = (number: number, seconds = 0) => Date.parse(day(number)) / 1000 + seconds;

const TABLE: readonly (readonly [string, Filters, readonly string[]])[] = [
  ['none', {}, ['a', 'b', 'c', 'd', 'e']],
  ['a topic', { topic: ['siyaset'] }, ['a', 'b', 'e']],
  ['either of two topics', { topic: ['siyaset', 'idman'] }, ['a', 'b', 'c', 'e']],
  ['an author in any spelling', { author: [safarov] }, ['a', 'b']],
  ['either of two authors', { author: [safarov, quliyeva] }, ['a', 'b', 'c', 'd']],
  ['a source', { source: ['Şərq'] }, ['a', 'c']],
  ['a source in other letters', { source: ['şərq', 'Serq', 'Şər'] }, []],
  ['topic and source', { topic: ['idman'], source: ['Şərq'] }, ['c']],
  ['topic, author and source', { topic: ['idman'], author: [safarov], source: ['Qərb'] }, ['b']],
  ['a language', { lang: ['ru'] }, ['e']],
  ['either of two languages', { lang: ['ru', 'az'] }, ['a', 'b', 'c', 'd', 'e']],
  ['a language and a topic', { lang: ['az'], topic: ['siyaset'] }, ['a', 'b']],
  ['an unknown value', { topic: ['elm'] }, []],
  ['an unknown and a known value', { source: ['Cənub', 'Qərb'] }, ['b']],
  ['a first date, inclusive', { from: at(3) }, ['c', 'd']],
  ['just after a date', { from: at(3, 1) }, ['d']],
  ['a last date, inclusive', { to: at(2) }, ['a', 'b']],
  ['just before a date', { to: at(2, -1) }, ['a']],
  ['one second', { from: at(2), to: at(2) }, ['b']],
  ['a time without documents', { from: at(2, 1), to: at(3, -1) }, []],
  ['a date and a topic', { from: at(2), topic: ['siyaset'] }, ['b']],
];

/** OR within a filter, AND between filters, whole values only. */
export function filtersContract(makeEngine: MakeEngine): void {
  const { fill, find, search } = useEngine(makeEngine);

  it.each(TABLE)('%s', async (_, filters, expected) => {
    await fill(DRAFTS);
    expect((await find('', { filters })).sort()).toEqual(expected);
    expect((await search('', { filters, limit: 1 })).total).toBe(expected.length);
  });

  it('filters what a query has found', async () => {
    await fill(DRAFTS.map((draft) => ({ ...draft, body: draft.id === 'b' ? 'üzüm' : 'alma' })));
    expect((await find('alma', { filters: { topic: ['siyaset'] } })).sort()).toEqual(['a', 'e']);
  });

  it('gives each hit its author id', async () => {
    await fill(DRAFTS);
    const { hits } = await search('', { filters: { topic: ['siyaset'] } });
    const authors = new Map(hits.map((hit) => [hit.article.id, hit.authorId]));
    expect([authors.get('a'), authors.get('b'), authors.get('e')]).toEqual([
      safarov,
      safarov,
      undefined,
    ]);
  });
}
