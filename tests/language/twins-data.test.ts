import { describe, expect, it } from 'vitest';
import { readConfig } from '../../indexer/config.js';
import { fold } from '../../indexer/language/fold.js';
import { TwinWords } from '../../indexer/language/twins.js';

const { groups } = readConfig('twins', TwinWords);

const INFINITIVE = /m[aə][qk]$/;

/** Whether the word, or the stem of the verb, is written the same when typed without diacritics. */
const plain = (lemma: string): boolean => /^[a-z]+$/.test(lemma.replace(INFINITIVE, ''));

describe('config/twins.json', () => {
  it('has groups of two to four words in small Azerbaijani letters', () => {
    const small = /^[abcçdeəfgğhxıijkqlmnoöprsştuüvyz]+$/;
    const wrong = (group: string[]) =>
      group.length < 2 || group.length > 4 || !group.every((word) => small.test(word));
    expect(groups.filter(wrong)).toEqual([]);
  });

  it('has no word twice', () => {
    const words = groups.flat();
    expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([]);
  });

  it('has words whose roots are the same without diacritics, and not the same with them', () => {
    const root = (lemma: string) => lemma.replace(INFINITIVE, '');
    const wrong = groups.filter(
      (group) =>
        new Set(group.map((lemma) => fold(root(lemma)))).size !== 1 ||
        new Set(group.map(root)).size < 2,
    );
    expect(wrong).toEqual([]);
  });

  it('begins with a word of plain letters where the group has one', () => {
    const wrong = groups.filter(([first = '', ...rest]) => !plain(first) && rest.some(plain));
    expect(wrong).toEqual([]);
  });
});
