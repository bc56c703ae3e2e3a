import { z } from 'zod';
import { toStored } from '../stored-text.js';
import { REFUSAL_COLUMNS, RefusalRow, type Fate, type Refusal } from './outbox-entry.js';
import type { OutboxFile } from './outbox-file.js';

/** What becomes of entries. */
export interface OutboxSettling {
  /** The server has these: they wait no more. */
  done(seqs: readonly number[]): void;
  /** The server does not take this one: it waits no more, and is listed by `refused`. */
  refuse(seq: number, reason: string): void;
  /** Every refusal ever, oldest first. */
  refused(): Refusal[];
  /**
   * What became of the `append` that returned `seq`, whichever process has sent it: `waiting` while
   * anything up to `seq` waits, then `refused` with what was refused of this append, or `sent`.
   * @example outbox.isSettled(7) // 'sent'
   */
  isSettled(seq: number): Fate;
}

const First = z.tuple([z.int().nullable()]);
const FORGET = `DELETE FROM entries
  WHERE seq < ? AND sent = 0 AND seq IN (SELECT value FROM json_each(?))`;
const KEEP = `UPDATE entries SET sent = 1
  WHERE sent = 0 AND seq IN (SELECT value FROM json_each(?))`;
const REFUSE = `INSERT INTO refused (seq, append, id, reason, at)
  SELECT seq, append, id, ?, ? FROM entries WHERE sent = 0 AND seq = ?`;
const REFUSED = `SELECT ${REFUSAL_COLUMNS} FROM refused`;

/** Settles entries in the file of an outbox; those from `keptFrom()` on stay for the journal. */
export function createSettling(
  { connection, transaction }: OutboxFile,
  keptFrom: () => number,
  now: () => number,
): OutboxSettling {
  function done(seqs: readonly number[]): void {
    const list = JSON.stringify(seqs);
    transaction(() => {
      connection.run(FORGET, keptFrom(), list);
      connection.run(KEEP, list);
    });
  }

  function refuse(seq: number, reason: string): void {
    transaction(() => {
      connection.run(REFUSE, toStored(reason), new Date(now()).toISOString(), seq);
      connection.run('DELETE FROM entries WHERE sent = 0 AND seq = ?', seq);
    });
  }

  const refused = () => connection.all(RefusalRow, `${REFUSED} ORDER BY seq`);

  function isSettled(seq: number): Fate {
    const first = connection.one(First, 'SELECT min(seq) FROM entries WHERE sent = 0')?.[0];
    if (typeof first === 'number' && first <= seq) return 'waiting';
    const sql = `${REFUSED} WHERE append >= ? AND seq <= ? ORDER BY seq`;
    const own = connection.all(RefusalRow, sql, seq, seq);
    return own.length === 0 ? 'sent' : { refused: own };
  }

  return { done, refuse, refused, isSettled };
}
