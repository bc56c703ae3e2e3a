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
import { EngineError } from '../../../indexer/engine.js';

const POINTER = 'current';
const FIRST = 'index-1.db';
const INDEX_FILE = /^index-(\d+)\.db/;
const INDEX_NAME = /^index-\d+\.db$/;

/**
 * The folder of an index: numbered database files, and a pointer file that names the live one.
 * Switching is one atomic rename, so a reader sees the old index or the new one, never half.
 */
export interface IndexFolder {
  readonly path: string;
  /**
   * Name of the live database file.
   * @throws EngineError `index_unusable` when the pointer names none
   */
  current(): string;
  /** Full path of a database file. */
  file(name: string): string;
  /** A name that no file has now. */
  nextName(): string;
  switchTo(name: string): void;
  /** Deletes every database but the named ones: what a killed rebuild left behind. */
  keepOnly(...names: readonly string[]): void;
}

/**
 * Opens the folder, making it when it is not there.
 * @throws EngineError `index_unusable` when it cannot be made
 */
export function openFolder(path: string): IndexFolder {
  makeFolder(path);
  const pointer = join(path, POINTER);
  return {
    path,
    file: (name) => join(path, name),
    current: () => readPointer(path, pointer),
    nextName: () => `index-${Math.max(1, ...numbers(path)) + 1}.db`,
    switchTo: (name) => replaceDurably(path, pointer, name),
    keepOnly: (...names) => removeOthers(path, names),
  };
}

function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new EngineError('index_unusable', `Cannot make the index folder ${path}: ${reason}.`, {
      cause: error,
    });
  }
}

/** Without a pointer the index is new, or was never rebuilt. */
function readPointer(folder: string, pointer: string): string {
  for (let before: string | undefined; ;) {
    const name = existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : undefined;
    if (name === undefined) return FIRST;
    if (INDEX_NAME.test(name) && existsSync(join(folder, name))) return name;
    // Its file is deleted after the next switch only: the same name twice is no switch.
    if (name === before) {
      const problem = `${pointer} names "${name}", expected an index file of its folder.`;
      throw new EngineError('index_unusable', problem);
    }
    before = name;
  }
}

function numbers(path: string): number[] {
  return readdirSync(path).map((name) => Number(INDEX_FILE.exec(name)?.[1] ?? 0));
}

function replaceDurably(folder: string, file: string, content: string): void {
  // One name for all: only one process at a time rebuilds, and what a killed one left is overwritten.
  const temporary = `${file}.tmp`;
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
