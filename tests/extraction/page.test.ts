import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
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
