import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lowerAz } from '../../indexer/language/casing.js';
import { fold } from '../../indexer/language/fold.js';
import { anyText } from './any-text.js';

describe('fold', () => {
  it.each([
    ['', ''],
    ['baki', 'baki'],
    ['şəhər', 'seher'],
    ['əliyevə', 'eliyeve'],
    ['öldü', 'oldu'],
    ['ağacı', 'agaci'],
    ['kâğız', 'kagiz'],
    ['erdoğan', 'erdogan'],
    ['ș', 's'],
    ['josé muñoz', 'jose munoz'],
    ['łódź', 'lodz'],
    ['straße', 'straße'],
    ['токаев', 'токаев'],
    ['cop29', 'cop29'],
    ['👍', '👍'],
  ])('%s → %s', (lower, folded) => {
    expect(fold(lower)).toBe(folded);
  });

  it.each([
    ['əliyevə', 'əliyeva'],
    ['həkim', 'hakim'],
  ])('keeps %s and %s apart', (one, other) => {
    expect(fold(one)).not.toBe(fold(other));
  });

  it('makes ASCII of every lower-case Azerbaijani letter', () => {
    expect(fold(lowerAz('ABCÇDEƏFGĞHXIİJKQLMNOÖPRSŞTUÜVYZ'))).toMatch(/^[a-z]{32}$/);
  });

  it('keeps the length in UTF-16 units and is idempotent', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const folded = fold(text);
        expect(folded).toHaveLength(text.length);
        expect(fold(folded)).toBe(folded);
      }),
    );
  });
});
