import { setImmediate } from 'node:timers/promises';

/** Long enough that giving the turn away costs nothing beside the work. */
const TURN_MS = 15;

/**
 * Lets long work share its thread: await the function after every small step. It resolves at once,
 * but for once in so many milliseconds, when others have their turn first.
 *
 * @example for (const text of texts) { analyze(text); await turn(); }
 */
export function createTurns(milliseconds: number = TURN_MS): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < milliseconds) return;
    await setImmediate();
    since = performance.now();
  };
}
