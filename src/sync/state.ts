import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { openDatabase, type Connection } from '../engines/database.js';
import { createHistory, type History } from './state-history.js';
import { createStateSchema } from './state-schema.js';
import type { Pauses } from './politeness.js';

/** What is remembered of something that a source lists. */
export interface KnownEntry {
  readonly key: string;
  readonly address: string;
  /** What the listing said of its version. */
  readonly stamp?: string | undefined;
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
  /** Milliseconds since 1970. */
  readonly checked: number;
  /** Why nothing came of it. */
  readonly problem?: string | undefined;
  /** Since when it is not listed any more, though its page is there. */
  readonly unlisted?: number | undefined;
}

/** What is remembered of an article that was pushed. */
export interface KnownArticle {
  readonly id: string;
  readonly hash: string;
  /** The source that brought it. */
  readonly owner: string;
  readonly title: string;
}

/** What a listing said of its own version, or how far it was read. */
export interface Mark {
  readonly address: string;
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
}

/** What becomes true at once. */
export interface Advance {
  readonly entries?: readonly (KnownEntry & { readonly articles?: readonly string[] })[];
  readonly articles?: readonly KnownArticle[];
  readonly marks?: readonly Mark[];
}

/** What `sync` remembers between two runs. */
export interface SyncState extends Pauses, History {
  entry(source: string, key: string): KnownEntry | undefined;
  entries(source: string): KnownEntry[];
  articlesOf(source: string, key: string): string[];
  article(id: string): KnownArticle | undefined;
  /** How many articles a source holds. */
  count(source: string): number;
  /** Whether anything was ever pushed. */
  hasArticles(): boolean;
  mark(source: string, address: string): (Mark & { readonly at: number }) | undefined;
  /** Durable when it returns; to be called once the engine has acknowledged what it speaks of. */
  advance(source: string, step: Advance): void;
  /** Ids that no other entry than these holds: what goes when they go. */
  heldOnlyBy(source: string, keys: readonly string[]): string[];
  forgetEntries(source: string, keys: readonly string[], articles: readonly string[]): void;
  /** Forgets which version of everything was seen, so that all is read and pushed again. */
  renew(source?: string): void;
  /** Forgets a source that is no more, with its history; its articles stay in the index. */
  drop(source: string): void;
  close(): void;
}

const text = z
  .string()
  .nullable()
  .transform((value) => value ?? undefined);
const number = z
  .number()
  .nullable()
  .transform((value) => value ?? undefined);
const EntryRow = z.tuple([z.string(), z.string(), text, text, text, z.number(), text, number]);
const ArticleRow = z.tuple([z.string(), z.string(), z.string(), z.string()]);
const MarkRow = z.tuple([z.string(), text, text, z.number()]);
const Id = z.tuple([z.string()]);
const Count = z.tuple([z.number()]);

const ENTRY = 'SELECT key, address, stamp, etag, modified, checked, problem, unlisted FROM entry';

/** Opens the state in a folder, which is made where there is none. */
export function openState(folder: string, now: () => number = Date.now): SyncState {
  mkdirSync(folder, { recursive: true });
  const connection = openDatabase(join(folder, 'state.db'));
  createStateSchema(connection);
  const one = <Row>(row: z.ZodType<Row>, sql: string, ...values: readonly (string | number)[]) =>
    connection.one(row, sql, ...values);

  return {
    entry: (source, key) => {
      const row = one(EntryRow, `${ENTRY} WHERE source = ? AND key = ?`, source, key);
      return row && toEntry(row);
    },
    entries: (source) =>
      connection.all(EntryRow, `${ENTRY} WHERE source = ? ORDER BY key`, source).map(toEntry),
    articlesOf: (source, key) =>
      connection
        .all(Id, 'SELECT article FROM held WHERE source = ? AND key = ?', source, key)
        .map(([id]) => id),
    article: (id) => {
      const row = one(ArticleRow, 'SELECT id, hash, owner, title FROM article WHERE id = ?', id);
      return row && { id: row[0], hash: row[1], owner: row[2], title: row[3] };
    },
    count: (source) =>
      one(Count, 'SELECT count(DISTINCT article) FROM held WHERE source = ?', source)?.[0] ?? 0,
    hasArticles: () => one(Count, 'SELECT EXISTS (SELECT 1 FROM article)')?.[0] === 1,
    mark: (source, address) => {
      const sql = 'SELECT address, etag, modified, at FROM mark WHERE source = ? AND address = ?';
      const row = one(MarkRow, sql, source, address);
      return row && { address: row[0], etag: row[1], lastModified: row[2], at: row[3] };
    },
    advance: (source, step) => transaction(connection, () => write(connection, source, step, now)),
    heldOnlyBy: (source, keys) => heldOnlyBy(connection, source, keys),
    forgetEntries: (source, keys, articles) =>
      transaction(connection, () => {
        for (const key of keys) forgetEntry(connection, source, key);
        for (const id of articles) connection.run('DELETE FROM article WHERE id = ?', id);
      }),
    renew: (source) => transaction(connection, () => renew(connection, source)),
    drop: (source) =>
      transaction(connection, () => {
        forget(connection, source);
        connection.run('DELETE FROM run WHERE source = ?', source);
      }),
    pausedUntil: (host) => one(Count, 'SELECT until FROM pause WHERE host = ?', host)?.[0],
    pause: (host, until) =>
      connection.run('INSERT OR REPLACE INTO pause (host, until) VALUES (?, ?)', host, until),
    ...createHistory(connection),
    close: () => connection.close(),
  };
}

