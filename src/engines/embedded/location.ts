import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

const POINTER = 'current';
const FIRST = 'index-1.db';
const INDEX_FILE = /^index-(\d+)\.db/;

/**
 * The folder of an index: numbered database files, and a pointer file that names the live one.
 * Switching is one atomic rename, so a reader sees the old index or the new one, never half.
 */
export interface IndexFolder {
  readonly path: string;
  /** Name of the live database file. */
  current(): string;
  /** Full path of a database file. */
  file(name: string): string;
  /** A name that no file has had yet. */
  nextName(): string;
  switchTo(name: string): void;
  /** Deletes every database but the named ones: what a killed rebuild left behind. */
  keepOnly(...names: readonly string[]): void;
}

/** Opens the folder, making it when it is not there. */
export function openFolder(path: string): IndexFolder {
  mkdirSync(path, { recursive: true });
  const pointer = join(path, POINTER);
  return {
    path,
    file: (name) => join(path, name),
    current: () => (existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : FIRST),
    nextName: () => `index-${Math.max(1, ...numbers(path)) + 1}.db`,
    switchTo: (name) => replaceDurably(path, pointer, name),
    keepOnly: (...names) => removeOthers(path, names),
  };
}

function numbers(path: string): number[] {
  return readdirSync(path).map((name) => Number(INDEX_FILE.exec(name)?.[1] ?? 0));
}

function replaceDurably(folder: string, file: string, content: string): void {
  const temporary = `${file}.${process.pid}.tmp`;
  writeFileSync(temporary, `${content}\n`, { flush: true });
  renameSync(temporary, file);
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}

function removeOthers(folder: string, keep: readonly string[]): void {
  for (const name of readdirSync(folder)) {
    const database = /^(index-\d+\.db)/.exec(name)?.[1];
    if (database && !keep.includes(database)) rmSync(join(folder, name), { force: true });
  }
}
