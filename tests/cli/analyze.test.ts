import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openWorkplace, parseLines } from './command.js';

const place = openWorkplace();
afterAll(() => place.remove());

/** Exactly these fields: the shape is public. */
const Line = z.strictObject({
  text: z.string(),
  script: z.enum(['Latn', 'Cyrl', 'Arab', 'mixed']),
  tokens: z.array(
    z.strictObject({
      text: z.string(),
      start: z.int(),
      end: z.int(),
      fold: z.string().min(1),
      stems: z.array(z.string().min(1)).min(1),
      nameKeys: z.array(z.string().min(1)),
    }),
  ),
});

async function analyze(stdin: string | Uint8Array) {
  const { code, stdout, stderr } = await place.run(['analyze'], stdin);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return parseLines(stdout).map((line) => Line.parse(line));
}

describe('axtar analyze', () => {
  it('prints one object a line, its fields in the order that is documented', async () => {
    const { stdout } = await place.run(['analyze'], 'dünən Токаев 2024-cü\n');
    expect(stdout).toBe(
      '{"text":"dünən Токаев 2024-cü","script":"mixed","tokens":[' +
        '{"text":"dünən","start":0,"end":5,"fold":"dunen","stems":["dunen"],"nameKeys":[]},' +
        '{"text":"Токаев","start":6,"end":12,"fold":"tokayev","stems":["tokayev","tokaev"],"nameKeys":["TOKAV"]},' +
        '{"text":"2024","start":13,"end":17,"fold":"2024","stems":["2024"],"nameKeys":[]}]}\n',
    );
  });

  it('gives back every line as it came, empty ones and the last one too', async () => {
    const lines = ['Bakı', '', '  boşluq  ', '\tcədvəl', 'null\0bayt', '👍🏽', 's\u0327əhər', 'son'];
    const found = await analyze(lines.join('\n'));
    expect(found.map(({ text }) => text)).toEqual(lines);
    expect(await analyze(`${lines.join('\r\n')}\r\n`)).toEqual(found);
  });

  it('ends a line at a line feed alone', async () => {
    const found = await analyze('bir\riki\u2028üç\n\r\ndörd\r');
    expect(found.map(({ text }) => text)).toEqual(['bir\riki\u2028üç', '', 'dörd']);
  });

  it('counts offsets in UTF-16 units of the given text', async () => {
    const found = await analyze('👍 s\u0327əhər Kasım\u2011Jomart “SOCAR”ın\nƏ\u00ADliyev');
    for (const { text, tokens } of found) {
      for (const token of tokens) expect(text.slice(token.start, token.end)).toBe(token.text);
    }
    expect(found.map(({ tokens }) => tokens.map((token) => token.text))).toEqual([
      ['s\u0327əhər', 'Kasım', 'Jomart', 'SOCAR'],
      ['Ə\u00ADliyev'],
    ]);
  });

  it('prints nothing for nothing', async () => {
    expect(await analyze('')).toEqual([]);
  });

  it('takes bytes that are no UTF-8, and a line of a million letters', async () => {
    expect(await analyze(Uint8Array.of(0xff, 0xfe, 0x41, 0xc3))).toHaveLength(1);
    const [line] = await analyze('şəhər '.repeat(160_000));
    expect(line?.tokens).toHaveLength(160_000);
  });

  it('ends well when its reader has seen enough', async () => {
    const running = place.start(['analyze']);
    running.process.stdin.on('error', () => undefined).write('Bakı\n'.repeat(50_000));
    await running.waitFor(/Bakı/);
    running.process.stdout.destroy();
    running.process.stdin.end('Bakı\n'.repeat(50_000));
    expect(await running.ended).toMatchObject({ code: 0, stderr: '' });
  });
});
