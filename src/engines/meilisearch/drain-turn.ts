import { EngineError } from '../../../indexer/engine.js';
import { lockFile } from '../file-lock.js';

/** Ends a turn. */
export type EndTurn = () => void;

/*
 * A turn is a lock that all processes of the machine see. The gate is held by whoever is next: a
 * process that sends batch after batch must pass it for each, and so cannot keep out one that
 * waits.
 */
const gateOf = (path: string): string => `${path}.gate`;

/**
 * Takes the turn when it is free and nobody waits for it; undefined otherwise.
 * @example tryTurn('data/meilisearch/articles.lock')?.() // taken and ended
 */
export function tryTurn(path: string): EndTurn | undefined {
  const leaveGate = tryLock(gateOf(path));
  if (!leaveGate) return undefined;
  try {
    return tryLock(path);
  } finally {
    leaveGate();
  }
}

/** Takes the turn as the next one; `wait` passes the time between two tries, or throws to give up. */
export async function takeTurn(path: string, wait: () => Promise<void>): Promise<EndTurn> {
  const leaveGate = await untilTaken(gateOf(path), wait);
  try {
    return await untilTaken(path, wait);
  } finally {
    leaveGate();
  }
}

async function untilTaken(path: string, wait: () => Promise<void>): Promise<EndTurn> {
  for (;;) {
    const end = tryLock(path);
    if (end) return end;
    await wait();
  }
}

/** A lock file that is just being made by another process is taken, too. */
function tryLock(path: string): EndTurn | undefined {
  try {
    return lockFile(path);
  } catch (error) {
    if (error instanceof EngineError && error.code === 'index_locked') return undefined;
    throw error;
  }
}
