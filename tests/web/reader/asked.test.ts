import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addressOf, type Asked } from '../../../src/web/reader/address.js';
import { AskedQuery } from '../../../src/web/reader/asked.js';

const NOTHING = {
  q: '',
  topic: [],
  author: [],
  source: [],
  from: '',
  to: '',
  sort: 'relevance',
  page: 1,
  hl: 'az',
};

/** What the service reads out of an address. */
function read(address: string): Asked {
  const given = new Map<string, string | string[]>();
  for (const [name, value] of new URL(address, 'http://x').searchParams) {
    const known = given.get(name);
    given.set(name, known === undefined ? value : [...[known].flat(), value]);
  }
  return AskedQuery.parse(Object.fromEntries(given));
}

it('reads an empty address as nothing asked', () => {
  expect(AskedQuery.parse({})).toEqual(NOTHING);
});

it.each([
  { page: '0' },
  { page: '-1' },
  { page: '1e3' },
  { page: ['1', '2'] },
  { from: 'tomorrow' },
  { from: '2025-02-30' },
  { sort: 'best' },
  { hl: 'tr' },
  { q: { a: 'b' } },
  { topic: { a: 'b' } },
  { topic: 'x'.repeat(201) },
  { utm_source: 'mail', fbclid: 'x' },
])('takes %j for absent', (given) => {
  expect(AskedQuery.parse(given)).toEqual(NOTHING);
});

it('takes a range that ends before it begins as one without an end', () => {
  const { from, to } = AskedQuery.parse({ from: '2025-02-01', to: '2025-01-01' });
  expect([from, to]).toEqual(['2025-02-01', '']);
});

it('cuts a query that is too long for the search', () => {
  expect(AskedQuery.parse({ q: 'a'.repeat(9000) }).q).toHaveLength(512);
});

it('reads back each address that it writes', () => {
  const name = fc.string({ minLength: 1, maxLength: 30, unit: 'binary' });
  const list = fc.uniqueArray(name, { maxLength: 4 });
  const asked: fc.Arbitrary<Asked> = fc.record({
    q: fc.string({ maxLength: 40 }).filter((q) => q === '' || q.trim() !== ''),
    topic: list,
    author: list,
    source: list,
    from: fc.constantFrom('', '2020-02-29'),
    to: fc.constantFrom('', '2021-01-31'),
    sort: fc.constantFrom('relevance', 'date:desc', 'date:asc'),
    page: fc.integer({ min: 1, max: 500 }),
    hl: fc.constantFrom('az', 'en'),
  });
  fc.assert(
    fc.property(asked, (state) => {
      expect(read(addressOf(state))).toEqual(state);
    }),
  );
});
