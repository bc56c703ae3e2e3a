import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { EngineQuery } from '../../../indexer/engine.js';
import { openDatabase } from '../../../src/engines/database.js';
import { createEmbeddedEngine } from '../../../src/engines/embedded/engine.js';
import { idsOf, makeDocument, toQuery, type Draft } from '../../contract/test-index.js';
import { makeTemporaryFolder, type TemporaryFolder } from './folder.js';

/** What format 2 has and format 1 had not, taken back. */
const TO_FORMAT_1 = `
  ALTER TABLE docs DROP COLUMN lang;
  ALTER TABLE docs DROP COLUMN n;
  ALTER TABLE docs RENAME COLUMN day TO month;
  UPDATE docs SET month = substr(month, 1, 7);
  DELETE FROM meta WHERE key IN ('file', 'last_n');
  PRAGMA user_version = 1;
`;

const DRAFTS: readonly Draft[] = [
  { id: 'a', body: 'alma', lang: 'ru', date: '2023-12-31T19:59:59Z' },
  { id: 'b', body: 'alma', lang: 'a\\', date: '2023-12-31T20:00:00Z' },
  { id: 'c', body: 'alma', lang: 'az' },
];

let folder: TemporaryFolder;
beforeEach(async () => {
  folder = makeTemporaryFolder();
  const engine = createEmbeddedEngine({ folder: folder.path, threads: 1 });
  await engine.upsert(DRAFTS.map(makeDocument));
  await engine.close();
  const connection = openDatabase(join(folder.path, 'index-1.db'));
  connection.exec(TO_FORMAT_1);
  connection.close();
});
afterEach(() => folder.remove());

async function ask(options: Partial<EngineQuery>) {
  const engine = createEmbeddedEngine({ folder: folder.path, threads: 1 });
  try {
    return await engine.search(toQuery('alma ', options));
  } finally {
    await engine.close();
  }
}

it('gives an index of the format before its languages and days', async () => {
  const { facets } = await ask({ facets: ['lang', 'day', 'month'] });
  expect(facets.lang?.map(({ value }) => value).sort()).toEqual(['a\\', 'az', 'ru']);
  expect(facets.day?.map(({ value }) => value)).toEqual(['2024-01-01', '2023-12-31']);
  expect(facets.month?.map(({ value }) => value)).toEqual(['2024-01', '2023-12']);
});

it('filters an index of the format before, opened twice', async () => {
  await ask({});
  expect(idsOf(await ask({ filters: { lang: ['a\\', 'ru'] } }))).toEqual(['b', 'a']);
});
