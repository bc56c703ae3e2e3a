import { describe, expect, it } from 'vitest';
import { readConfig } from '../../indexer/config.js';
import { MisspellingCosts } from '../../indexer/language/misspelling.js';
import { loadEngineSettings } from '../../src/engines/settings.js';
import { createSpellings } from '../../src/engines/spellings.js';

const costs = readConfig('misspelling', MisspellingCosts);
const { typos } = loadEngineSettings();
const spellingsOf = createSpellings(costs, typos);
const lettersOf = (typed: string) => spellingsOf(typed).map(({ letters }) => letters);

describe('the spellings of a typed word', () => {
  it.each([
    ['an ordinary word is what it is', 'qatar', ['qatar']],
    ['laughter is cut off', 'anahshshs', ['anahshshs', 'ana', 'anah']],
    [
      'with the consonant that the word may end in',
      'bazardhsjdh',
      ['bazardhsjdh', 'baza', 'bazar'],
    ],
    ['three consonants are no laughter', 'palds', ['palds']],
    ['letters of another alphabet are read as what they look like', 'ᴋᴏʀᴘᴜ', ['korpu']],
  ])('%s: %s', (_, typed, expected) => {
    expect(lettersOf(typed)).toEqual(expected);
  });

  it('lets a word without its laughter cost more than as typed', () => {
    const [typed, ...others] = spellingsOf('anahshshs');
    expect(typed?.cost).toBe(0);
    for (const { cost } of others) expect(cost).toBe(costs.laughter.cost);
  });

  it('allows what is drawn out no other errors', () => {
    const most = (typed: string) => spellingsOf(typed)[0]?.sure ?? 0;
    expect(most('qa')).toBe(0);
    expect(most('qaa')).toBeCloseTo(costs.doubled);
    expect(most('qaaaa')).toBeCloseTo(costs.doubled + 2 * costs.drawnOut);
    expect(most('qatarrr')).toBeCloseTo(most('qatar') + costs.doubled + costs.drawnOut);
  });

  it('proposes words of two letters, but never searches for them', () => {
    expect(spellingsOf('qa')[0]).toMatchObject({ sure: 0, most: typos.farCost });
    expect(spellingsOf('q')[0]).toMatchObject({ sure: 0, most: 0 });
  });
});
