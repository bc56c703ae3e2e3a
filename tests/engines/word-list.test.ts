import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createWordList } from '../../src/engines/word-list.js';

const near = (words: readonly string[], letters: string, others: number) => {
  const list = createWordList(words);
  return list.nearTo(letters, { shortest: 3, longest: 6, others }).map((at) => list.folds[at]);
};

describe('a list of folded words', () => {
  it('gives words of a fitting length that have nearly the same letters', () => {
    const words = ['qatar', 'qa', 'qatarlar', 'qayda', 'kolluq'];
    expect(near(words, 'qatar', 0)).toEqual(['qatar']);
    expect(near(words, 'qatar', 4)).toEqual(['qatar', 'qayda']);
  });

  it('looks at letters alone, not at the mark of a twin', () => {
    expect(near(['yas¨'], 'yas', 0)).toEqual(['yas¨']);
  });

  it('holds each word once', () => {
    expect(createWordList(['ana', 'ata', 'ana']).folds).toEqual(['ana', 'ata']);
  });

  it('gives a word to its own letters, however many there are', () => {
    const word = fc.string({
      unit: fc.constantFrom(...Array.from('abcdefgzш')),
      minLength: 1,
      maxLength: 90,
    });
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 3000 }), (words) => {
        const list = createWordList(words);
        const [first = ''] = words;
        const limits = { shortest: 0, longest: 99, others: 0 };
        expect(list.nearTo(first, limits).map((at) => list.folds[at])).toContain(first);
      }),
    );
  });
});
