import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openFolder, type IndexFolder } from '../../../src/engines/embedded/location.js';
import { makeTemporaryFolder, type TemporaryFolder } from './folder.js';

let temporary: TemporaryFolder;
let folder: IndexFolder;
beforeEach(() => {
  temporary = makeTemporaryFolder();
  folder = openFolder(temporary.path);
});
afterEach(() => temporary.remove());

const make = (...names: readonly string[]) => {
  for (const name of names) writeFileSync(folder.file(name), '');
};
const names = () => readdirSync(folder.path).sort();

it('is made when it is not there, and names the first file', () => {
  expect(existsSync(temporary.path)).toBe(true);
  expect(folder.path).toBe(temporary.path);
  expect(folder.current()).toBe('index-1.db');
  expect(folder.file('index-1.db')).toBe(join(temporary.path, 'index-1.db'));
});

it('switches for everybody who has it open', () => {
  const other = openFolder(temporary.path);
  make('index-2.db', 'index-3.db');
  folder.switchTo('index-2.db');
  expect([folder.current(), other.current()]).toEqual(['index-2.db', 'index-2.db']);
  other.switchTo('index-3.db');
  expect(folder.current()).toBe('index-3.db');
  expect(names()).toEqual(['current', 'index-2.db', 'index-3.db']);
});

it.each([
  [[], 'index-2.db'],
  [['index-1.db'], 'index-2.db'],
  [['index-9.db', 'index-10.db'], 'index-11.db'],
  [['index-7.db-wal'], 'index-8.db'],
  [['index-x.db', 'my-index-20.db', 'rebuild.lock'], 'index-2.db'],
])('beside %j the next name is %s', (present, next) => {
  make(...present);
  expect(folder.nextName()).toBe(next);
});

it('deletes the other databases with all their parts, and nothing else', () => {
  make('index-1.db', 'index-1.db-wal', 'index-1.db-shm', 'index-12.db', 'index-12.db-wal');
  make('index-2.db', 'index-2.db-wal', 'rebuild.lock', 'notes.txt');
  folder.switchTo('index-2.db');
  folder.keepOnly('index-2.db');
  expect(names()).toEqual(['current', 'index-2.db', 'index-2.db-wal', 'notes.txt', 'rebuild.lock']);
});
