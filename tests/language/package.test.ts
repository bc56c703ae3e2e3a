import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { packageRoot } from '../../indexer/config.js';
import * as surface from '../../indexer/language/index.js';
import { StemmerWords } from '../../indexer/language/stem/stemmer.js';

const page = readFileSync(join(packageRoot(), 'docs/analyzer.md'), 'utf8');

/** Programs of the page, each with what it prints. */
const programs = [...page.matchAll(/```js\n(.*?)```\n\n```text\n(.*?)```/gs)].map(
  ([, code = '', output = '']) => ({ code, output }),
);

/** As a user runs it: by the name of the package, which leads to what was built. */
const run = (code: string): string =>
  execFileSync(process.execPath, ['--input-type=module', '--eval', code], {
    cwd: packageRoot(),
    encoding: 'utf8',
  });

it('the page has programs, each with its output', () => {
  expect(programs.length).toBeGreaterThan(0);
  expect(page.match(/```js\n/g)).toHaveLength(programs.length);
});

it.each(programs)('prints what docs/analyzer.md says: $output', ({ code, output }) => {
  expect(run(code)).toBe(output);
});

it.each(Object.keys(surface))('docs/analyzer.md speaks of %s', (name) => {
  expect(page).toContain(`\`${name}`);
});

it.each(Object.keys(StemmerWords.shape).filter((name) => name !== 'provenance'))(
  'docs/analyzer.md says what the list %s holds',
  (name) => expect(page).toContain(`| \`${name}\``),
);

it('shows the surface alone', () => {
  const inner =
    "await import('axtar/dist/indexer/config.js').catch(({ code }) => console.log(code))";
  expect(run(inner)).toBe('ERR_PACKAGE_PATH_NOT_EXPORTED\n');
});
