import { readdirSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { SearchEngine } from '../../../indexer/engine.js';
import { openDatabase } from '../../../src/engines/database.js';
import { createEmbeddedEngine } from '../../../src/engines/embedded/engine.js';
import { openFolder } from '../../../src/engines/embedded/location.js';
import { collect, idsOf, makeDocument, toQuery } from '../../contract/test-index.js';
import { drain, startChild } from './child.js';
import { makeTemporaryFolder, type TemporaryFolder } from './folder.js';

const BATCH = [0, 1, 2, 3, 4];
const LONGEST_WAIT_MS = 40;

let folder: TemporaryFolder;
beforeEach(() => {
  folder = makeTemporaryFolder();
});
afterEach(() => folder.remove());

/** Runs a writing child, kills it at a random moment after so many writes; the batches it acknowledged. */
async function runAndKill(script: string, first: number, writes: number): Promise<number[]> {
  const child = startChild(script, folder.path, String(first));
  const acknowledged: string[] = [];
  for (let count = 0; count < writes; count++) {
    const { value, done } = await child.lines.next();
    if (done) throw new Error(`${script} has ended by itself.`);
    acknowledged.push(value);
  }
  await wait(Math.random() * LONGEST_WAIT_MS);
  await child.kill();
  return [...acknowledged, ...(await drain(child))].map(Number);
}

/** Nothing acknowledged is lost, and a batch is there as a whole or not at all. */
async function expectBatches(
  engine: SearchEngine,
  acknowledged: readonly number[],
  kills: number,
): Promise<void> {
  const ids = new Set((await collect(engine.articles())).map(({ id }) => id));
  for (const number of acknowledged) {
    for (const at of BATCH) expect(ids).toContain(`${number}-${at}`);
  }
  const batches = new Set([...ids].filter((id) => id !== 'same').map((id) => id.split('-')[0]));
  expect(ids.size).toBe(batches.size * BATCH.length + 1);
  // Each time at most one write was under way.
  expect(batches.size - acknowledged.length).toBeLessThanOrEqual(kills);
  const last = Math.max(...acknowledged);
  const query = toQuery('daimi ', { limit: 1 });
  expect((await engine.search(query)).total).toBe(batches.size * BATCH.length);
  const found = idsOf(await engine.search(toQuery(`dəstə${last} `, { typos: false })));
  expect(found.sort()).toEqual(BATCH.map((at) => `${last}-${at}`));
}

const Text = z.tuple([z.string()]);

function expectSoundFile() {
  const { file, current } = openFolder(folder.path);
  const connection = openDatabase(file(current()));
  expect(connection.all(Text, 'PRAGMA integrity_check')).toEqual([['ok']]);
  expect(() =>
    connection.exec("INSERT INTO fts (fts, rank) VALUES ('integrity-check', 0)"),
  ).not.toThrow();
  connection.close();
}

/** The index is whole, can be written to at once, and a rebuild leaves no trace of what happened. */
async function expectSoundIndex(acknowledged: readonly number[], kills: number): Promise<void> {
  expectSoundFile();
  const engine = createEmbeddedEngine({ folder: folder.path, threads: 1 });
  try {
    await expectBatches(engine, acknowledged, kills);
    await engine.upsert([makeDocument({ id: 'same', body: 'sonrakı' })]);
    await engine.rebuild();
    await expectBatches(engine, acknowledged, kills);
    expect(idsOf(await engine.search(toQuery('sonrakı ')))).toEqual(['same']);
  } finally {
    await engine.close();
  }
  expectSoundFile();
  const names = readdirSync(folder.path).filter((name) => !/^rebuild\.lock|-(wal|shm)$/.test(name));
  expect(names.sort()).toEqual(['current', openFolder(folder.path).current()]);
}

describe('after kill -9', () => {
  it.each(['writer.mjs', 'rebuilder.mjs'])(
    'of %s no acknowledged write is lost, time after time',
    async (script) => {
      const acknowledged: number[] = [];
      for (const [round, writes] of [1, 4, 9, 25].entries()) {
        const next = Math.max(-1, ...acknowledged) + 2;
        acknowledged.push(...(await runAndKill(script, next, writes)));
        await expectSoundIndex(acknowledged, round + 1);
      }
    },
  );

  it.each([
    ['while documents are copied', 'index-1.db'],
    ['before the switch', 'index-1.db'],
    ['before the pointer is renamed', 'index-1.db'],
    ['after the switch', 'index-2.db'],
    ['while the old file is deleted', 'index-2.db'],
  ])('%s, %s is the index', async (moment, live) => {
    const acknowledged = await runAndKill('writer.mjs', 0, 10);
    const child = startChild('switcher.mjs', folder.path, moment);
    expect(await drain(child)).toEqual([]);
    expect(openFolder(folder.path).current()).toBe(live);
    await expectSoundIndex(acknowledged, 1);
  });
});
