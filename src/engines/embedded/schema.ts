import { z } from 'zod';
import { EngineError } from '../../../indexer/engine.js';
import type { Connection } from '../database.js';

/** Raised with every change of the tables. */
const VERSION = 1;

/**
 * One index file. `docs.row` is dense and never used again: the readers' arrays are indexed by it.
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
    date INTEGER, month TEXT,
    forms BLOB NOT NULL
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
  PRAGMA user_version = ${VERSION};
  COMMIT;
`;

const Version = z.tuple([z.int()]);

/**
 * Makes the tables of a new index file; an index that has them is left as it is.
 * @throws EngineError `index_unusable` when another version of Axtar made the file
 */
export function createSchema(connection: Connection): void {
  const version = connection.one(Version, 'PRAGMA user_version')?.[0] ?? 0;
  if (version === VERSION) return;
  if (version === 0) {
    connection.exec(SCHEMA);
    return;
  }
  throw new EngineError(
    'index_unusable',
    `The index has format ${version}, this version of Axtar reads ${VERSION}. Delete its folder and index again.`,
  );
}

const MetaRow = z.tuple([z.string()]);

export function readMeta(connection: Connection, key: string): string | undefined {
  return connection.one(MetaRow, 'SELECT value FROM meta WHERE key = ?', key)?.[0];
}

export function writeMeta(connection: Connection, key: string, value: string): void {
  connection.run('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)', key, value);
}

/** The number of the last write; 0 in a new index. */
export const lastSeq = (connection: Connection): number => Number(readMeta(connection, 'seq') ?? 0);

/** Numbers the write that is under way. */
export function nextSeq(connection: Connection): number {
  const seq = lastSeq(connection) + 1;
  writeMeta(connection, 'seq', String(seq));
  return seq;
}
