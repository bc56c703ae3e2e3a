import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../../indexer/config.js';
import { ATTRIBUTES } from '../../../src/search/filter/attributes.js';
import {
  MOST_FILTER_CHARACTERS,
  MOST_FILTER_CONDITIONS,
  MOST_FILTER_NESTING,
  MOST_FILTER_VALUES,
} from '../../../src/search/filter/limits.js';
import { parseFilter } from '../../../src/search/filter/parse.js';
import { names } from './names.js';

const page = readFileSync(join(packageRoot(), 'docs/api.md'), 'utf8');
const section = page.split('\n## ').find((text) => text.startsWith('The filter language')) ?? '';
const examples = [...section.matchAll(/^\| `([^`]+)` \|/gm)].map((match) => match[1] ?? '');

describe('docs/api.md', () => {
  it('has examples of every attribute but id', () => {
    for (const attribute of ATTRIBUTES.filter((name) => name !== 'id')) {
      expect(examples.join('\n')).toContain(`${attribute} `);
    }
  });

  it.each(examples)('has an example that can be read: %s', (example) => {
    expect(() => parseFilter(example, names)).not.toThrow();
  });

  it.each([
    MOST_FILTER_CHARACTERS,
    MOST_FILTER_NESTING,
    MOST_FILTER_CONDITIONS,
    MOST_FILTER_VALUES,
  ])('names the limit %d', (limit) => {
    expect(section).toContain(` ${limit.toLocaleString('en-US')} `);
  });
});
