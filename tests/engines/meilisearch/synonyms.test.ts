import { describe, expect, it } from 'vitest';
import { createAnalyzer } from '../../../indexer/language/analyzer.js';
import { loadLexicon, type SynonymGroup } from '../../../indexer/lexicon/lexicon.js';
import { compileSynonyms, diffSynonyms } from '../../../src/engines/meilisearch/synonyms.js';

const analyzer = createAnalyzer();

type Extras = Pick<SynonymGroup, 'cased'>;
const group = (
  mode: SynonymGroup['mode'],
  [head = '', ...members]: readonly string[],
  extras: Extras = {},
): SynonymGroup => ({ id: head, mode, head, members, ...extras });

const compile = (...synonyms: readonly SynonymGroup[]) =>
  compileSynonyms(
    {
      synonyms,
      stopWords: new Set(['və']),
      questionWords: new Set(),
      questionPhrases: [],
      auxiliaries: new Set(),
      answerWords: new Map(),
    },
    analyzer,
  );

const numbered = (count: number, words: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => words(at + 100));

describe('compileSynonyms', () => {
  it('spells a mutual group out in every direction, folded', () => {
    expect(compile(group('mutual', ['Dəniz', 'dərya', 'ümman']))).toEqual({
      synonyms: {
        deniz: ['derya', 'umman'],
        derya: ['deniz', 'umman'],
        umman: ['deniz', 'derya'],
      },
      left: [],
    });
  });

  it.each<[SynonymGroup['mode'], Record<string, string[]>]>([
    ['oneway', { deniz: ['umman', 'xezer derya'] }],
    ['off', {}],
  ])('a group that is %s', (mode, synonyms) => {
    expect(compile(group(mode, ['dəniz', 'Xəzər-dərya', 'ümman']))).toEqual({ synonyms, left: [] });
  });

  it('joins what several groups say of a phrase', () => {
    const { synonyms } = compile(
      group('mutual', ['aeroport', 'airport']),
      group('oneway', ['АЭРОПОРТ', 'aeropot', 'airport']),
    );
    expect(synonyms).toEqual({ aeroport: ['airport', 'aeropot'].sort(), airport: ['aeroport'] });
  });

  it('never makes a phrase its own synonym, nor an empty one', () => {
    expect(compile(group('mutual', ['Tramp', 'Трамп']), group('mutual', ['…', 'dəniz']))).toEqual({
      synonyms: {},
      left: [],
    });
  });

  it('writes letters beyond a–z as documents hold them', () => {
    expect(compile(group('oneway', ['ア', 'dəniz ア'])).synonyms).toEqual({
      x30a2: ['deniz x30a2'],
    });
  });

  it('leaves out what counts only as written, and keeps the rest of the group', () => {
    const mutual = group('mutual', ['BMT', 'BM', 'OON'], { cased: ['BM'] });
    const oneway = group('oneway', ['UN', 'BMT'], { cased: ['UN'] });
    const { synonyms, left } = compile(oneway, mutual);
    expect(synonyms).toEqual({ bmt: ['oon'], oon: ['bmt'] });
    expect(left.map(({ phrase }) => phrase)).toEqual(['BM', 'UN']);
    expect(left.every(({ why }) => why.includes('capitals'))).toBe(true);
  });

  it('has no keys of more than three words, yet values', () => {
    const { synonyms, left } = compile(group('mutual', ['ETN', 'Elm və Təhsil Nazirliyi']));
    expect(synonyms).toEqual({ etn: ['elm ve tehsil nazirliyi'] });
    expect(left).toEqual([
      {
        phrase: 'Elm və Təhsil Nazirliyi',
        why: 'only phrases of up to 3 words can stand for others',
      },
    ]);
  });

  it('has no keys of 500 bytes', () => {
    const [short, long] = ['a'.repeat(499), 'b'.repeat(500)];
    const { synonyms, left } = compile(group('mutual', [short, long]));
    expect(synonyms).toEqual({ [short]: [long] });
    expect(left.map(({ phrase }) => phrase)).toEqual([long]);
  });

  it('gives a key no more than 50 values', () => {
    const members = numbered(52, (at) => `söz${at}`);
    const { synonyms, left } = compile(group('oneway', ['dəniz', ...members.toReversed()]));
    expect(synonyms['deniz']).toEqual(numbered(50, (at) => `soz${at}`));
    expect(left.map(({ phrase }) => phrase)).toEqual(['söz150', 'söz151']);
    expect(left[0]?.why).toContain('"deniz"');
  });

  it('gives a key no more than 100 words of values, the shortest first', () => {
    const pairs = numbered(30, (at) => `uzun söz${at}`);
    const { synonyms, left } = compile(
      group('oneway', ['dəniz', ...numbered(15, (at) => `çox uzun söz${at}`), ...pairs, 'çay']),
    );
    const values = synonyms['deniz'] ?? [];
    expect(values[0]).toBe('cay');
    expect(values.slice(1, 31)).toEqual(pairs.map((pair) => pair.replace('ö', 'o')));
    expect(values.join(' ').split(' ')).toHaveLength(1 + 30 * 2 + 13 * 3);
    expect(left.map(({ phrase }) => phrase)).toEqual(['çox uzun söz113', 'çox uzun söz114']);
  });

  it('gives the same for the same groups in another order', () => {
    const { synonyms, ...words } = loadLexicon();
    const turned = synonyms
      .map((one) => (one.mode === 'mutual' ? { ...one, members: one.members.toReversed() } : one))
      .toReversed();
    const [there, back] = [synonyms, turned].map((groups) =>
      JSON.stringify(compileSynonyms({ synonyms: groups, ...words }, analyzer).synonyms),
    );
    expect(there).toBe(back);
  });

  it('keeps the shipped words within what Meilisearch takes', () => {
    const { synonyms, left } = compileSynonyms(loadLexicon(), analyzer);
    expect(synonyms['bmt']).toContain('birlesmis milletler teskilati');
    expect(synonyms['united nations']).toContain('bmt');
    expect(synonyms['un']).toBeUndefined();
    for (const [key, values] of Object.entries(synonyms)) {
      expect(key).toMatch(/^[a-z0-9]+( [a-z0-9]+){0,2}$/);
      expect(values).not.toContain(key);
      expect(new Set(values).size).toBe(values.length);
      expect(values.length).toBeLessThanOrEqual(50);
      expect(values.join(' ').split(' ').length).toBeLessThanOrEqual(100);
    }
    expect(left.map(({ phrase }) => phrase)).toContain('UN');
  });
});

describe('diffSynonyms', () => {
  it('names the keys that came, went and changed', () => {
    expect(
      diffSynonyms(
        { a: ['b'], c: ['d'], e: ['f'], g: ['h'] },
        { z: ['a'], b: ['a'], a: ['b'], e: ['x'], g: [] },
      ),
    ).toEqual({ added: ['b', 'z'], removed: ['c'], changed: ['e', 'g'] });
  });

  it('does not mind the order of keys and values', () => {
    expect(diffSynonyms({ a: ['b', 'c'], d: ['e'] }, { d: ['e'], a: ['c', 'b'] })).toEqual({
      added: [],
      removed: [],
      changed: [],
    });
  });

  it('takes no key for one that every object has', () => {
    expect(diffSynonyms({}, { constructor: ['a'] }).added).toEqual(['constructor']);
    expect(diffSynonyms({ constructor: ['a'] }, {}).removed).toEqual(['constructor']);
  });
});
