import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../indexer/config.js';
import { createMisspelling, MisspellingCosts } from '../../indexer/language/misspelling.js';

const costs = readConfig('misspelling', MisspellingCosts);
const misspelling = createMisspelling(costs);
const cost = (typed: string, meant: string, most = 9) => misspelling(typed)(meant, most);

describe('the cost of reading a word as another', () => {
  it.each([
    ['nothing, of itself', 'seher', 'seher', 0],
    ['a letter left out', 'ktab', 'kitab', costs.missingVowel],
    ['a consonant left out', 'kiab', 'kitab', costs.missing],
    ['the r that is not spoken', 'lazimdi', 'lazimdir', costs.missingFinalR],
    ['a letter drawn out', 'coxx', 'cox', costs.doubled],
    ['drawn out for long', 'coxxxx', 'cox', 3 * costs.doubled],
    ['one letter for two', 'hakinda', 'hakkinda', costs.doubled],
    ['neighbours swapped', 'sehre', 'seher', costs.swapped],
    ['w for ş', 'bawqa', 'basqa', 0.15],
    ['two letters for one', 'bashqa', 'basqa', costs.digraph],
    ['the first letter', 'xeher', 'beher', costs.changed + costs.inFirst],
  ])('%s: %s, %s', (_, typed, meant, expected) => {
    expect(cost(typed, meant)).toBeCloseTo(expected);
  });

  it('is small for likely errors and great for others', () => {
    expect(cost('memmed', 'mammad')).toBeLessThan(cost('memmed', 'mumkun'));
    expect(cost('dost', 'tost')).toBeLessThan(cost('dost', 'most'));
  });

  it('is Infinity above the most', () => {
    expect(cost('alma', 'armud', 1)).toBe(Infinity);
  });

  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'ш', '語'), maxLength: 8 });

  it('is 0 between equals alone, whatever the letters', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(cost(a, b) === 0).toBe(a === b);
      }),
    );
  });

  it('is the same up to the most, whatever the most is', () => {
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 3 }), (a, b, most) => {
        const whole = cost(a, b, 99);
        const bounded = cost(a, b, most);
        expect(bounded > most).toBe(whole > most);
        if (whole <= most) expect(bounded).toBe(whole);
      }),
    );
  });
});
