import { z } from 'zod';
import { openDatabase, type Connection } from '../engines/database.js';
import {
  COUNTS,
  type Counts,
  type DayBatch,
  type DayCount,
  type DayRange,
  type ListKind,
  type QueryCount,
} from './counts.js';
import { prune, type TableLimits } from './prune.js';

/** The counts in their file. */
export interface QueryTable {
  add(batches: readonly DayBatch[]): void;
  list(wanted: ListWanted): QueryCount[];
  /** Oldest first; of one query where `key` names it. */
  days(wanted: DaysWanted): DayCount[];
  /** Forgets everything, on the disk too. */
  clear(): void;
  close(): void;
}

export interface ListWanted extends DayRange {
  readonly kind: ListKind;
  readonly limit: number;
  readonly offset: number;
  /** Searches that a query must have had to be told of. */
  readonly least: number;
}

export interface DaysWanted extends DayRange {
  readonly key?: string;
  readonly least: number;
}

// A crash of the machine may cost the last seconds; what is dropped must be gone from the disk.
const SCHEMA = `
  PRAGMA synchronous = NORMAL;
  PRAGMA secure_delete = ON;
  CREATE TABLE IF NOT EXISTS days (
    day TEXT PRIMARY KEY, searches INTEGER, withoutResults INTEGER, opened INTEGER,
    corrected INTEGER
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS queries (
    day TEXT, key TEXT, searches INTEGER, withoutResults INTEGER, opened INTEGER,
    corrected INTEGER, PRIMARY KEY (day, key)
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS forms (
    day TEXT, key TEXT, form TEXT, times INTEGER, PRIMARY KEY (day, key, form)
  ) WITHOUT ROWID;
`;

const COLUMNS = COUNTS.join(', ');
const ADDED = COUNTS.map((name) => `${name} = ${name} + excluded.${name}`).join(', ');
const ADD_DAY = `INSERT INTO days (day, ${COLUMNS}) VALUES (?, ?, ?, ?, ?)
  ON CONFLICT DO UPDATE SET ${ADDED}`;
const ADD_QUERY = `INSERT INTO queries (day, key, ${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)
  ON CONFLICT DO UPDATE SET ${ADDED}`;
const ADD_FORM = `INSERT INTO forms (day, key, form, times)
  SELECT ?1, ?2, ?3, ?4
  WHERE (SELECT count(*) FROM forms WHERE day = ?1 AND key = ?2 AND form <> ?3) < ?5
  ON CONFLICT DO UPDATE SET times = times + excluded.times`;

// Who opens several hits of one search sends several events.
const SUMS = `sum(searches) AS searches, sum(withoutResults) AS withoutResults,
  min(sum(opened), sum(searches)) AS opened, sum(corrected) AS corrected`;

/** Which queries are of a kind, and which of them come first. */
const KINDS: Readonly<Record<ListKind, { readonly having: string; readonly order: string }>> = {
  top: { having: 'searches > 0', order: 'searches DESC' },
  empty: { having: 'withoutResults > 0', order: 'withoutResults DESC' },
  unopened: {
    having: 'opened = 0 AND searches > withoutResults',
    order: 'searches - withoutResults DESC',
  },
};

const list = ({ having, order }: (typeof KINDS)[ListKind]) => `
  SELECT (
    SELECT form FROM days JOIN forms ON forms.day = days.day AND forms.key = listed.key
    WHERE days.day BETWEEN ? AND ?
    GROUP BY form ORDER BY sum(times) DESC, form LIMIT 1
  ), ${COLUMNS}
  FROM (
    SELECT * FROM (
      SELECT key, ${SUMS} FROM queries WHERE day BETWEEN ? AND ? GROUP BY key
    ) WHERE searches >= ? AND ${having} ORDER BY ${order}, key LIMIT ? OFFSET ?
  ) AS listed ORDER BY ${order}, key`;

const ALL_DAYS = `SELECT day, ${COLUMNS} FROM days WHERE day BETWEEN ? AND ? ORDER BY day`;
const DAYS_OF_QUERY = `SELECT queries.day, queries.searches, queries.withoutResults,
    min(queries.opened, queries.searches), queries.corrected
  FROM days JOIN queries ON queries.day = days.day AND queries.key = ?
  WHERE days.day BETWEEN ? AND ? ORDER BY queries.day`;

const Row = z.tuple([z.string(), z.int(), z.int(), z.int(), z.int()]);
type Row = z.infer<typeof Row>;

/**
 * Opens the counts in a file; makes it where there is none.
 * @throws EngineError when the file cannot be used
 */
export function openQueryTable(file: string, limits: TableLimits): QueryTable {
  const connection = openDatabase(file);
  connection.exec(SCHEMA);
  const days = (wanted: DaysWanted): DayCount[] => {
    const { key, from, to, least } = wanted;
    if (key === undefined) return connection.all(Row, ALL_DAYS, from, to).map(toDay);
    const found = connection.all(Row, DAYS_OF_QUERY, key, from, to).map(toDay);
    return found.reduce((sum, { searches }) => sum + searches, 0) < least ? [] : found;
  };
  return {
    add: (batches) => {
      alone(connection, () => {
        for (const batch of batches) addDay(connection, batch, limits);
        prune(connection, limits);
      });
    },
    list: ({ kind, from, to, limit, offset, least }) =>
      connection
        .all(Row, list(KINDS[kind]), from, to, from, to, least, limit, offset)
        .map(([query, ...counts]) => ({ query, ...toCounts(counts) })),
    days,
    clear: () => {
      alone(connection, () => {
        connection.exec('DELETE FROM days; DELETE FROM queries; DELETE FROM forms');
      });
      connection.exec('VACUUM; PRAGMA wal_checkpoint(TRUNCATE)');
    },
    close: connection.close,
  };
}

function addDay(
  connection: Connection,
  { day, all, queries }: DayBatch,
  limits: TableLimits,
): void {
  connection.run(ADD_DAY, day, ...fromCounts(all));
  for (const { key, forms, ...counts } of queries) {
    connection.run(ADD_QUERY, day, key, ...fromCounts(counts));
    for (const [form, times] of forms) {
      connection.run(ADD_FORM, day, key, form, times, limits.forms);
    }
  }
}

function alone(connection: Connection, work: () => void): void {
  connection.exec('BEGIN IMMEDIATE');
  try {
    work();
    connection.exec('COMMIT');
  } catch (error) {
    connection.exec('ROLLBACK');
    throw error;
  }
}

const fromCounts = (counts: Counts): number[] => COUNTS.map((name) => counts[name]);

const toCounts = ([searches, withoutResults, opened, corrected]: readonly [
  number,
  number,
  number,
  number,
]): Counts => ({ searches, withoutResults, opened, corrected });

const toDay = ([day, ...counts]: Row): DayCount => ({ day, ...toCounts(counts) });
