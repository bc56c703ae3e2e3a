import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAnalyzer } from '../../indexer/language/analyzer.js';
import { createStemmer } from '../../indexer/language/stem/stemmer.js';
import { createTwins } from '../../indexer/language/twins.js';
import { analyseForm } from '../../indexer/language/word.js';

/** No listed words: what is tested are the endings, whatever the lists say of a name. */
const listless = createStemmer({
  provenance: '',
  protected: [{ reason: 'for the tests', words: ['putin', 'sevda'] }],
  ambiguous: [],
  shortNouns: [],
  vowelDropping: [],
  irregular: {},
  verbRoots: [],
  softeningRoots: [],
});
const noTwins = createTwins({ provenance: '', groups: [] }, listless);
const keysOf = (word: string) => analyseForm(word, { stemmer: listless, twins: noTwins }).keys;
const meet = (a: string, b: string) => keysOf(a).some((key) => keysOf(b).includes(key));

describe('keys of a word', () => {
  it.each([
    ['mourinyonun', ['mourinyo']],
    ['niqmatulinin', ['niqmatulin', 'niqmatuli', 'нигматулин']],
    ['şuşada', ['şuşa', 'shusha', 'шуша']],
    ['şuşaya', ['shusha']],
    ['şuşanı', ['shusha']],
    ['şuşadakı', ['shusha']],
    ['şuşayla', ['shusha']],
    ['almatıdan', ['almatı', 'almaty', 'алматы']],
    ['almatıya', ['almaty']],
    ['puşkinin', ['pushkin', 'пушкин']],
    ['puşkindən', ['pushkin']],
    ['puşkindir', ['pushkin']],
    ['köçəryanla', ['kocharyan', 'кочарян']],
    ['lukaşenkonun', ['lukashenko', 'лукашенко']],
    ['qaradağın', ['karadag', 'qaradağ']],
    ['gədəbəyin', ['gadabay', 'гедабек']],
    ['dostoyevskinin', ['dostoevsky', 'достоевский']],
    ['ермәнистандан', ['ermənistan']],
    ['əliyevlər', ['aliyev', 'алиев']],
  ])('%s meets %s', (form, names) => {
    expect(names.filter((name) => !meet(form, name))).toEqual([]);
  });

  it('keys the rest of several endings', () => {
    expect(meet('şuşalılardan', 'şuşalı')).toBe(true);
  });

  it('stops at a listed word', () => {
    expect(keysOf('putinin')).toEqual(expect.arrayContaining(['PUTIN']));
    expect(keysOf('putinin')).not.toContain('PUTI');
    expect(keysOf('sevda')).toHaveLength(1);
  });

  it('has no short key of a rest, which may be no word', () => {
    expect(keysOf('fonda').filter((key) => key.length < 4)).toEqual([]);
    expect(keysOf('xan')).toEqual(['HAN']);
  });

  it('has each key once', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...Array.from('adəilnrşu')), maxLength: 14 }),
        (word) => {
          expect(new Set(keysOf(word)).size).toBe(keysOf(word).length);
        },
      ),
    );
  });
});

describe('names that an ending would join', () => {
  // A stem may join them (it takes a dative off); the names that endings lead to must not.
  it.each([
    ['samirə', 'samir'],
    ['rəşidə', 'rəşid'],
    ['kamilə', 'kamil'],
    ['ruslana', 'ruslan'],
    ['valentina', 'valentin'],
    ['məmmədova', 'məmmədov'],
    ['əliyeva', 'əliyev'],
    ['nuriyə', 'nuri'],
    ['səfiyə', 'səfi'],
    ['mariya', 'mari'],
    ['səkinə', 'səki'],
    ['nizami', 'nizam'],
    ['kərimi', 'kərim'],
    ['maksim', 'maks'],
    ['rəhmani', 'rəhma'],
  ])('%s is not led to %s', (longer, shorter) => {
    expect(listless.names(longer)).not.toContain(shorter);
  });

  it.each(['samirənin', 'samirədən', 'samirəyə'])('%s is of Samirə, not of Samir', (form) => {
    expect(listless.names(form)).toContain('samirə');
    expect(listless.names(form)).not.toContain('samir');
  });
});

describe('keys with the listed words', () => {
  const { word } = createAnalyzer();
  it.each([
    ['şuşada', 'shusha'],
    ['almatıdan', 'almaty'],
    ['niqmatulinin', 'nigmatulin'],
    ['putindən', 'путин'],
  ])('%s meets %s', (form, name) => {
    const keys = word(name).keys;
    expect(word(form).keys.some((key) => keys.includes(key))).toBe(true);
  });
});
