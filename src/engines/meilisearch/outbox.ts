import { openOutboxFile } from './outbox-file.js';
import { createJournal, keptFrom, type OutboxJournal } from './outbox-journal.js';
import { createQueue, type OutboxQueue } from './outbox-queue.js';
import { createSettling, type OutboxSettling } from './outbox-settle.js';
import { createState, type OutboxState } from './outbox-state.js';

export type { Deletion, Entry, Fate, Operation, Put, Refusal } from './outbox-entry.js';

/**
 * Writes on their way to the server, in one file that the processes of a machine share. What
 * SQLite cannot do is thrown as EngineError.
 */
export interface Outbox extends OutboxQueue, OutboxSettling, OutboxJournal, OutboxState {
  close(): void;
}

export interface OutboxOptions {
  /** What may wait at most, in bytes. */
  readonly limit?: number;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

const LIMIT = 1_000_000_000;

/**
 * Opens the outbox in `file`; makes it where there is none.
 * @throws EngineError `index_unusable` when the file is no outbox of this version
 * @example openOutbox('data/meilisearch/articles.outbox.db').lastSeq() // 0
 */
export function openOutbox(file: string, options: OutboxOptions = {}): Outbox {
  const { limit = LIMIT, now = Date.now } = options;
  const opened = openOutboxFile(file);
  const queue = createQueue(opened, limit);
  const state = createState(opened, now);
  return {
    ...queue,
    ...state,
    ...createSettling(opened, () => keptFrom(state), now),
    ...createJournal(opened, state, queue.lastSeq),
    close: opened.connection.close,
  };
}
