import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { VALUE_ATTRIBUTES, type Filter } from '../../../indexer/filter.js';
import { FilterSyntaxError } from '../../../src/search/filter/error.js';
import { parseFilter } from '../../../src/search/filter/parse.js';
import { quoteValue } from '../../../src/search/filter/quote.js';
import { writeFilter } from './write-filter.js';
import { names, plainNames } from './names.js';

const value = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 50 }),
  fc.string({ unit: fc.constantFrom('"', "'", '\\', ' ', '\n', ')', 'ə', '\ud800') }),
);

describe('any value, quoted', () => {
  it.each(['id', 'source', 'lang'])('comes back as %s', (attribute) => {
    fc.assert(
      fc.property(value, (text) => {
        const filter = parseFilter(`${attribute} = ${quoteValue(text)} AND id EXISTS`, plainNames);
        expect(filter).toEqual({ all: [{ attribute, in: [text] }, { exists: 'id' }] });
      }),
    );
  });
});

const part = fc.constantFrom(
  ...['id', 'topic', 'author', 'date', 'year', 'month', '=', '!=', '>', '<=', 'IN', 'NOT', 'AND'],
  ...[
    'OR',
    'TO',
    'EXISTS',
    '(',
    ')',
    '[',
    ']',
    ',',
    'az',
    '2025',
    '2025-10-23',
    '"a b"',
    "'",
    '\\',
  ],
);

describe('any text', () => {
  it.each([
    ['of any characters', fc.string({ unit: 'binary', maxLength: 300 })],
    ['of parts of the language', fc.array(part, { maxLength: 30 }).map((parts) => parts.join(' '))],
  ])('%s is read or refused with a place in it', (_, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        try {
          parseFilter(text, names);
        } catch (error) {
          if (!(error instanceof FilterSyntaxError)) throw error;
          expect(error.position).toBeGreaterThanOrEqual(0);
          expect(error.position).toBeLessThanOrEqual(text.length);
          expect(error.expected).not.toBe('');
        }
      }),
      { numRuns: 1000 },
    );
  });
});

const seconds = fc.integer({ min: -2_000_000_000, max: 4_000_000_000 });
const values = fc.uniqueArray(fc.string({ maxLength: 8 }), { maxLength: 4 });
const condition: fc.Arbitrary<Filter> = fc.oneof(
  fc.record({ attribute: fc.constantFrom(...VALUE_ATTRIBUTES), in: values }),
  fc.record({ exists: fc.constantFrom(...VALUE_ATTRIBUTES, 'date' as const) }),
  seconds.map((from) => ({ from })),
  seconds.map((to) => ({ to })),
  fc
    .tuple(seconds, seconds)
    .map(([one, other]) => ({ from: Math.min(one, other), to: Math.max(one, other) })),
);
const several = (filters: fc.Arbitrary<Filter>) =>
  fc.array(filters, { minLength: 2, maxLength: 3 });
const tree = (depth: number): fc.Arbitrary<Filter> => {
  if (depth === 0) return condition;
  const inside = tree(depth - 1);
  const all = several(inside).map((filters) => ({ all: filters }));
  const any = several(inside).map((filters) => ({ any: filters }));
  return fc.oneof(
    condition,
    all,
    any,
    inside.map((filter) => ({ not: filter })),
  );
};

describe('a filter, written', () => {
  it('reads back as itself', () => {
    fc.assert(
      fc.property(tree(2), (filter) => {
        expect(parseFilter(writeFilter(filter), plainNames)).toEqual(filter);
      }),
    );
  });

  it.each<[Filter, string]>([
    [{ all: [] }, 'id EXISTS'],
    [{ any: [] }, 'id NOT EXISTS'],
    [{ not: { any: [] } }, 'NOT (id NOT EXISTS)'],
    [{}, 'date EXISTS'],
    [{ from: 2, to: 1 }, 'id NOT EXISTS'],
  ])('has words for %j', (filter, text) => {
    expect(writeFilter(filter)).toBe(text);
    expect(() => parseFilter(text, plainNames)).not.toThrow();
  });
});
