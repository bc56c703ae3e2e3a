import { z } from 'zod';
import type { Connection } from '../database.js';
import { dayOf } from '../dates.js';
import { toStored } from '../stored-text.js';

const COLUMNS = `
  ALTER TABLE docs ADD COLUMN lang TEXT NOT NULL DEFAULT '';
  ALTER TABLE docs ADD COLUMN n INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE docs RENAME COLUMN month TO day;
`;
const LAST_NUMBER = `INSERT INTO meta
  SELECT 'last_n', seq FROM sqlite_sequence WHERE name = 'docs'`;

// As JSON, since it may hold what SQLite ends a text at.
const lang = z
  .string()
  .transform((json): unknown => JSON.parse(json))
  .pipe(z.string());
const Row = z.tuple([z.int(), lang, z.int().nullable()]);
const ROWS = "SELECT row, article -> '$.lang', date FROM docs";
const FILL = 'UPDATE docs SET n = row, lang = ?, day = ? WHERE row = ?';

/**
 * Brings the tables of format 1 to format 2, which has languages, days instead of months, and
 * numbers that outlive a rebuild. Call inside a transaction.
 */
export function migrate(connection: Connection): void {
  connection.exec(COLUMNS);
  for (const [row, lang, date] of connection.all(Row, ROWS)) {
    connection.run(FILL, toStored(lang), date === null ? null : dayAt(date), row);
  }
  connection.exec(LAST_NUMBER);
}

const dayAt = (seconds: number): string => dayOf(new Date(seconds * 1000).toISOString());
