import { mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { EngineError } from '../../../indexer/engine.js';
import { openDatabase } from '../../../src/engines/database.js';
import { createEmbeddedEngine } from '../../../src/engines/embedded/engine.js';
import { makeDocument } from '../../contract/test-index.js';
import { makeTemporaryFolder, type TemporaryFolder } from './folder.js';

let folder: TemporaryFolder;
beforeEach(() => {
  folder = makeTemporaryFolder();
});
afterEach(() => folder.remove());

const inFolder = (name: string) => join(folder.path, name);

async function makeIndex(): Promise<void> {
  const engine = createEmbeddedEngine({ folder: folder.path, threads: 1 });
  await engine.upsert(
    Array.from({ length: 200 }, (_, at) => makeDocument({ id: `${at}`, body: `söz${at}` })),
  );
  await engine.close();
  const connection = openDatabase(inFolder('index-1.db'));
  connection.exec('PRAGMA wal_checkpoint (TRUNCATE)');
  connection.close();
}

const DAMAGES: Record<string, { file: string; damage: () => void }> = {
  'is no database': {
    file: 'index-1.db',
    damage: () => writeFileSync(inFolder('index-1.db'), 'Bu, verilənlər bazası deyil. '.repeat(99)),
  },
  'ends too soon': {
    file: 'index-1.db',
    damage: () => truncateSync(inFolder('index-1.db'), 4096),
  },
  'has a torn first page': {
    file: 'index-1.db',
    damage: () => {
      const bytes = readFileSync(inFolder('index-1.db'));
      writeFileSync(inFolder('index-1.db'), bytes.fill(0xa5, 100, 4096));
    },
  },
  'was made by another version': {
    file: 'format 99',
    damage: () => {
      const connection = openDatabase(inFolder('index-1.db'));
      connection.exec('PRAGMA user_version = 99');
      connection.close();
    },
  },
  'is named wrongly by the pointer': {
    file: 'current',
    damage: () => writeFileSync(inFolder('current'), '../somewhere/else\n'),
  },
  'is not the one that the pointer names': {
    file: 'current',
    damage: () => writeFileSync(inFolder('current'), 'index-7.db\n'),
  },
  'is named by an empty pointer': {
    file: 'current',
    damage: () => writeFileSync(inFolder('current'), ''),
  },
};

it.each(Object.keys(DAMAGES))('says so when the index %s', async (name) => {
  await makeIndex();
  DAMAGES[name]?.damage();
  const open = () => createEmbeddedEngine({ folder: folder.path });
  expect(open).toThrow(EngineError);
  expect(open).toThrow(expect.objectContaining({ code: 'index_unusable' }));
  expect(open).toThrow(DAMAGES[name]?.file);
});

it('says so when the folder is a file', () => {
  mkdirSync(dirname(folder.path), { recursive: true });
  writeFileSync(folder.path, '');
  const open = () => createEmbeddedEngine({ folder: folder.path });
  expect(open).toThrow(expect.objectContaining({ code: 'index_unusable' }));
  expect(open).toThrow(folder.path);
});

it('refuses a rebuild while another one is under way, wherever it runs', async () => {
  const engine = createEmbeddedEngine({ folder: folder.path, threads: 1 });
  const other = openDatabase(inFolder('rebuild.lock'));
  try {
    other.exec('BEGIN EXCLUSIVE');
    const refused = engine.rebuild();
    await expect(refused).rejects.toThrow(EngineError);
    await expect(refused).rejects.toMatchObject({ code: 'rebuild_running' });
    other.exec('ROLLBACK');
    await expect(engine.rebuild()).resolves.toBeUndefined();
  } finally {
    other.close();
    await engine.close();
  }
});
