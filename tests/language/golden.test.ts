import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { keysOf } from '../../indexer/document.js';
import { createAnalyzer, type Token } from '../../indexer/language/analyzer.js';

/**
 * What the analyzer makes of words of every kind, kept in files so that a change of the rules shows
 * as a difference of words. `npm run golden` writes them anew; a new word is a line with the word.
 */
const FOLDER = join(import.meta.dirname, 'golden');
const HEADER = ['form', 'fold', 'stems', 'keys'].join('\t');
const FILES = readdirSync(FOLDER);

const { analyze } = createAnalyzer();

const formsOf = (file: string): string[] =>
  readFileSync(join(FOLDER, file), 'utf8')
    .split('\n')
    .slice(1)
    .filter((line) => line !== '')
    .map((line) => line.split('\t')[0] ?? '');

/** Letters that nobody sees or tells apart are written as `\u200b` in the files. */
const unescaped = (form: string): string =>
  form.replace(/\\u([0-9a-f]{4})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));

/** A column: of each token the values with commas, `-` for none; tokens apart by a space. */
const column = (tokens: readonly Token[], valuesOf: (token: Token) => readonly string[]): string =>
  tokens.map((token) => valuesOf(token).join(',') || '-').join(' ') || '-';

function describeForm(form: string): string {
  const { tokens } = analyze(unescaped(form));
  const columns = [
    column(tokens, ({ word }) => [word.fold]),
    column(tokens, ({ word }) => word.stems),
    column(tokens, keysOf),
  ];
  return [form, ...columns].join('\t');
}

describe('golden words', () => {
  it.each(FILES)('%s', async (file) => {
    const lines = [HEADER, ...formsOf(file).map(describeForm)];
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(join(FOLDER, file));
  });

  it('are many, and no file has one twice', () => {
    const lists = FILES.map(formsOf);
    expect(lists.flat().length).toBeGreaterThan(1500);
    for (const forms of lists) expect(new Set(forms).size).toBe(forms.length);
  });
});
