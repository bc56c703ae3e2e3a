import { z } from 'zod';
import type { Connection } from '../database.js';
import { fromStored } from '../stored-text.js';

/** Strings as small numbers; 0 is "none". */
export class Dictionary {
  readonly #numbers = new Map<string, number>();
  readonly #strings: string[] = [''];

  numberOf(value: string | null): number {
    if (value === null) return 0;
    const known = this.#numbers.get(value);
    if (known !== undefined) return known;
    this.#numbers.set(value, this.#strings.length);
    return this.#strings.push(value) - 1;
  }

  find(value: string): number | undefined {
    return this.#numbers.get(value);
  }

  string(number: number): string {
    return this.#strings[number] ?? '';
  }

  get size(): number {
    return this.#strings.length;
  }
}

/** Columns indexed by document row, for filters, facets and date order without touching the disk. */
export interface Columns {
  /** 1 where the row holds a document. */
  alive: Uint8Array;
  /** Seconds since 1970; NO_DATE where unknown. */
  date: Float64Array;
  author: Uint32Array;
  authorName: Uint32Array;
  source: Uint32Array;
  /** Number of the document's combination of topics: combinations are few. */
  topics: Uint32Array;
  lang: Uint32Array;
  /** Day in Baku. */
  day: Uint32Array;
  /** Number by which the document came in: greater than that of any row before. */
  n: Float64Array;
  /** Rows in use are below this. */
  end: number;
  documents: number;
}

export const NO_DATE = Number.NEGATIVE_INFINITY;

export interface Dictionaries {
  readonly author: Dictionary;
  readonly authorName: Dictionary;
  readonly source: Dictionary;
  /** JSON arrays of topics with id and name. */
  readonly topics: Dictionary;
  readonly lang: Dictionary;
  readonly day: Dictionary;
}

export function emptyColumns(capacity = 1024): Columns {
  return {
    alive: new Uint8Array(capacity),
    date: new Float64Array(capacity).fill(NO_DATE),
    author: new Uint32Array(capacity),
    authorName: new Uint32Array(capacity),
    source: new Uint32Array(capacity),
    topics: new Uint32Array(capacity),
    lang: new Uint32Array(capacity),
    day: new Uint32Array(capacity),
    n: new Float64Array(capacity),
    end: 0,
    documents: 0,
  };
}

const text = z.string().transform(fromStored).nullable();
const date = z.number().nullable();
const Changed = z.tuple([z.int(), text, text, text, z.string(), text, date, text, z.int()]);
const Removed = z.tuple([z.int()]);
const CHANGED = `SELECT row, author, author_name, source, topics, lang, date, day, n
  FROM docs WHERE seq > ? ORDER BY row`;

/** Brings the columns up to the connection's present state: what was written after `seq`. */
export function refreshColumns(
  columns: Columns,
  names: Dictionaries,
  connection: Connection,
  seq: number,
): void {
  for (const [row] of connection.all(Removed, 'SELECT row FROM removed WHERE seq > ?', seq)) {
    if (columns.alive[row] !== 1) continue;
    columns.alive[row] = 0;
    columns.documents--;
  }
  for (const changed of connection.all(Changed, CHANGED, seq)) {
    const [row, author, authorName, source, topics, lang, date, day, n] = changed;
    makeRoom(columns, row);
    columns.documents++;
    columns.alive[row] = 1;
    columns.date[row] = date ?? NO_DATE;
    columns.author[row] = names.author.numberOf(author);
    columns.authorName[row] = names.authorName.numberOf(authorName);
    columns.source[row] = names.source.numberOf(source);
    columns.topics[row] = names.topics.numberOf(topics);
    columns.lang[row] = names.lang.numberOf(lang);
    columns.day[row] = names.day.numberOf(day);
    columns.n[row] = n;
    columns.end = Math.max(columns.end, row + 1);
  }
}

function makeRoom(columns: Columns, row: number): void {
  if (row < columns.alive.length) return;
  const larger = emptyColumns(Math.max(row + 1, columns.alive.length * 2));
  larger.alive.set(columns.alive);
  larger.date.set(columns.date);
  larger.author.set(columns.author);
  larger.authorName.set(columns.authorName);
  larger.source.set(columns.source);
  larger.topics.set(columns.topics);
  larger.lang.set(columns.lang);
  larger.day.set(columns.day);
  larger.n.set(columns.n);
  const { end, documents } = columns;
  Object.assign(columns, larger, { end, documents });
}

/** All rows that hold a document, newest first; of equal dates, and undated, the later row first. */
export function sortByDate(columns: Columns): Uint32Array {
  const rows: number[] = [];
  for (let row = columns.end - 1; row >= 0; row--) if (columns.alive[row] === 1) rows.push(row);
  return Uint32Array.from(
    rows.sort((a, b) => compareDates(dateOf(columns, b), dateOf(columns, a))),
  );
}

export const dateOf = (columns: Columns, row: number): number => columns.date[row] ?? NO_DATE;

/** Order of two dates of which either may be NO_DATE: their difference would not be a number. */
export const compareDates = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1);
