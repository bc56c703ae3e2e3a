import { z } from 'zod';
import { ENTRY_COLUMNS, EntryRow, type Entry } from './outbox-entry.js';
import type { OutboxFile } from './outbox-file.js';
import type { OutboxState } from './outbox-state.js';

/** What was written since some moment, for whoever builds another index meanwhile. */
export interface OutboxJournal {
  /**
   * From now on keeps entries from `seq` on after they were sent, and forgets older ones that were
   * sent; undefined keeps none, which is how an outbox begins. Returns the last number at that
   * moment: of later entries the journal lacks only those that were refused.
   * @example outbox.keepFrom(0) // 41: what comes in later is outbox.journal(41, 500)
   */
  keepFrom(seq: number | undefined): number;
  /** Entries after `afterSeq`, sent or waiting, oldest first, `limit` at most. */
  journal(afterSeq: number, limit: number): Entry[];
}

const MARK = 'outbox.keptFrom';
const AFTER = `SELECT ${ENTRY_COLUMNS} FROM entries WHERE seq > ? ORDER BY seq LIMIT ?`;

/** Entries from this number on are kept; greater than any number while there is no mark. */
export const keptFrom = (state: OutboxState): number =>
  state.readState(MARK, z.int()) ?? Number.MAX_SAFE_INTEGER;

/** The journal in the file of an outbox. */
export function createJournal(
  { connection, transaction }: OutboxFile,
  state: OutboxState,
  lastSeq: () => number,
): OutboxJournal {
  const keepFrom = (seq: number | undefined): number =>
    transaction(() => {
      state.writeState(MARK, seq);
      connection.run('DELETE FROM entries WHERE sent = 1 AND seq < ?', keptFrom(state));
      return lastSeq();
    });
  const journal = (afterSeq: number, limit: number) =>
    connection.all(EntryRow, AFTER, afterSeq, limit);
  return { keepFrom, journal };
}
