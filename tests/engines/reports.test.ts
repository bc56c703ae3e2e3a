import { describe, expect, it } from 'vitest';
import { createAnalyzer } from '../../indexer/language/analyzer.js';
import { readMisspelt, type MeantWord } from '../../src/engines/reports.js';
import { loadEngineSettings } from '../../src/engines/settings.js';

const { word } = createAnalyzer();
const { typos } = loadEngineSettings();
const typed = word('qatra');

const meant = (fold: string, sure: boolean, documents = 1): MeantWord => ({
  fold,
  cost: sure ? 0.5 : 1.5,
  sure,
  documents,
  word: word(fold),
});
const folds = (words: readonly { readonly fold: string }[]) => words.map(({ fold }) => fold);

function read(near: readonly MeantWord[], known: boolean, documents = 0) {
  const found = readMisspelt(near, typed, { known, documents }, typos);
  return { ...found, corrections: folds(found.corrections), proposals: folds(found.proposals) };
}

describe('what a word may have been meant for', () => {
  it('searches for near words of an unknown one, and proposes the others', () => {
    const near = [meant('qatar', true), meant('bahar', false)];
    expect(read(near, false)).toEqual({
      corrections: ['qatar'],
      proposals: ['bahar'],
      doubtful: false,
    });
  });

  it('proposes far words where there are no near ones', () => {
    expect(read([meant('bahar', false)], false)).toMatchObject({
      corrections: [],
      proposals: ['bahar'],
    });
  });

  it('searches for a known word as it is, and proposes whatever is near', () => {
    expect(read([meant('qatar', true)], true, 1)).toEqual({
      corrections: [],
      proposals: ['qatar'],
      doubtful: false,
    });
  });

  it('takes a word for its twin only where a diacritic may be left out', () => {
    const read = (form: string, fold: string) =>
      readMisspelt([meant(fold, true)], word(form), { known: false, documents: 0 }, typos);
    expect(folds(read('çekib', word('çəkib').fold).corrections)).toEqual([word('çəkib').fold]);
    expect(read('şəhər', word('səhər').fold).corrections).toEqual([]);
    expect(read('öldü', word('oldu').fold).corrections).toEqual([]);
  });

  it('doubts a known word that is rare beside a near one', () => {
    const near = [meant('bahar', false), meant('qatar', true, 3 * typos.rarer)];
    expect(read(near, true, 1)).toMatchObject({ proposals: ['qatar', 'bahar'], doubtful: true });
  });
});
