import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAnalyzer } from '../../indexer/language/analyzer.js';
import type { Lexicon } from '../../indexer/lexicon/lexicon.js';
import { escapeHtml, findMarks, markHtml } from '../../src/search/highlight.js';
import { soughtWords } from '../../src/search/layers.js';
import { createSynonymFinder } from '../../src/search/synonyms.js';
import { createQueryReader } from '../../src/search/understand.js';
import { anyText } from '../language/any-text.js';

const lexicon: Lexicon = {
  stopWords: new Set(['və']),
  questionWords: new Set(),
  questionPhrases: [],
  auxiliaries: new Set(),
  answerWords: new Map(),
  synonyms: [
    { id: 'corridor', mode: 'mutual', head: 'Orta Dəhliz', members: ['Orta Koridor', 'TMTM'] },
    { id: 'oil', mode: 'mutual', head: 'neft', members: ['qara qızıl'] },
  ],
};
const analyzer = createAnalyzer();
const read = createQueryReader(analyzer, lexicon, createSynonymFinder(lexicon, analyzer));

/** `corrections` are the words of the index that the first query word was read as. */
function marksOf(text: string, typed: string, ...corrections: string[]) {
  const query = read(typed);
  const report = {
    sounded: false,
    known: true,
    layersTried: [],
    corrections: corrections.map(analyzer.word),
    proposals: [],
    doubtful: false,
  };
  const sought = { words: soughtWords(query, [report]), alternatives: query.alternatives };
  return findMarks(text, sought, analyzer);
}

const mark = (text: string, typed: string) => markHtml(text, marksOf(text, typed));

describe('highlights', () => {
  it.each([
    ['no query', '', 'Bakı', 'Bakı'],
    ['no match', 'şuşa ', 'Bakı', 'Bakı'],
    ['the word itself', 'Bakı ', 'dünən Bakı', 'dünən <mark>Bakı</mark>'],
    ['other diacritics', 'sehifə ', 'bir səhifə', 'bir <mark>səhifə</mark>'],
    ['an inflected word', 'kitab ', 'kitabların sayı', '<mark>kitabların</mark> sayı'],
    [
      'Cyrillic finds Latin',
      'Токаев ',
      'Prezident Tokayevin səfəri',
      'Prezident <mark>Tokayevin</mark> səfəri',
    ],
    ['Latin finds Cyrillic', 'aliyev ', 'Президент Алиев', 'Президент <mark>Алиев</mark>'],
    ['a beginning', 'tok', 'gələn Tokayev', 'gələn <mark>Tokayev</mark>'],
    ['an acronym without its ending', 'TDT ', 'TDT-nin sammiti', '<mark>TDT</mark>-nin sammiti'],
    ['a decomposed word whole', 'şəhər ', 's\u0327əhər', '<mark>s\u0327əhər</mark>'],
    [
      'a word with a soft hyphen whole',
      'azerbaycan ',
      'Azər\u00ADbaycan',
      '<mark>Azər\u00ADbaycan</mark>',
    ],
    [
      'every word',
      'orta dehliz ',
      'Orta yol, Dəhliz',
      '<mark>Orta</mark> yol, <mark>Dəhliz</mark>',
    ],
    [
      'a phrase said otherwise',
      'TMTM ',
      'Orta Dəhlizin işi',
      '<mark>Orta</mark> <mark>Dəhlizin</mark> işi',
    ],
    [
      'a wording only where it is whole',
      'neft ',
      'qara daş, qara qızıl',
      'qara daş, <mark>qara</mark> <mark>qızıl</mark>',
    ],
    ['inside quotes the word alone', '"kitab"', 'kitab kitablar', '<mark>kitab</mark> kitablar'],
    ['not what is excluded', 'neft -qaz', 'neft qaz', '<mark>neft</mark> qaz'],
    ['signs of HTML', 'b ', 'a<b>"&\'', 'a&lt;<mark>b</mark>&gt;&quot;&amp;&#39;'],
    [
      'tags in the text stay text',
      'b ',
      '<mark>b</mark>',
      '&lt;mark&gt;<mark>b</mark>&lt;/mark&gt;',
    ],
  ])('%s', (_, typed, text, html) => {
    expect(mark(text, typed)).toBe(html);
  });

  it('marks what a misspelt word was read as', () => {
    expect(marksOf('gözəl Azərbaycan', 'azrbaycan ', 'azərbaycan')).toMatchObject([
      { start: 6, end: 16, token: 1, words: [0], layer: 'typo' },
    ]);
  });

  it('says the layer of each mark, the strongest that holds', () => {
    const layers = marksOf('kitab kitabı', 'kitab ').map(({ layer }) => layer);
    expect(layers).toEqual(['exact', 'stem']);
  });
});

const unescape = (html: string) =>
  html
    .replaceAll(/<\/?mark>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

const html = fc.constantFrom('<mark>', '</mark>', '&amp;', '<script>', '"', "'", '&', '<', ' ');
const htmlText = fc.array(fc.oneof(anyText, html)).map((parts) => parts.join(''));

describe('on any text', () => {
  it('the marked HTML is the text, escaped, and nothing but marks, never nested', () => {
    fc.assert(
      fc.property(
        htmlText,
        fc.oneof(anyText, fc.constantFrom('a', 'TDT ', 'm s b 4')),
        (text, typed) => {
          const marked = mark(text, typed);
          expect(unescape(marked)).toBe(text);
          expect(marked.replaceAll(/<mark>[^<>]+<\/mark>/g, '')).not.toMatch(/[<>"']/);
        },
      ),
    );
  });

  it('marks are whole words, in order, apart from one another', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let last = 0;
        for (const { start, end } of marksOf(text, text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it('escaped text holds no sign that HTML reads', () => {
    fc.assert(
      fc.property(htmlText, (text) => {
        expect(escapeHtml(text)).not.toMatch(/[<>"']|&(?!(?:amp|lt|gt|quot|#39);)/);
      }),
    );
  });
});
