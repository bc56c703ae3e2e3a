import { z } from 'zod';
import type { Connection } from '../engines/database.js';

/** What the counts may take up. */
export interface TableLimits {
  /** Days that are kept, today among them. */
  readonly days: number;
  /** Queries of one day; the most frequent ones stay. */
  readonly queriesADay: number;
  /** Spellings of one query of one day; the first ones stay. */
  readonly forms: number;
  /** Bytes of the file; the oldest days give way. */
  readonly bytes: number;
}

const Text = z.tuple([z.string()]);
const Whole = z.tuple([z.int()]);

const OLD_DAYS = 'SELECT day FROM days ORDER BY day DESC LIMIT -1 OFFSET ?';
const RARE_QUERIES = `SELECT key FROM queries WHERE day = ?
  ORDER BY searches DESC, opened DESC, key LIMIT -1 OFFSET ?`;
const BYTES = `SELECT (page_count - freelist_count) * page_size
  FROM pragma_page_count, pragma_freelist_count, pragma_page_size`;

/** Drops what goes beyond the limits. Call inside a transaction. */
export function prune(connection: Connection, limits: TableLimits): void {
  const textsOf = (sql: string, ...values: (string | number)[]) =>
    connection.all(Text, sql, ...values).map(([text]) => text);
  for (const day of textsOf(OLD_DAYS, limits.days)) dropDay(connection, day);
  // Yesterday's may still come in after midnight.
  for (const day of textsOf('SELECT day FROM days ORDER BY day DESC LIMIT 2')) {
    for (const key of textsOf(RARE_QUERIES, day, limits.queriesADay)) {
      connection.run('DELETE FROM queries WHERE day = ? AND key = ?', day, key);
      connection.run('DELETE FROM forms WHERE day = ? AND key = ?', day, key);
    }
  }
  const [oldest, ...others] = textsOf('SELECT day FROM days ORDER BY day');
  const bytes = connection.one(Whole, BYTES)?.[0] ?? 0;
  if (oldest !== undefined && others.length > 0 && bytes > limits.bytes) {
    dropDay(connection, oldest);
    prune(connection, limits);
  }
}

function dropDay(connection: Connection, day: string): void {
  for (const table of ['days', 'queries', 'forms']) {
    connection.run(`DELETE FROM ${table} WHERE day = ?`, day);
  }
}
