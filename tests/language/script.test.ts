import { describe, expect, it } from 'vitest';
import { createAnalyzer } from '../../indexer/language/analyzer.js';
import { scriptOf, scriptOfText, type Script } from '../../indexer/language/script.js';

describe('scriptOf', () => {
  it.each([
    ['tokayev', 'Latn'],
    ['şəhər', 'Latn'],
    ['токаев', 'Cyrl'],
    ['әлијев', 'Cyrl'],
    ['bakıж', 'Cyrl'],
    ['صوت', 'Arab'],
    ['2024', 'Latn'],
    ['', 'Latn'],
  ])('%s: %s', (word, script) => {
    expect(scriptOf(word)).toBe(script);
  });
});

describe('scriptOfText', () => {
  const rows: [Script[], string][] = [
    [[], 'Latn'],
    [['Latn'], 'Latn'],
    [['Cyrl', 'Cyrl'], 'Cyrl'],
    [['Latn', 'Cyrl'], 'mixed'],
    [['Arab', 'Arab', 'Cyrl'], 'mixed'],
  ];
  it.each(rows)('%j: %s', (scripts, script) => {
    expect(scriptOfText(scripts)).toBe(script);
  });
});

describe('the script of an analysis', () => {
  const analyzer = createAnalyzer();

  it.each([
    ['', 'Latn'],
    ['2025', 'Latn'],
    ['Tokayev', 'Latn'],
    ['Токаев', 'Cyrl'],
    ['Токаев 2025', 'Cyrl'],
    ['باکی', 'Arab'],
    ['Токаев Bakıda', 'mixed'],
    ['M\u04d9mm\u04d9dov', 'Latn'],
    ['\u0421\u041e\u0420', 'Cyrl'],
  ])('%s: %s', (text, script) => {
    expect(analyzer.analyze(text).script).toBe(script);
  });
});
