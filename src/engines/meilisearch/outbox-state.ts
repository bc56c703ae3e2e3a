import { z } from 'zod';
import { EngineError } from '../../../indexer/engine.js';
import type { OutboxFile } from './outbox-file.js';

/** Small values that outlive their process, and the numbers of document versions. */
export interface OutboxState {
  /**
   * The JSON value under `key`; undefined when there is none. Keys that begin with `outbox.` are
   * the outbox's own.
   * @throws EngineError `index_unusable` when the value is not of the schema
   * @example state.readState('reindex', z.object({ run: z.string() })) // { run: '20260730a' }
   */
  readState<Value>(key: string, schema: z.ZodType<Value>): Value | undefined;
  /** Durable when it returns; undefined takes the key away. */
  writeState(key: string, value: unknown): void;
  /**
   * Reserves `count` numbers and returns the first. Numbers grow and are never given twice, by
   * whatever process and clock; in microseconds since 1970, below 2^53.
   * @example state.stamps(300) // 1785400000000000, and so up to 1785400000000299
   */
  stamps(count: number): number;
  /** One number, as `stamps(1)`. */
  nextStamp(): number;
}

const LAST_STAMP = 'outbox.stamp';
const Count = z.int().positive();
const Stored = z.tuple([z.string()]);

/** The state kept in the file of an outbox; `now` gives milliseconds since 1970. */
export function createState(file: OutboxFile, now: () => number): OutboxState {
  const { connection, transaction } = file;

  function readState<Value>(key: string, schema: z.ZodType<Value>): Value | undefined {
    const stored = connection.one(Stored, 'SELECT value FROM state WHERE key = ?', key)?.[0];
    if (stored === undefined) return undefined;
    const read = schema.safeParse(JSON.parse(stored));
    if (read.success) return read.data;
    throw new EngineError(
      'index_unusable',
      `The state "${key}" in ${file.path} cannot be read: ${z.prettifyError(read.error)}`,
    );
  }

  function writeState(key: string, value: unknown): void {
    if (value === undefined) connection.run('DELETE FROM state WHERE key = ?', key);
    else {
      const sql = 'INSERT OR REPLACE INTO state (key, value) VALUES (?, ?)';
      connection.run(sql, key, JSON.stringify(value));
    }
  }

  function stamps(count: number): number {
    const size = Count.parse(count);
    return transaction(() => {
      const last = readState(LAST_STAMP, z.int()) ?? 0;
      const first = Math.max(last + 1, now() * 1000);
      writeState(LAST_STAMP, first + size - 1);
      return first;
    });
  }

  return { readState, writeState, stamps, nextStamp: () => stamps(1) };
}
