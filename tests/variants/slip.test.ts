import { describe, expect, it } from 'vitest';
import { differenceOf, dropOne, isEnding, isOneSlip } from '../../indexer/variants/slip.js';

describe('isOneSlip', () => {
  it.each([
    ['gimnaziya', 'gimnaizya', true],
    ['sagird', 'sagid', true],
    ['barel', 'barrel', true],
    ['kend', 'kenf', true],
    ['araqci', 'eraqci', true],
    ['kend', 'kend', false],
    ['kamal', 'kamran', false],
    ['abcd', 'badc', false],
    ['', 'ab', false],
  ])('%s, %s: %s', (a, b, expected) => {
    expect(isOneSlip(a, b)).toBe(expected);
    expect(isOneSlip(b, a)).toBe(expected);
  });

  it('holds only for words that share what is left when a letter is dropped', () => {
    const near = (a: string, b: string) => dropOne(a).some((rest) => dropOne(b).includes(rest));
    for (const [a, b] of [
      ['gimnaziya', 'gimnaizya'],
      ['sagird', 'sagid'],
      ['kend', 'kenf'],
    ] as const)
      expect(near(a, b)).toBe(true);
    expect(near('kamal', 'kamran')).toBe(false);
  });
});

it('tells endings from doubled letters', () => {
  expect(isEnding('eliyev', 'eliyeva')).toBe(true);
  expect(isEnding('eliyeva', 'eliyev')).toBe(true);
  expect(isEnding('skot', 'skott')).toBe(false);
  expect(isEnding('skot', 'skat')).toBe(false);
});

it('names the difference of two words the same in either order', () => {
  expect(differenceOf('kerimov', 'kerimli')).toBe('li/ov');
  expect(differenceOf('kerimli', 'kerimov')).toBe('li/ov');
});
