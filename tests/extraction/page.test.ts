import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { extractPage } from '../../indexer/extraction/page.js';
import { loadExtractionRules } from '../../indexer/extraction/rules.js';

const PAGES = join(import.meta.dirname, 'pages');
const rules = loadExtractionRules();

const Expected = z.union([
  z.strictObject({ record: z.record(z.string(), z.unknown()), body: z.literal('') }),
  z.strictObject({
    record: z.record(z.string(), z.unknown()),
    bodyStarts: z.string(),
    bodyEnds: z.string(),
    /** Paragraphs and list items. */
    paragraphs: z.number(),
    bodyLacks: z.array(z.string()),
  }),
]);

const names = readdirSync(PAGES)
  .filter((file) => file.endsWith('.txt'))
  .map((file) => file.replace('.txt', ''));

describe('extractPage', () => {
  it.each(names)('reads the page %s', (name) => {
    const expected = Expected.parse(JSON.parse(readFileSync(join(PAGES, `${name}.json`), 'utf8')));
    const { body, ...record } = extractPage(
      readFileSync(join(PAGES, `${name}.txt`), 'utf8'),
      rules,
    );
    expect(record).toEqual(expected.record);
    if ('body' in expected) {
      expect(body).toBe('');
      return;
    }
    expect(body.slice(0, expected.bodyStarts.length)).toBe(expected.bodyStarts);
    expect(body.slice(-expected.bodyEnds.length)).toBe(expected.bodyEnds);
    expect(body.split(/\n+/)).toHaveLength(expected.paragraphs);
    for (const foreign of expected.bodyLacks) expect(body).not.toContain(foreign);
  });
});

describe('extractPage on anything', () => {
  const pageLines = names.flatMap((name) =>
    readFileSync(join(PAGES, `${name}.txt`), 'utf8').split('\n'),
  );
  const anyLine = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...pageLines));

  it('never throws, and invents no word', () => {
    const wordsOf = (text: string): string[] =>
      text.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? [];
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 40 }), (lines) => {
        const page = lines.join('\n');
        const { title, body } = extractPage(page, rules);
        // Invisible characters are taken out of words, so the words are looked for without them.
        const letters = wordsOf(page).join('');
        for (const word of wordsOf(`${title ?? ''} ${body}`)) expect(letters).toContain(word);
      }),
      { numRuns: 300 },
    );
  });

  it('gets to the end of a very long menu line', () => {
    const { body } = extractPage(`${'Ən son xəbərlər '.repeat(2000)}x`, rules);
    expect(body).toBe('');
  });
});
