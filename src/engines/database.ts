import Database from 'libsql';
import { z } from 'zod';
import { EngineError } from '../../indexer/engine.js';

/**
 * The little of SQLite that the engine needs, so that another driver is one other file. Rows are
 * arrays of columns; each statement says with a schema what it gives.
 */
export interface Connection {
  exec(sql: string): void;
  run(sql: string, ...values: readonly Value[]): void;
  /** The first row, or undefined. */
  one<Row>(row: z.ZodType<Row>, sql: string, ...values: readonly Value[]): Row | undefined;
  all<Row>(row: z.ZodType<Row>, sql: string, ...values: readonly Value[]): Row[];
  close(): void;
}

export type Value = string | number | Uint8Array | null;

const LOCK_WAIT_MS = 30_000;
const OPENED = `
  PRAGMA busy_timeout = ${LOCK_WAIT_MS};
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA cache_size = -16384;
  PRAGMA mmap_size = 0;
`;

/**
 * Opens a database file for reading and writing, in WAL mode, durable at every commit.
 * @throws EngineError `index_unusable` when the file is not a database.
 */
export function openDatabase(file: string): Connection {
  try {
    const database = new Database(file);
    database.exec(OPENED);
    return wrap(database);
  } catch (error) {
    throw toEngineError(error, file);
  }
}

/** What SQLite says of a file, with what to do about it. */
export function toEngineError(error: unknown, file: string): EngineError {
  if (error instanceof EngineError) return error;
  const reason = error instanceof Error ? error.message : String(error);
  if (isLocked(error)) return new EngineError('index_locked', `${file} is in use: ${reason}.`);
  const damaged = /not a database|malformed|corrupt/i.test(reason);
  const advice = damaged ? 'Restore it, or delete its folder and index again.' : adviceOn(reason);
  const message = `Cannot use the index file ${file}: ${reason}. ${advice}`;
  return new EngineError('index_unusable', message, { cause: error });
}

function adviceOn(reason: string): string {
  if (/full/i.test(reason)) return 'Free some space on its disk.';
  return 'Check that the file and its folder exist and may be written.';
}

function wrap(database: Database.Database): Connection {
  const statements = new Map<string, Database.Statement>();
  const prepare = (sql: string): Database.Statement => {
    const known = statements.get(sql);
    if (known) return known;
    const statement = database.prepare(sql).raw(true);
    statements.set(sql, statement);
    return statement;
  };
  const write = (sql: string) => {
    const known = statements.get(sql) ?? database.prepare(sql);
    statements.set(sql, known);
    return known;
  };
  return {
    exec: (sql) => void database.exec(sql),
    run: (sql, ...values) => void write(sql).run(...values),
    one: (row, sql, ...values) => {
      const found: unknown = prepare(sql).get(...values);
      return found === undefined ? undefined : row.parse(found);
    },
    all: (row, sql, ...values) => z.array(row).parse(prepare(sql).all(...values)),
    close: () => void database.close(),
  };
}

/** Whether SQLite refused because another process holds the write lock. */
export function isLocked(error: unknown): boolean {
  return error instanceof Error && /database is locked|SQLITE_BUSY/.test(error.message);
}
