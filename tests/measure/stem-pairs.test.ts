import { describe, expect, it } from 'vitest';
import { countMeetings, countPairs, mixedKeys, partedLemmas } from './stem-pairs.js';

const LEMMAS = new Map([
  ['evin', ['ev']],
  ['evə', ['ev']],
  ['evlər', ['ev']],
  ['əvəz', ['əvəz']],
]);
const firstTwo = (form: string) => [form.slice(0, 2)];
const lastLetter = (form: string) => [form.slice(-1)];

describe('pairs of forms', () => {
  it('are all right where the keys are the lemmas', () => {
    expect(countPairs(LEMMAS, firstTwo)).toEqual({ gold: 3, joined: 3, right: 3 });
    expect(partedLemmas(LEMMAS, firstTwo)).toEqual([]);
    expect(mixedKeys(LEMMAS, firstTwo)).toEqual([]);
  });

  it('are counted once, however many keys two forms share', () => {
    const twice = (form: string) => [...firstTwo(form), form.slice(0, 1)];
    expect(countPairs(LEMMAS, twice)).toEqual({ gold: 3, joined: 3, right: 3 });
  });

  it('are counted both ways where what is asked for differs from what is found', () => {
    const nothing = () => [];
    expect(countMeetings(LEMMAS, firstTwo, firstTwo)).toEqual({ gold: 6, joined: 6, right: 6 });
    expect(countMeetings(LEMMAS, nothing, firstTwo)).toEqual({ gold: 6, joined: 0, right: 0 });
    expect(countMeetings(LEMMAS, lastLetter, firstTwo)).toEqual({ gold: 6, joined: 0, right: 0 });
  });

  it('fall apart by keys', () => {
    const [parted] = partedLemmas(LEMMAS, lastLetter);
    expect(parted).toMatchObject({ name: 'ev', pairs: 3 });
    expect([...(parted?.parts.keys() ?? [])]).toEqual(['n', 'ə', 'r']);
  });

  it('are wrongly joined by a key of several lemmas, the worst first', () => {
    const key = (form: string) => [form.startsWith('evl') || form === 'əvəz' ? 'x' : 'y', 'z'];
    expect(mixedKeys(LEMMAS, key)).toMatchObject([
      { name: 'z', pairs: 3 },
      { name: 'x', pairs: 1 },
    ]);
  });
});
