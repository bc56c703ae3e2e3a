import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../indexer/config.js';
import { codeBlocks, isThere, runScript } from './code-blocks.js';
import { startSample } from './service-process.js';

let service: Awaited<ReturnType<typeof startSample>>;
beforeAll(async () => {
  service = await startSample();
});
afterAll(() => service.stop());

const OURS = ['curl', 'JavaScript', 'PHP', 'Python'];
const PROGRAMS: Readonly<Record<string, readonly [string, ...string[]]>> = {
  sh: ['sh', '-c'],
  js: [process.execPath, '--input-type=module', '--eval'],
  php: ['php', '-r'],
  python: ['python3', '-c'],
};

const examples = codeBlocks('docs/clients.md').filter(({ under }) => OURS.includes(under));

it('docs/clients.md has an example in each language', () => {
  expect(examples.map(({ under }) => under)).toEqual(OURS);
});

const isAvailable = (program: string) => program === process.execPath || isThere(program);

/** An article of the sample that the examples must find. */
const sample = readFileSync(join(packageRoot(), 'sample/articles.ndjson'), 'utf8');

describe.each(examples)('the example in $under', ({ language, code, under }) => {
  const [program, ...args] = PROGRAMS[language] ?? ['sh', '-c'];
  const needed = language === 'sh' ? 'curl' : program;
  // `php -r` takes code without the tag that opens a file.
  const script = code.replace(/^<\?php\n/, '');
  const execute = (variables: Record<string, string>) =>
    runScript([program, ...args], script, { AXTAR_URL: service.url, ...variables });

  it('prints what was found', async ({ skip }) => {
    skip(!isAvailable(needed), `${needed} is not installed`);
    const printed = await execute({});
    const title = /Tokaev və Si Tszinpin[^"\n]+/.exec(printed)?.[0] ?? 'nothing was printed';
    expect(sample).toContain(title);
    expect(printed).toMatch(/2024/);
    if (under !== 'curl')
      expect(printed).toMatch(/^invalid_filter: .*attribute.* \([\da-f-]{36}\)$/m);
  });

  it('sends a key, and ends with the reason when it is refused', async ({ skip }) => {
    skip(!isAvailable(needed), `${needed} is not installed`);
    const refused = await execute({ AXTAR_KEY: 'axtar_search_none' }).then(
      () => 'answered',
      (error: unknown) =>
        error instanceof Error ? Object.values(error).join() + error.message : '',
    );
    expect(refused).toContain('key_invalid');
  });
});
