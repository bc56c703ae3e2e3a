import { z } from 'zod';
import { EngineError } from '../../../indexer/engine.js';
import { bytesOf, ENTRY_COLUMNS, EntryRow, toColumns } from './outbox-entry.js';
import type { Entry, Operation } from './outbox-entry.js';
import type { OutboxFile } from './outbox-file.js';

/** What comes into the outbox and waits there. */
export interface OutboxQueue {
  /**
   * Adds operations, all or none; durable when it returns. Returns the number of the last; the
   * numbers of operations appended together have no gap.
   * @throws EngineError `unavailable` when too much waits
   * @example outbox.append([{ kind: 'delete', pk: 'x1', id: 'page' }]) // 1
   */
  append(operations: readonly Operation[]): number;
  /** The number of the last entry ever appended; 0 in a new outbox. */
  lastSeq(): number;
  /** Entries that wait, oldest first: the first always, more up to both limits. */
  waiting(maxBytes: number, maxEntries: number): Entry[];
  /** How much waits. */
  pending(): { readonly entries: number; readonly bytes: number };
}

const One = z.tuple([z.int()]);
const Two = z.tuple([z.int(), z.int()]);
const INSERT = `INSERT INTO entries (seq, append, bytes, pk, id, document)
  VALUES (?, ?, ?, ?, ?, ?)`;
const SIZES = 'SELECT seq, bytes FROM entries WHERE sent = 0 ORDER BY seq LIMIT ?';
const UP_TO = `SELECT ${ENTRY_COLUMNS} FROM entries WHERE sent = 0 AND seq <= ? ORDER BY seq`;
const PENDING = 'SELECT count(*), coalesce(sum(bytes), 0) FROM entries WHERE sent = 0';

/** The queue in the file of an outbox; `limit` is what may wait at most, in bytes. */
export function createQueue({ path, connection, transaction }: OutboxFile, limit: number) {
  const lastSeq = (): number =>
    connection.one(One, "SELECT seq FROM sqlite_sequence WHERE name = 'entries'")?.[0] ?? 0;

  function append(operations: readonly Operation[]): number {
    return transaction(() => {
      if (pending().bytes + sum(operations.map(bytesOf)) > limit) throw tooMuch(path, limit);
      const before = lastSeq();
      const last = before + operations.length;
      for (const [at, operation] of operations.entries()) {
        connection.run(INSERT, before + at + 1, last, ...toColumns(operation));
      }
      return last;
    });
  }

  function waiting(maxBytes: number, maxEntries: number): Entry[] {
    const last = lastWithin(connection.all(Two, SIZES, maxEntries), maxBytes);
    return last === undefined ? [] : connection.all(EntryRow, UP_TO, last);
  }

  function pending() {
    const [entries, bytes] = connection.one(Two, PENDING) ?? [0, 0];
    return { entries, bytes };
  }

  return { append, lastSeq, waiting, pending } satisfies OutboxQueue;
}

/** The number of the last entry that fits with all before it; the first one always does. */
function lastWithin(sizes: readonly [number, number][], maxBytes: number): number | undefined {
  let last = sizes[0]?.[0];
  let total = 0;
  for (const [seq, bytes] of sizes) {
    total += bytes;
    if (total > maxBytes) break;
    last = seq;
  }
  return last;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

const tooMuch = (path: string, limit: number): EngineError =>
  new EngineError(
    'unavailable',
    `Nothing was written: more than ${limit} bytes would wait in ${path}. See that Meilisearch runs and takes what waits, then try again.`,
  );
