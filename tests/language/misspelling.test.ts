import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../indexer/config.js';
import { createMisspelling, MisspellingCosts } from '../../indexer/language/misspelling.js';

const costs = readConfig('misspelling', MisspellingCosts);
const misspelling = createMisspelling(costs);
const cost = (typed: string, meant: string, most = 9) => misspelling(typed)(meant, most);

/** What the rows of a list that hold these letters cost. */
const rewriting = (typed: string, meant: string) =>
  costs.rewritten.find(({ pairs }) => pairs.some(([a, b]) => a === typed && b === meant))?.cost;
const leftOut = (letters: string, beside: { after?: string; before?: string }) =>
  costs.leftOut.find(
    (row) => row.letters === letters && row.after === beside.after && row.before === beside.before,
  )?.cost;

const VOWELS = 'aeiou';

describe('the cost of reading a word as another', () => {
  it.each([
    ['nothing, of itself', 'qatar', 'qatar', 0],
    ['a vowel left out', 'qtar', 'qatar', leftOut('aeou', {})],
    ['a narrow vowel left out', 'qpi', 'qipi', leftOut('iu', {})],
    ['one of two vowels', 'manim', 'mainim', leftOut(VOWELS, { after: VOWELS })],
    ['the y between vowels', 'baat', 'bayat', leftOut('y', { after: VOWELS, before: VOWELS })],
    ['the h that is not heard', 'qarman', 'qahrman', leftOut('h', { after: VOWELS })],
    ['a consonant left out', 'qaar', 'qatar', costs.missing],
    ['the r that is not spoken', 'uzundu', 'uzundur', leftOut('r', { after: 'iu', before: '$' })],
    ['a letter drawn out', 'durr', 'dur', costs.doubled],
    ['drawn out for long', 'durrrr', 'dur', costs.doubled + 2 * costs.drawnOut],
    ['one letter for two', 'adim', 'addim', costs.doubled],
    ['neighbours swapped', 'qatra', 'qatar', costs.swapped],
    ['w for ş', 'qaw', 'qas', costs.confused[0]?.cost],
    ['two letters for one', 'qash', 'qas', rewriting('sh', 's')],
    ['consonants as spoken', 'yaddi', 'yatdi', rewriting('dd', 'td')],
    ['a vowel before y', 'durmiyan', 'durmayan', rewriting('miy', 'may')],
    ['a person as spoken', 'duracam', 'duracagam', rewriting('cam', 'cagam')],
    ['with what', 'qatarnan', 'qatarla', rewriting('nan', 'la')],
    ['your', 'qatariva', 'qatarina', rewriting('iva', 'ina')],
    ['soft at the end', 'otag', 'otaq', rewriting('g', 'q')],
    ['a particle', 'durdue', 'durdu', rewriting('e', '')],
    ['a Turkish form', 'duruyor', 'durur', rewriting('uyor', 'ur')],
    ['the first letter', 'matar', 'qatar', costs.changed + costs.inFirst],
    ['the first letter, confused', 'xatar', 'qatar', 0.55 + costs.confusedInFirst],
  ])('%s: %s, %s', (_, typed, meant, expected) => {
    expect(cost(typed, meant)).toBeCloseTo(expected ?? NaN);
  });

  it('lets an ending be written otherwise at the end alone, and never as the whole word', () => {
    expect(cost('qatarnanla', 'qatarlala')).toBeGreaterThan(rewriting('nan', 'la') ?? NaN);
    expect(cost('g', 'q')).toBeGreaterThan(rewriting('g', 'q') ?? NaN);
  });

  it('is small for likely errors and great for others', () => {
    expect(cost('memmed', 'mammad')).toBeLessThan(cost('memmed', 'mumkun'));
    expect(cost('dost', 'tost')).toBeLessThan(cost('dost', 'most'));
  });

  it('is Infinity above the most', () => {
    expect(cost('alma', 'armud', 1)).toBe(Infinity);
  });

  const word = fc.string({ unit: fc.constantFrom('a', 'd', 't', 'n', 'ш', '語'), maxLength: 8 });

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
