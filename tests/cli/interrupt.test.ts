import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openWorkplace, parseLines } from './command.js';

const place = openWorkplace();
afterAll(() => place.remove());

const DOCUMENTS = 12_000;
const words =
  'neft qaz şəhər kitab dəniz qatar məktəb müəllim yağış bazar körpü dağ çay yol gün'.split(' ');
const wordAt = (n: number) => `${words[n % words.length] ?? ''}${n % 97}`;
const bodyOf = (n: number) =>
  Array.from({ length: 90 }, (_, at) => wordAt(n * 7 + at * 13)).join(' ');
const large = place.write(
  'large.ndjson',
  Array.from({ length: DOCUMENTS }, (_, n) =>
    JSON.stringify({
      id: `m${n}`,
      title: `Xəbər ${n}`,
      body: bodyOf(n),
      topics: ['idman'],
      lang: 'az',
    }),
  ).join('\n'),
);

const exported = async (variables = {}) => {
  const { code, stdout } = await place.run(['export'], '', variables);
  expect(code).toBe(0);
  return parseLines(stdout).map((line) => z.looseObject({ id: z.string() }).parse(line).id);
};

/** Waits until a first batch is on its way to the disk: then there is something to interrupt. */
async function somethingWritten(dataDir: string): Promise<void> {
  const folder = join(place.folder, dataDir, 'index');
  const bytes = () =>
    existsSync(folder)
      ? readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0)
      : 0;
  await expect.poll(bytes, { timeout: 60_000, interval: 20 }).toBeGreaterThan(1_000_000);
}

describe('axtar index, stopped by Ctrl-C', () => {
  it('leaves what it counted, whole and searchable, and the next run does the rest', async () => {
    const running = place.start(['index', large]);
    await somethingWritten('data');
    running.process.kill('SIGINT');
    const { code, stderr } = await running.ended;
    expect(code).toBe(130);
    const counted = Number(/(\d+) indexed, 0 skipped/.exec(stderr)?.[1]);
    expect(stderr).toMatch(/Interrupted\..*run it again/);
    expect(counted).toBeLessThan(DOCUMENTS);
    const kept = await exported();
    expect(kept).toEqual(Array.from({ length: counted }, (_, n) => `m${n}`));
    const { stdout } = await place.run(['search', '--json', '--hits-per-page', '1', 'xəbər ']);
    expect(JSON.parse(stdout)).toMatchObject({ totalHits: counted });

    const again = await place.run(['index', large]);
    expect(again.code).toBe(0);
    const whole = await exported();
    expect(whole).toHaveLength(DOCUMENTS);
    expect(new Set(whole).size).toBe(DOCUMENTS);
  }, 180_000);

  it('ends on a second Ctrl-C at once, and nothing is broken', async () => {
    const folder = { AXTAR_DATA_DIR: join(place.folder, 'second') };
    const running = place.start(['index', large], folder);
    await somethingWritten('second');
    running.process.kill('SIGINT');
    running.process.kill('SIGINT');
    await running.ended;
    const { stdout } = await place.run(['stats', '--json'], '', folder);
    const { documents } = z.looseObject({ documents: z.int() }).parse(JSON.parse(stdout));
    expect(documents).toBeLessThan(DOCUMENTS);
    expect(await exported(folder)).toHaveLength(documents);
  }, 180_000);
});
