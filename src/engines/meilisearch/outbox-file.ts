import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { EngineError } from '../../../indexer/engine.js';
import { openDatabase, toEngineError, type Connection } from '../database.js';

/** Raised with every change of the tables. */
const VERSION = 1;

/**
 * `append` is the last number of the entries that were appended together, so that their writer
 * learns what became of all of them. The document comes last: the columns before it are read
 * without it.
 */
const SCHEMA = `
  BEGIN IMMEDIATE;
  CREATE TABLE IF NOT EXISTS entries (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    append INTEGER NOT NULL,
    sent INTEGER NOT NULL DEFAULT 0,
    bytes INTEGER NOT NULL,
    pk TEXT NOT NULL, id TEXT NOT NULL,
    document TEXT
  );
  CREATE INDEX IF NOT EXISTS waiting ON entries (seq, bytes) WHERE sent = 0;
  CREATE TABLE IF NOT EXISTS refused (
    seq INTEGER PRIMARY KEY,
    append INTEGER NOT NULL,
    id TEXT NOT NULL, reason TEXT NOT NULL, at TEXT NOT NULL
  );
  CREATE INDEX IF NOT EXISTS refused_append ON refused (append);
  CREATE TABLE IF NOT EXISTS state (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  PRAGMA user_version = ${VERSION};
  COMMIT;
`;

/** The file of an outbox, with its tables. */
export interface OutboxFile {
  readonly path: string;
  readonly connection: Connection;
  /** Runs `work` as one transaction, durable when this returns; a failure leaves nothing of it. */
  transaction<Result>(work: () => Result): Result;
}

/**
 * Opens the file of an outbox; makes it, and its folder, where there is none.
 * @throws EngineError `index_unusable` when it is no outbox of this version
 */
export function openOutboxFile(path: string): OutboxFile {
  const connection = openIn(path);
  try {
    createTables(connection, path);
  } catch (error) {
    connection.close();
    throw toEngineError(error, path);
  }
  return { path, connection, transaction: (work) => transact(connection, path, work) };
}

function openIn(path: string): Connection {
  try {
    mkdirSync(dirname(path), { recursive: true });
    return openDatabase(path);
  } catch (error) {
    throw toEngineError(error, path);
  }
}

const Version = z.tuple([z.int()]);

function createTables(connection: Connection, path: string): void {
  const version = connection.one(Version, 'PRAGMA user_version')?.[0] ?? 0;
  if (version === VERSION) return;
  if (version === 0) {
    connection.exec(SCHEMA);
    return;
  }
  throw new EngineError(
    'index_unusable',
    `The outbox ${path} has format ${version}, this version of Axtar reads ${VERSION}. Let the version that made it send what waits, then delete the file.`,
  );
}

function transact<Result>(connection: Connection, path: string, work: () => Result): Result {
  try {
    connection.exec('BEGIN IMMEDIATE');
  } catch (error) {
    throw toEngineError(error, path);
  }
  try {
    const result = work();
    connection.exec('COMMIT');
    return result;
  } catch (error) {
    rollBack(connection);
    throw toEngineError(error, path);
  }
}

/** After some failures, a full disk among them, SQLite has rolled back by itself. */
function rollBack(connection: Connection): void {
  try {
    connection.exec('ROLLBACK');
  } catch {
    // The failure that led here is the one to tell.
  }
}
