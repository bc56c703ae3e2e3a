import { setImmediate } from 'node:timers/promises';

const TURN_MS = 15;

/**
 * Lets long work share its thread: await the function after every small step. It resolves at once,
 * but for once in 15 ms, when others have their turn first.
 *
 * @example for (const text of texts) { analyze(text); await turn(); }
 */
export function createTurns(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < TURN_MS) return;
    await setImmediate();
    since = performance.now();
  };
}
