import { COUNTS, type Counts, type DayCount, type QueryCount } from './counts.js';

/** Queries as lines of CSV, each with its end. */
export async function* csvOfQueries(queries: AsyncIterable<QueryCount>): AsyncGenerator<string> {
  yield lineOf(['query', ...COUNTS]);
  for await (const { query, ...counts } of queries) yield lineOf([query, ...figuresOf(counts)]);
}

/** Days as lines of CSV, each with its end. */
export async function* csvOfDays(read: () => Promise<readonly DayCount[]>): AsyncGenerator<string> {
  yield lineOf(['day', ...COUNTS]);
  for (const { day, ...counts } of await read()) yield lineOf([day, ...figuresOf(counts)]);
}

const figuresOf = (counts: Counts): number[] => COUNTS.map((name) => counts[name]);

const lineOf = (cells: readonly (string | number)[]): string =>
  `${cells.map(cellOf).join(',')}\r\n`;

/** @example cellOf('a "b"') // '"a ""b"""' */
function cellOf(value: string | number): string {
  const text = String(value);
  // A spreadsheet would reckon what a stranger has typed.
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
