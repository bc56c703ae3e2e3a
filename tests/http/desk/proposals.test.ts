import { writeFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openHouse, type House } from '../house.js';
import { comeIn, type Visitor } from './visitor.js';

const PATH = '/desk/words/proposals';
const spelling = (name: string) => ({
  spelling: name,
  count: 3,
  articles: 2,
  forms: [name],
  examples: ['neft'],
});
const proposal = (head: string, member: string) => ({
  kind: 'name',
  score: 0.9,
  file: 'name-aliases.json',
  change: 'add',
  entry: { id: head.toLowerCase(), mode: 'mutual', head, members: [member] },
  evidence: {
    spellings: [spelling(head), spelling(member)],
    pairs: [
      { spellings: [head, member], score: 0.9, portion: 0.5, sound: true, neighbours: ['nazir'] },
    ],
  },
});

let house: House;
let editor: Visitor;
beforeAll(async () => {
  house = await openHouse();
  editor = comeIn(house);
  mkdirSync(join(house.dataDir, 'words'), { recursive: true });
  const file = {
    version: 1,
    minedAt: '2026-05-01T08:00:00Z',
    articles: 12,
    proposals: [proposal('Zxanov', 'Zxenov'), proposal('Qzzelli', 'Qzalli')],
  };
  writeFileSync(join(house.dataDir, 'words', 'proposals.json'), JSON.stringify(file));
});
afterAll(() => house.close());

const open = async () => (await editor.get(PATH)).text;
const idOf = (page: string, head: string): string =>
  new RegExp(`id="p-([^"]+)"[^>]*>${head}`).exec(page)?.[1] ?? '';

it('a proposal is shown with its evidence, and accepted', async () => {
  const page = await open();
  expect(page).toContain('Zxanov = Zxenov');
  expect(page).toContain('nazir');
  expect(page).toContain('href="/desk/articles/neft"');
  const answer = await editor.post(PATH, { intent: 'accept', id: idOf(page, 'Zxanov') });
  expect(answer.headers['location']).toBe(`${PATH}?done=accepted`);
  expect(house.service.words.effective().at(-1)?.members).toEqual(['Zxenov']);
  expect(await open()).not.toContain('Zxanov = Zxenov');
  const [version] = house.service.words.history();
  expect(version?.note).toBe('Təklifdən qəbul olunub');
});

it('a proposal that is rejected does not come again, and changes nothing', async () => {
  const before = house.service.words.effective();
  const id = idOf(await open(), 'Qzzelli');
  const answer = await editor.post(PATH, { intent: 'reject', id });
  expect(answer.headers['location']).toBe(`${PATH}?done=rejected`);
  expect(await open()).not.toContain('Qzzelli');
  expect(house.service.words.effective()).toBe(before);
});

it.each(['accept', 'reject'])('%s of what is not proposed says so', async (intent) => {
  const answer = await editor.post(PATH, { intent, id: '<b>' });
  expect(answer.headers['location']).toBe(`${PATH}?done=gone`);
});
