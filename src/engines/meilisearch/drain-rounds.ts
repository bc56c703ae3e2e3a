import type { Callers, Trouble } from './drain-callers.js';
import { pollDelay, retryDelay } from './drain-delays.js';
import { deliver, type Send } from './drain-deliver.js';
import type { Rounds } from './drain-loop.js';
import { tryTurn } from './drain-turn.js';
import type { Outbox } from './outbox.js';

const BATCH_BYTES = 10_000_000;
const BATCH_ENTRIES = 10_000;

export interface RoundsOptions {
  readonly outbox: Outbox;
  /** Path of the lock that whoever sends holds; the same for all processes. */
  readonly lockFile: string;
  readonly send: Send;
  /** Gets a sentence when the server goes away, comes back, or refuses a document. */
  readonly onNotice?: (notice: string) => void;
}

/** Rounds that send a batch each, when it is our turn, and tell the callers what came of it. */
export function createRounds(options: RoundsOptions, callers: Callers): Rounds {
  const { outbox, lockFile, send, onNotice = () => undefined } = options;
  let [failures, polls] = [0, 0];

  async function round(): Promise<number> {
    try {
      const endTurn = tryTurn(lockFile);
      if (!endTurn) return pollDelay(polls++);
      polls = 0;
      const reason = await sendBatch().finally(endTurn);
      if (reason !== undefined) return fail('kept', reason);
      recover();
      return 0;
    } catch (error) {
      return fail({ error }, messageOf(error));
    } finally {
      callers.tell();
    }
  }

  async function sendBatch(): Promise<string | undefined> {
    const onRefused = (id: string, reason: string) =>
      onNotice(`Meilisearch does not take ${id}: ${reason}`);
    return deliver({ outbox, send, onRefused }, outbox.waiting(BATCH_BYTES, BATCH_ENTRIES));
  }

  function fail(trouble: Trouble, reason: string): number {
    if (failures === 0) onNotice(`Writes wait to be sent to Meilisearch: ${reason}`);
    callers.setTrouble(trouble);
    return retryDelay(failures++);
  }

  function recover(): void {
    if (failures > 0) onNotice('Writes are sent to Meilisearch again.');
    callers.setTrouble(undefined);
    failures = 0;
  }

  function hasWork(): boolean {
    if (!callers.isEmpty() || anythingWaits(outbox)) return true;
    recover();
    return false;
  }

  return { hasWork, round };
}

/** Where the outbox fails, a round meets the same failure and tells it. */
function anythingWaits(outbox: Outbox): boolean {
  try {
    return outbox.isSettled(outbox.lastSeq()) === 'waiting';
  } catch {
    return true;
  }
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
