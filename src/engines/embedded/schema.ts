import { z } from 'zod';
import { EngineError } from '../../../indexer/engine.js';
import type { Connection } from '../database.js';
import { migrate } from './migrate.js';

/** Raised with every change of the tables; `migrate` brings the version before to this one. */
const VERSION = 2;

/** Tells this file from every other that ever bore its name. */
const NAME_FILE = "INSERT OR IGNORE INTO meta VALUES ('file', lower(hex(randomblob(8))))";

/**
 * One index file. `docs.row` is dense and never used again: the readers' arrays are indexed by it.
 * `n` numbers the documents as they came in; they keep it through every rebuild.
 * `seq` numbers the writes, so a reader (of any process) fetches just what changed since it looked.
 * `fts` holds no text, only terms: per field the folded words and the stems, and the name keys.
 * `vocab` keeps every word form once; `docs.forms` is the document as numbers of forms.
 */
const SCHEMA = `
  BEGIN IMMEDIATE;
  CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS docs (
    row INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    seq INTEGER NOT NULL,
    article TEXT NOT NULL,
    author TEXT, author_name TEXT, source TEXT, topics TEXT NOT NULL,
    date INTEGER, day TEXT,
    forms BLOB NOT NULL,
    lang TEXT NOT NULL DEFAULT '',
    n INTEGER NOT NULL DEFAULT 0
  );
  CREATE INDEX IF NOT EXISTS docs_seq ON docs (seq);
  CREATE TABLE IF NOT EXISTS removed (
    row INTEGER PRIMARY KEY, id TEXT NOT NULL, seq INTEGER NOT NULL
  );
  CREATE INDEX IF NOT EXISTS removed_seq ON removed (seq);
  CREATE VIRTUAL TABLE IF NOT EXISTS fts USING fts5 (
    title_fold, title_stem, extra_fold, extra_stem, body_fold, body_stem, keys,
    content = '', contentless_delete = 1, prefix = '2 3', tokenize = 'ascii'
  );
  CREATE TABLE IF NOT EXISTS vocab (
    id INTEGER PRIMARY KEY, form TEXT NOT NULL UNIQUE, fold TEXT NOT NULL
  );
  CREATE INDEX IF NOT EXISTS vocab_fold ON vocab (fold);
  CREATE TABLE IF NOT EXISTS vocab_stem (stem TEXT, id INTEGER, PRIMARY KEY (stem, id)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS vocab_key (key TEXT, id INTEGER, PRIMARY KEY (key, id)) WITHOUT ROWID;
  ${NAME_FILE};
  PRAGMA user_version = ${VERSION};
  COMMIT;
`;

const Version = z.tuple([z.int()]);

/**
 * Makes the tables of a new index file, or brings those of the version before up to date; an index
 * that has them is left as it is.
 * @throws EngineError `index_unusable` when another version of Axtar made the file
 */
export function createSchema(connection: Connection): void {
  const version = versionOf(connection);
  if (version === VERSION) return;
  if (version === 0) {
    connection.exec(SCHEMA);
    return;
  }
  if (version === VERSION - 1) {
    bringUpToDate(connection);
    return;
  }
  throw new EngineError(
    'index_unusable',
    `The index has format ${version}, this version of Axtar reads ${VERSION}. Delete its folder and index again.`,
  );
}

function bringUpToDate(connection: Connection): void {
  connection.exec('BEGIN IMMEDIATE');
  try {
    // Another process may have done it while we waited for the lock.
    if (versionOf(connection) < VERSION) {
      migrate(connection);
      connection.exec(`${NAME_FILE}; PRAGMA user_version = ${VERSION}`);
    }
    connection.exec('COMMIT');
  } catch (error) {
    connection.exec('ROLLBACK');
    throw error;
  }
}

const versionOf = (connection: Connection): number =>
  connection.one(Version, 'PRAGMA user_version')?.[0] ?? 0;

const MetaRow = z.tuple([z.string()]);

export function readMeta(connection: Connection, key: string): string | undefined {
  return connection.one(MetaRow, 'SELECT value FROM meta WHERE key = ?', key)?.[0];
}

export function writeMeta(connection: Connection, key: string, value: string): void {
  connection.run('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)', key, value);
}

/** The number of the last write; 0 in a new index. */
export const lastSeq = (connection: Connection): number => Number(readMeta(connection, 'seq') ?? 0);

/** Names the state of an index among all states of all index files. */
export const revisionOf = (connection: Connection): string =>
  `${readMeta(connection, 'file') ?? ''}-${lastSeq(connection)}`;

/** Numbers the write that is under way. */
export function nextSeq(connection: Connection): number {
  const seq = lastSeq(connection) + 1;
  writeMeta(connection, 'seq', String(seq));
  return seq;
}

/** The greatest number that a document ever got; 0 in a new index. */
export const lastNumber = (connection: Connection): number =>
  Number(readMeta(connection, 'last_n') ?? 0);

export const writeLastNumber = (connection: Connection, n: number): void =>
  writeMeta(connection, 'last_n', String(n));
