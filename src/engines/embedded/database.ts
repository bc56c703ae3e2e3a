import Database from 'libsql';
import { z } from 'zod';
import { EngineError } from '../../../indexer/engine.js';

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
  /** A number that changes whenever another connection has committed. */
  dataVersion(): number;
  close(): void;
}

export type Value = string | number | Uint8Array | null;

const LOCK_WAIT_MS = 30_000;
const OPENED = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA busy_timeout = ${LOCK_WAIT_MS};
  PRAGMA cache_size = -32768;
  PRAGMA mmap_size = 134217728;
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
    throw new EngineError('index_unusable', `Cannot open the index file ${file}.`, {
      cause: error,
    });
  }
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
    dataVersion: () => z.tuple([z.number()]).parse(prepare('PRAGMA data_version').get())[0],
    close: () => void database.close(),
  };
}

/** Whether SQLite refused because another process holds the write lock. */
export function isLocked(error: unknown): boolean {
  return error instanceof Error && /database is locked|SQLITE_BUSY/.test(error.message);
}
