import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { describeSystemError } from '../../indexer/sources/system-error.js';
import { openDatabase } from '../engines/database.js';
import { KeysError } from './error.js';
import { KeysContent, writeContent, type StoredKey } from './record.js';
import { replaceSecretFile } from './secret-file.js';

/** The file of the keys, which several processes read and change. */
export interface KeysFile {
  /** As it is now; read only when it has changed. */
  read(): readonly StoredKey[];
  /** Runs `work` while nobody else changes the file; `write` replaces the keys durably. */
  change<Result>(work: (keys: readonly StoredKey[], write: Write) => Result): Result;
}

type Write = (keys: readonly StoredKey[]) => void;

/** @throws KeysError from each function */
export function openKeysFile(path: string): KeysFile {
  let known: { readonly stamp: string; readonly keys: readonly StoredKey[] } | undefined;

  function read(): readonly StoredKey[] {
    // Looked at before it is read: what changes in between is read once more the next time.
    const stamp = tell(path, 'read', () => stampOf(path));
    if (known?.stamp !== stamp) known = { stamp, keys: readKeys(path) };
    return known.keys;
  }

  const write: Write = (keys) =>
    tell(path, 'written', () => replaceSecretFile(path, writeContent(keys)));

  return { read, change: (work) => alone(path, () => work(read(), write)) };
}

/** Differs whenever the file is another one, or has other content. */
function stampOf(path: string): string {
  const stat = statSync(path, { bigint: true, throwIfNoEntry: false });
  return stat ? [stat.ino, stat.size, stat.mtimeNs, stat.ctimeNs].join(' ') : 'none';
}

function readKeys(path: string): readonly StoredKey[] {
  const text = tell(path, 'read', () => readIfThere(path));
  if (text === undefined) return [];
  const parsed = KeysContent.safeParse(parseJson(text, path));
  if (parsed.success) return parsed.data.keys;
  const places = parsed.error.issues.map(
    (issue) => `${path}: ${z.core.toDotPath(issue.path)}: ${issue.message}`,
  );
  throw new KeysError(places.join('\n'));
}

function readIfThere(path: string): string | undefined {
  const there = statSync(path, { throwIfNoEntry: false }) !== undefined;
  return there ? readFileSync(path, 'utf8') : undefined;
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // What the parser says quotes the file.
    throw new KeysError(`${path}: expected JSON`);
  }
}

/** A lock of SQLite, as everywhere in the data folder: it ends with its process. */
function alone<Result>(path: string, work: () => Result): Result {
  const unlock = tell(path, 'locked', () => {
    mkdirSync(dirname(path), { recursive: true });
    const lock = openDatabase(`${path}.lock`);
    try {
      lock.exec('BEGIN EXCLUSIVE');
    } catch (error) {
      lock.close();
      throw error;
    }
    return () => {
      lock.exec('ROLLBACK');
      lock.close();
    };
  });
  try {
    return work();
  } finally {
    unlock();
  }
}

function tell<Result>(path: string, done: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new KeysError(`${path}: cannot be ${done}: ${describeSystemError(error) ?? reason}`, {
      cause: error,
    });
  }
}
