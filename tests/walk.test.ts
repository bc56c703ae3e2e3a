import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { codeBlocks, runScript, type CodeBlock } from './code-blocks.js';
import { startSample } from './service-process.js';

let service: Awaited<ReturnType<typeof startSample>>;
beforeAll(async () => {
  service = await startSample();
});
afterAll(() => service.stop());

/** Every block of commands, with the answer that the page shows below it. */
const blocks = codeBlocks('docs/walk.md');
const steps = blocks.flatMap((block, at) => {
  if (block.language !== 'sh') return [];
  const next: CodeBlock | undefined = blocks[at + 1];
  return [{ ...block, shown: next?.language === 'json' ? next.code : undefined }];
});
const [start, ...asked] = steps;

const Values = z.record(z.string(), z.unknown());

/** What a step prints: JSON, an object after the other. */
const answersIn = (printed: string) =>
  printed
    .replaceAll('}{', '}\n{')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => Values.parse(JSON.parse(line)));

it('begins with what starts the service', () => {
  expect(start?.code).toBe('npm ci\nnpm start\n');
  expect(asked.length).toBeGreaterThan(8);
});

describe.each(asked)('$under: $code', ({ code, shown, under }) => {
  it('is answered as the page shows', async () => {
    const here = code.replaceAll('http://127.0.0.1:3000', service.url);
    expect(here).not.toBe(code);
    const answers = answersIn(await runScript(['sh', '-c'], here.replaceAll('curl ', 'curl -sS ')));
    expect(answers.length).toBeGreaterThan(0);
    const refused = answers.filter((answer) => 'code' in answer);
    expect(refused).toHaveLength(code.includes('topik') ? 1 : 0);
    if (shown !== undefined) expect(answers[0]).toMatchObject(Values.parse(JSON.parse(shown)));
    if (under === 'Filter' && !code.includes('topik'))
      expect(answers[0]?.['totalHits']).not.toBe(0);
  });
});
