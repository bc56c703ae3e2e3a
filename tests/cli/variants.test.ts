import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EVERYDAY } from '../variants/corpus.js';
import { openWorkplace } from './command.js';

const place = openWorkplace();
const empty = openWorkplace();
afterAll(() => {
  place.remove();
  empty.remove();
});

const TITLES = [
  ...Array.from({ length: 12 }, () => 'Universitet tələbələri üçün təqaüd məbləği artırılıb'),
  'Universitet tələbələri üçün təqüad məbləği açıqlanıb',
  'Dirijor Corc Blumental Naxçıvanda konsert verəcək',
  'Dirijor Corc Blumentalın konserti təxirə salınıb',
  'Dirijor Corc Blümentall Naxçıvanda konsert verib',
];

beforeAll(async () => {
  const records = [...TITLES, ...EVERYDAY].map((title, at) =>
    JSON.stringify({ id: `a${at}`, title, body: 'Mətn.' }),
  );
  const file = place.write('xeberler.ndjson', records.join('\n'));
  expect((await place.run(['index', file])).code).toBe(0);
});

describe('axtar variants', () => {
  it('prints a line a proposal, with spellings, counts and neighbours', async () => {
    const { code, stdout } = await place.run(['variants']);
    expect(code).toBe(0);
    const lines = stdout.trimEnd().split('\n');
    expect(lines).toHaveLength(2);
    expect(stdout).toMatch(/^ *\d+\.\d {2}name {2}Blumental 2, Blümentall 1 .*corc/m);
    expect(stdout).toMatch(/^ *\d+\.\d {2}typo {2}təqaüd 12, təqüad 1 .*universitet/m);
  });

  it('prints the best ones as JSON and writes them to a file', async () => {
    const options = ['--json', '--limit', '1', '--out', 'proposals.json'];
    const { code, stdout } = await place.run(['variants', ...options]);
    expect(code).toBe(0);
    const all: unknown = JSON.parse(stdout);
    expect(all).toMatchObject({ articles: TITLES.length + EVERYDAY.length });
    expect(all).toHaveProperty('proposals.length', 1);
    expect(all).toHaveProperty('proposals.0.entry.members.length', 1);
    expect(readFileSync(join(place.folder, 'proposals.json'), 'utf8')).toBe(stdout);
  });

  it('leaves out spellings in fewer articles than asked for', async () => {
    const { code, stdout } = await place.run(['variants', '--min-count', '2']);
    expect(code).toBe(0);
    expect(stdout).toBe(`Nothing to propose in ${TITLES.length + EVERYDAY.length} articles.\n`);
  });

  it('says plainly that the index is empty', async () => {
    const { code, stdout } = await empty.run(['variants']);
    expect(code).toBe(0);
    expect(stdout).toBe('The index is empty: add articles with "axtar index" first.\n');
  });

  it.each([
    [['--limit', '0'], 'whole number'],
    [['--limit', 'many'], 'whole number'],
    [['--min-count', '1.5'], 'whole number'],
    [['--min-count', ''], 'whole number'],
    [['--everything'], 'unknown option'],
  ])('refuses %j', async (options, problem) => {
    const { code, stdout, stderr } = await empty.run(['variants', ...options]);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(problem);
  });

  it('says which file it cannot write', async () => {
    const { code, stderr } = await empty.run(['variants', '--out', 'no/such/folder.json']);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^axtar: --out: cannot write .*folder\.json/m);
  });
});
