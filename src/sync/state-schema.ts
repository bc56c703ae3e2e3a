import { z } from 'zod';
import type { Connection } from '../engines/database.js';
import { SourcesError } from './sources.js';

const VERSION = 1;

/**
 * `entry` is what a source lists, `held` the articles that came of an entry, `article` what was
 * pushed, `mark` what a listing said of its own version, `run` the history.
 */
const SCHEMA = `
  CREATE TABLE entry (
    source TEXT NOT NULL, key TEXT NOT NULL, address TEXT NOT NULL, stamp TEXT, etag TEXT,
    modified TEXT, checked INTEGER NOT NULL, problem TEXT, unlisted INTEGER,
    PRIMARY KEY (source, key)
  ) WITHOUT ROWID;
  CREATE TABLE held (
    source TEXT NOT NULL, key TEXT NOT NULL, article TEXT NOT NULL,
    PRIMARY KEY (source, key, article)
  ) WITHOUT ROWID;
  CREATE INDEX held_article ON held (article);
  CREATE TABLE article (
    id TEXT PRIMARY KEY, hash TEXT NOT NULL, owner TEXT NOT NULL, title TEXT NOT NULL
  ) WITHOUT ROWID;
  CREATE TABLE mark (
    source TEXT NOT NULL, address TEXT NOT NULL, etag TEXT, modified TEXT, at INTEGER NOT NULL,
    PRIMARY KEY (source, address)
  ) WITHOUT ROWID;
  CREATE TABLE run (n INTEGER PRIMARY KEY, source TEXT NOT NULL, report TEXT NOT NULL);
  CREATE INDEX run_source ON run (source, n);
  CREATE TABLE pause (host TEXT PRIMARY KEY, until INTEGER NOT NULL) WITHOUT ROWID;
  PRAGMA user_version = ${VERSION};
`;

/** Makes the tables of a new database; several processes may open it at once. */
export function createStateSchema(connection: Connection): void {
  connection.exec('BEGIN IMMEDIATE');
  try {
    const [version = 0] = connection.one(z.tuple([z.number()]), 'PRAGMA user_version') ?? [];
    if (version > VERSION) throw new SourcesError('the state of sync is of a newer Axtar');
    if (version === 0) connection.exec(SCHEMA);
    connection.exec('COMMIT');
  } catch (error) {
    connection.exec('ROLLBACK');
    throw error;
  }
}
