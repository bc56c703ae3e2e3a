import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { SearchDocument } from '../../indexer/document.js';
import { makeDocument, useEngine, type MakeEngine } from './test-index.js';

/** Values that differ little, and mean something to SQL, FTS5, JSON, C or a filter language. */
const VALUES = [
  'a',
  'A',
  'a ',
  "a'",
  'a"',
  'a\\',
  'a\\"',
  'a\0',
  'a\0b',
  'a\ud800',
  'a\udfff',
  'a\ufffd',
  'a🙂',
  'a*',
  'a%',
  'a_',
  "' OR '1'='1",
  "'; DROP TABLE docs; --",
  'a" OR source = "b',
  'title_fold : a',
  'NEAR(a b)',
  '["a"]',
  'null',
  '0',
  '\u0301',
  'é',
  'e\u0301',
  '__proto__',
  'constructor',
];

const SYNTAX = [
  ...['"', "'", '*', '^', '+', '-', '(', ')', '{', '}', ':', ';', ',', '\\', '\0', '%', '_', '--'],
  ...['AND', 'OR', 'NOT', 'NEAR(', 'NEAR/2', 'NULL', 'title_fold', 'rowid', 'fts', 'rank'],
  ...['DROP TABLE docs;', "' OR 1=1 --", '{title_fold} :', '/*', 'alma', 'ə', 'İ', 'ш', 'ア', '🙂'],
];

const isValue = (text: string) => text !== '';

const syntaxText = fc
  .array(fc.tuple(fc.constantFrom(...SYNTAX), fc.constantFrom('', ' ')), { maxLength: 12 })
  .map((pieces) => pieces.flat().join(''));

/** Any sequence of UTF-16 units: lone surrogates and control characters too. */
const anyText = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 })
  .map((units) => String.fromCharCode(...units));

/** A document with the value wherever filters look. */
const documentOf = (id: string, value: string): SearchDocument => ({
  ...makeDocument({ id, source: value, body: 'alma' }),
  authorId: value,
  topics: [{ id: value, name: value }],
});

/** Nothing that is typed is ever syntax. */
export function hostileInputContract(makeEngine: MakeEngine): void {
  const { engine, fill, find, search } = useEngine(makeEngine);
  const filtersOf = (value: string) => [
    { source: [value] },
    { author: [value] },
    { topic: [value] },
  ];

  it('filters by exactly the value that is asked for', async () => {
    await fill([]);
    await engine().upsert(VALUES.map((value, at) => documentOf(`${at}`, value)));
    for (const [at, value] of VALUES.entries()) {
      for (const filters of filtersOf(value)) {
        expect([value, await find('alma', { filters })]).toEqual([value, [`${at}`]]);
      }
    }
  });

  it('counts hostile values apart, as they were written', async () => {
    await fill([]);
    await engine().upsert(VALUES.map((value, at) => documentOf(`${at}`, value)));
    const { facets } = await search('', { facets: ['source', 'topic', 'author'] });
    for (const values of [facets.source, facets.topic, facets.author]) {
      expect(values?.map(({ value }) => value).sort()).toEqual([...VALUES].sort());
      expect(values?.every(({ count }) => count === 1)).toBe(true);
    }
  });

  it('keeps documents with hostile ids apart', async () => {
    await fill(VALUES.map((id) => ({ id, body: 'alma' })));
    expect((await search('alma')).total).toBe(VALUES.length);
    for (const id of VALUES) expect((await engine().get(id))?.id).toBe(id);
    expect(await engine().remove(['a\0', 'a\ud800'])).toBe(2);
    expect((await engine().get('a'))?.id).toBe('a');
    expect(await engine().get('a\0')).toBeUndefined();
    expect((await search('alma')).total).toBe(VALUES.length - 2);
  });

  it('gives hostile text back as it was given', async () => {
    const text = VALUES.join(' ');
    await fill([{ id: 'a', title: text, body: text, author: text, tags: [text] }]);
    expect(await engine().get('a')).toMatchObject({ title: text, body: text, author: text });
  });

  it('answers any query, and changes nothing by it', async () => {
    await fill([{ id: 'a', body: 'alma' }]);
    await fc.assert(
      fc.asyncProperty(fc.oneof(syntaxText, anyText), async (typed) => {
        const { total, hits } = await search(typed, { facets: ['topic'] });
        expect(hits).toHaveLength(total);
      }),
      { numRuns: 150 },
    );
    expect(await find('alma')).toEqual(['a']);
  });

  it('takes any value of a filter as that value', async () => {
    await fill([{ id: 'other', source: 'başqa', body: 'alma' }]);
    await fc.assert(
      fc.asyncProperty(fc.oneof(syntaxText, anyText).filter(isValue), async (value) => {
        await engine().upsert([documentOf('a', value)]);
        for (const filters of filtersOf(value)) {
          expect(await find('', { filters })).toEqual(['a']);
        }
        expect(await find('', { filters: { source: [`${value}.`] } })).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });
}
