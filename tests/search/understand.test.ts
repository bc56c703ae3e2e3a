import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAnalyzer } from '../../indexer/language/analyzer.js';
import type { Lexicon } from '../../indexer/lexicon/lexicon.js';
import { createSynonymFinder } from '../../src/search/synonyms.js';
import { createQueryReader } from '../../src/search/understand.js';
import { anyText } from '../language/any-text.js';

const lexicon: Lexicon = {
  stopWords: new Set(['və', 'ilə', 'üçün', 'haqqında']),
  questionWords: new Set(),
  questionPhrases: [],
  auxiliaries: new Set(),
  answerWords: new Map(),
  synonyms: [
    { id: 'corridor', mode: 'mutual', head: 'Orta Dəhliz', members: ['Orta Koridor', 'TMTM'] },
    { id: 'un', mode: 'mutual', head: 'BMT', members: ['Birləşmiş Millətlər Təşkilatı'] },
    { id: 'president', mode: 'oneway', head: 'ölkə başçısı', members: ['Prezident'] },
    { id: 'capital', mode: 'off', head: 'Astana', members: ['Qazaxıstan'] },
    { id: 'eu', mode: 'mutual', head: 'Avropa Birliyi', members: ['AB'], cased: ['AB'] },
  ],
};
const analyzer = createAnalyzer();
const read = createQueryReader(analyzer, lexicon, createSynonymFinder(lexicon, analyzer));

const wordsOf = (typed: string) =>
  read(typed)
    .words.map(({ text, prefix }) => (prefix ? `${text}*` : text))
    .join(' ');
const alternatives = (typed: string, respelt: true | undefined) =>
  read(typed)
    .alternatives.filter((other) => other.respelt === respelt)
    .map(({ from, to, words }) => `${from}-${to} ${words.map(({ form }) => form).join(' ')}`);
const otherWords = (typed: string) => alternatives(typed, undefined);

describe('the words of a query', () => {
  it.each([
    ['nothing', '', ''],
    ['the last word is a beginning', 'orta dəh', 'orta dəh*'],
    ['unless a space follows', 'orta dəhliz ', 'orta dəhliz'],
    ['or it is quoted', '"orta dəhliz"', 'orta dəhliz'],
    ['or excluded', 'orta -dəh', 'orta'],
    ['stop words go', 'neft və qaz haqqında ', 'neft qaz'],
    ['a stop word at the end ends the word before', 'neft və', 'neft'],
    ['in any spelling of capitals', 'Neft VƏ qaz ', 'Neft qaz'],
    ['not when nothing is left', 'və', 'və*'],
    ['not inside quotes', '"neft və qaz"', 'neft və qaz'],
    ['a word said twice counts once', 'bakı gəncə bakı ', 'gəncə bakı'],
    ['but not inside quotes', '"gün bu gün"', 'gün bu gün'],
    ['endings of numbers go', '2024-cü ilin ', '2024 ilin'],
    [
      'no more than 32',
      Array.from({ length: 40 }, (_, n) => `söz${n}`).join(' '),
      Array.from({ length: 32 }, (_, n) => `söz${n}`).join(' '),
    ],
  ])('%s', (_, typed, words) => {
    expect(wordsOf(typed)).toBe(words);
  });

  it('gives a half-typed name the keys with which it may go on', () => {
    expect(read('geyd').words[0]?.keyPrefixes).not.toEqual([]);
    expect(read('geyd ').words[0]?.keyPrefixes).toEqual([]);
  });

  it.each([
    ['one phrase', 'səfər "baş nazir"', [[1, 2]]],
    [
      'two phrases',
      '"baş nazir" və "orta dəhliz"',
      [
        [0, 1],
        [2, 3],
      ],
    ],
    ['a phrase of one word', '"nazir"', [[0, 0]]],
    ['no phrase', 'baş nazir', []],
  ])('%s', (_, typed, spans) => {
    expect(read(typed).phrases.map(({ from, to }) => [from, to])).toEqual(spans);
  });

  it('tells apart what must not occur, word by word and phrase by phrase', () => {
    const { words, excluded } = read('nazir -qaz -"baş nazir" -və');
    expect(words.map(({ text }) => text)).toEqual(['nazir']);
    expect(excluded.map((some) => some.map(({ form }) => form))).toEqual([
      ['qaz'],
      ['baş', 'nazir'],
      ['və'],
    ]);
  });
});

describe('other words', () => {
  it.each([
    ['every member of a mutual group', 'TMTM ', ['0-0 orta dəhliz', '0-0 orta koridor']],
    ['inflected phrases', 'Orta Dəhlizin inkişafı ', ['0-1 orta koridor', '0-1 tmtm']],
    ['without diacritics', 'orta dehliz ', ['0-1 orta koridor', '0-1 tmtm']],
    ['an abbreviation spelt out', 'BMT-nin qərarı ', ['0-0 birləşmiş millətlər təşkilatı']],
    ['from the head of a one-way group', 'ölkə başçısı ', ['0-1 prezident']],
    ['not back to it', 'prezident ', []],
    ['not from a group that is off', 'Astana ', []],
    ['only as written, where capitals decide', 'AB ', ['0-0 avropa birliyi']],
    ['not in small letters then', 'ab ', []],
    ['not inside quotes', '"Orta Dəhliz" ', []],
    ['not from a part of a phrase', 'orta məktəb ', []],
  ])('%s', (_, typed, others) => {
    expect(otherWords(typed)).toEqual(others);
  });

  it('takes any text; every span lies inside the words', () => {
    fc.assert(
      fc.property(anyText, (typed) => {
        const { words, phrases, alternatives } = read(typed);
        for (const { from, to } of [...phrases, ...alternatives]) {
          expect(from).toBeLessThanOrEqual(to);
          expect(words[from]).toBeDefined();
          expect(words[to]).toBeDefined();
        }
      }),
    );
  });
});

describe('long queries', () => {
  const everyday: Lexicon = {
    ...lexicon,
    synonyms: [
      { id: 'end', mode: 'mutual', head: 'bitmək', members: ['başa çatmaq'], everyday: true },
    ],
  };
  const readEveryday = createQueryReader(
    analyzer,
    everyday,
    createSynonymFinder(everyday, analyzer),
  );
  const found = (typed: string) =>
    readEveryday(typed).alternatives.filter(({ respelt }) => !respelt).length;

  it('look for no other ordinary words', () => {
    expect(found('dərs bitir ')).toBe(1);
    expect(found('beşinci sinifdə ikinci dərs sabah günorta bitir ')).toBe(0);
  });
});

describe('words that others write as one', () => {
  it.each([
    ['neighbours', 'əmək haqqı ', ['0-1 əməkhaqqı']],
    ['each with the next', 'minimum əmək haqqı ', ['0-1 minimuməmək', '1-2 əməkhaqqı']],
    ['not short ones', 'ab haqqı ', []],
    ['not numbers', 'mart 2025 ', []],
    ['not inside quotes', '"əmək haqqı"', []],
    ['not in long queries', 'bir iki üçüncü dörd beşinci altı yeddi ', []],
  ])('%s', (_, typed, joined) => {
    expect(alternatives(typed, true)).toEqual(joined);
  });
});
