import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAcronym, isCapitalised, lowerAz } from '../../indexer/language/casing.js';
import { anyText } from './any-text.js';

describe('lowerAz', () => {
  it.each([
    ['', ''],
    ['İSTİQLAL', 'istiqlal'],
    ['IŞIQ', 'ışıq'],
    ['ƏLİYEV', 'əliyev'],
    ['Şuşa', 'şuşa'],
    ['ÖÜĞÇ', 'öüğç'],
    ['ӘЛИЈЕВ', 'әлијев'],
    ['COP29', 'cop29'],
    ['artıq kiçik', 'artıq kiçik'],
    ['\u{1D49C}👍', '\u{1D49C}👍'],
  ])('%s → %s', (text, lower) => {
    expect(lowerAz(text)).toBe(lower);
  });

  it('keeps the length in UTF-16 units and is idempotent', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const lower = lowerAz(text);
        expect(lower).toHaveLength(text.length);
        expect(lowerAz(lower)).toBe(lower);
      }),
    );
  });
});

describe('isCapitalised', () => {
  it.each([
    ['Şuşa', true],
    ['İlham', true],
    ['I', true],
    ['Әлијев', true],
    ['COP29', true],
    ['şuşa', false],
    ['ılıq', false],
    ['29', false],
    ['صوت', false],
    ['', false],
    ['\uD83D', false],
  ])('%s: %s', (word, capitalised) => {
    expect(isCapitalised(word)).toBe(capitalised);
  });
});

describe('isAcronym', () => {
  it.each([
    ['BMT', true],
    ['ATƏT', true],
    ['COP29', true],
    ['МДБ', true],
    ['A', false],
    ['Bakı', false],
    ['bmt', false],
    ['29', false],
    ['TDTnin', false],
    ['', false],
  ])('%s: %s', (word, acronym) => {
    expect(isAcronym(word)).toBe(acronym);
  });
});