function toEntry(row: z.infer<typeof EntryRow>): KnownEntry {
  const [key, address, stamp, etag, lastModified, checked, problem, unlisted] = row;
  return { key, address, stamp, etag, lastModified, checked, problem, unlisted };
}

function write(connection: Connection, source: string, step: Advance, now: () => number): void {
  for (const { id, hash, owner, title } of step.articles ?? []) {
    const sql = 'INSERT OR REPLACE INTO article (id, hash, owner, title) VALUES (?, ?, ?, ?)';
    connection.run(sql, id, hash, owner, title);
  }
  for (const entry of step.entries ?? []) writeEntry(connection, source, entry);
  for (const { address, etag = null, lastModified = null } of step.marks ?? []) {
    const sql =
      'INSERT OR REPLACE INTO mark (source, address, etag, modified, at) VALUES (?, ?, ?, ?, ?)';
    connection.run(sql, source, address, etag, lastModified, now());
  }
}

function writeEntry(
  connection: Connection,
  source: string,
  entry: KnownEntry & { readonly articles?: readonly string[] },
): void {
  const { key, address, stamp, etag, lastModified, checked, problem, unlisted, articles } = entry;
  const values = [stamp, etag, lastModified, checked, problem, unlisted].map(
    (value) => value ?? null,
  );
  connection.run(
    'INSERT OR REPLACE INTO entry (source, key, address, stamp, etag, modified, checked, problem, unlisted) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    ...[source, key, address, ...values],
  );
  if (!articles) return;
  connection.run('DELETE FROM held WHERE source = ? AND key = ?', source, key);
  for (const id of articles) {
    connection.run(
      'INSERT OR IGNORE INTO held (source, key, article) VALUES (?, ?, ?)',
      source,
      key,
      id,
    );
  }
}

function heldOnlyBy(connection: Connection, source: string, keys: readonly string[]): string[] {
  const going = new Set(keys);
  const sql = 'SELECT article FROM held WHERE source = ? AND key = ?';
  const ids = keys.flatMap((key) => connection.all(Id, sql, source, key).map(([id]) => id));
  const Holder = z.tuple([z.string(), z.string()]);
  return [...new Set(ids)].filter((id) =>
    connection
      .all(Holder, 'SELECT source, key FROM held WHERE article = ?', id)
      .every(([holder, key]) => holder === source && going.has(key)),
  );
}

function forgetEntry(connection: Connection, source: string, key: string): void {
  connection.run('DELETE FROM entry WHERE source = ? AND key = ?', source, key);
  connection.run('DELETE FROM held WHERE source = ? AND key = ?', source, key);
}

function renew(connection: Connection, source: string | undefined): void {
  const only = source === undefined ? [] : [source];
  const where = (column: string) => (source === undefined ? '' : ` WHERE ${column} = ?`);
  const stamps = 'UPDATE entry SET stamp = NULL, etag = NULL, modified = NULL, checked = 0';
  connection.run(`${stamps}${where('source')}`, ...only);
  connection.run(`UPDATE article SET hash = ''${where('owner')}`, ...only);
  connection.run(`DELETE FROM mark${where('source')}`, ...only);
}

function forget(connection: Connection, source: string): void {
  connection.run('DELETE FROM article WHERE owner = ?', source);
  for (const table of ['entry', 'held', 'mark']) {
    connection.run(`DELETE FROM ${table} WHERE source = ?`, source);
  }
}

function transaction(connection: Connection, work: () => void): void {
  connection.exec('BEGIN IMMEDIATE');
  try {
    work();
    connection.exec('COMMIT');
  } catch (error) {
    connection.exec('ROLLBACK');
    throw error;
  }
}
