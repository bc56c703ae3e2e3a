import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAnalyzer } from '../../indexer/language/analyzer.js';
import { keysOf } from '../../indexer/document.js';
import { anyText } from './any-text.js';

const analyzer = createAnalyzer();
const { analyze } = analyzer;

interface Row {
  readonly text: string;
  /** Per token: text, fold, a stem that it has, a name key that it has. */
  readonly tokens: readonly (readonly [string, string, string, string?])[];
}

const rows: Row[] = [
  { text: '', tokens: [] },
  { text: '  …—!', tokens: [] },
  { text: 'şəhər', tokens: [['şəhər', 'seher', 'seher']] },
  { text: 's\u0327əhər', tokens: [['s\u0327əhər', 'seher', 'seher']] },
  {
    text: 'İSTİQLAL IŞIĞI',
    tokens: [
      ['İSTİQLAL', 'istiqlal', 'istiqlal'],
      ['IŞIĞI', 'isigi', 'isiq'],
    ],
  },
  { text: 'Tokayevin', tokens: [['Tokayevin', 'tokayevin', 'tokayev', 'TOKAV']] },
  { text: 'Токаев', tokens: [['Токаев', 'tokayev', 'tokayev', 'TOKAV']] },
  { text: 'Әлијев', tokens: [['Әлијев', 'eliyev', 'eliyev', 'ALIV']] },
  {
    text: 'М\u0259мм\u0259дов',
    tokens: [['М\u0259мм\u0259дов', 'memmedov', 'memmedov', 'MAMADOV']],
  },
  {
    text: 'M\u04d9mm\u04d9dov',
    tokens: [['M\u04d9mm\u04d9dov', 'memmedov', 'memmedov', 'MAMADOV']],
  },
  {
    text: 'TDT-nin 2024-cü il',
    tokens: [
      ['TDT', 'tdt', 'tdt'],
      ['2024', '2024', '2024'],
      ['il', 'il', 'il'],
    ],
  },
  { text: '«SOCAR»ın', tokens: [['SOCAR', 'socar', 'socar']] },
  { text: 'Azər\u00ADbaycan', tokens: [['Azər\u00ADbaycan', 'azerbaycan', 'azerbaycan']] },
  { text: '\uFEFFBakı', tokens: [['Bakı', 'baki', 'baki', 'BAKI']] },
  { text: '👍 Bakı', tokens: [['Bakı', 'baki', 'baki']] },
  { text: "məs'ul", tokens: [["məs'ul", 'mesul', 'mesul']] },
  { text: 'ÅŸÉ™hÉ™r', tokens: [['ÅŸÉ™hÉ™r', 'seher', 'seher']] },
  { text: 'باکی', tokens: [['باکی', 'باکی', 'باکی']] },
];

describe('analyze', () => {
  it.each(rows)('$text', ({ text, tokens }) => {
    const found = analyze(text).tokens;
    expect(found.map((token) => [token.text, token.word.fold])).toEqual(
      tokens.map(([word, fold]) => [word, fold]),
    );
    tokens.forEach(([, , stem, key], at) => {
      expect(found[at]?.word.stems).toContain(stem);
      if (key !== undefined) expect(found[at]?.word.keys).toContain(key);
    });
  });

  it.each([
    ['Tokayevin', 'tokayev', 'Токаев'],
    ['kitablarda', 'kitab', 'kitabların'],
    ['ŞƏHƏRDƏ', 'seher', 'şəhərlər'],
    ['Azərbaycanın', 'azerbaycan', 'Азәрбајҹан'],
  ])('%s, %s and %s conflate', (...spellings) => {
    const [first = [], ...others] = spellings.map((word) => analyzer.word(word).stems);
    for (const stems of others) expect(stems.some((stem) => first.includes(stem))).toBe(true);
  });

  it('gives name keys to words that are written as names, and to them alone', () => {
    const keys = analyze('bakı Bakı').tokens.map(keysOf);
    expect(keys).toEqual([[], ['BAKI']]);
  });
});

describe('on any text', () => {
  const checkAll = (check: (text: string) => void) =>
    fc.assert(fc.property(anyText, check), { numRuns: 300 });

  it('tokens stand where they say, in order, one after the other', () => {
    checkAll((text) => {
      let last = 0;
      for (const token of analyze(text).tokens) {
        expect(text.slice(token.start, token.end)).toBe(token.text);
        expect(token.start).toBeGreaterThanOrEqual(last);
        expect(token.end).toBeGreaterThan(token.start);
        last = token.end;
      }
    });
  });

  it('a word analysed alone, as the vocabulary has it, is the same word', () => {
    checkAll((text) => {
      for (const { word } of analyze(text).tokens) expect(analyzer.word(word.form)).toEqual(word);
    });
  });

  it('reads the same tokens one by one', () => {
    checkAll((text) => {
      expect([...analyzer.tokens(text)]).toEqual(analyze(text).tokens);
    });
  });

  it('never makes an empty form, fold or stem', () => {
    checkAll((text) => {
      for (const { word } of analyze(text).tokens) {
        expect(word.stems.length).toBeGreaterThan(0);
        expect([word.form, word.fold, ...word.stems]).not.toContain('');
      }
    });
  });

  it.each(['a', 'ş', 'lar', "m'a", 'ә', '9', 'BMT', 'a\u0301', '\uD83D'])(
    'takes 100,000 times %j',
    (piece) => {
      const text = piece.repeat(100_000);
      expect(analyze(text).tokens.length).toBeLessThan(2);
    },
  );
});

describe('twins', () => {
  const { word } = createAnalyzer();
  it.each([
    ['a word that owns its letters', 'oldu', 'oldu', ['olmaq'], ['olmek¨', 'ol¨']],
    ['its twin', 'öldü', 'oldu¨', ['olmek¨'], []],
    ['a fold of the index', 'oldu¨', 'oldu¨', ['olmek¨', 'ol¨'], []],
    ['the stem of one', 'olmek¨', 'olmek¨', ['olmek¨', 'ol¨'], []],
    ['what is no word itself', 'seher', 'seher', ['seher', 'seher¨'], []],
    ['a man’s name', 'abbasov', 'abbasov', ['abbasov'], ['abbasova']],
    ['a word without a twin', 'kitab', 'kitab', ['kitab'], []],
  ])('%s: %s', (_, form, fold, stems, twins) => {
    expect(word(form)).toMatchObject({ fold, stems, twins });
  });
});
