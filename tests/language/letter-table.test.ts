import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lowerAz } from '../../indexer/language/casing.js';
import { isWithinTable, mapLetters, tabulateLetters } from '../../indexer/language/letter-table.js';
import { anyText } from './any-text.js';

const capitals = tabulateLetters((letter) => (letter === 'ə' ? 'Ə' : letter));

describe('mapLetters', () => {
  it.each([
    ['letters of the table', 'əkdə', 'ƏkdƏ'],
    ['nothing to change', 'bu', 'bu'],
    ['no letters', '', ''],
    ['a letter beyond the table', 'əш', undefined],
    ['what is too long for a word', 'ə'.repeat(1000), undefined],
  ])('%s', (_, word, expected) => {
    expect(mapLetters(word, capitals)).toBe(expected);
  });
});

describe('isWithinTable', () => {
  it.each([
    ['Bakı', true],
    ['', true],
    ['Баку', false],
    ['باکی', false],
    ['aш', false],
  ])('%s: %s', (word, expected) => {
    expect(isWithinTable(word)).toBe(expected);
  });
});

it('small letters are the same by the table and without it', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const expected = text.replaceAll('İ', 'i').replaceAll('I', 'ı').toLowerCase();
      expect(lowerAz(text)).toBe(expected);
    }),
  );
});
