import { setTimeout as pass } from 'node:timers/promises';
import { EngineError } from '../../indexer/engine.js';

/** How long a job waits for its turn at the index, and how often it asks; in milliseconds. */
const PATIENCE = { longest: 120_000, every: 500 };

/**
 * Does work that needs the index for itself. Another process, or new words that documents are being
 * brought in step with, may hold it for a while: whoever has asked for a job need not know.
 *
 * @throws EngineError `rebuild_running` when it is held for longer
 */
export async function whenFree<Result>(
  work: () => Promise<Result>,
  signal: AbortSignal,
  { longest, every } = PATIENCE,
): Promise<Result> {
  const until = performance.now() + longest;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      const held = error instanceof EngineError && error.code === 'rebuild_running';
      if (!held || performance.now() > until) throw error;
    }
    await pass(every, undefined, { signal });
  }
}
