const FIRST_POLL_MS = 20;
const LAST_POLL_MS = 200;
const FIRST_RETRY_MS = 500;
const LAST_RETRY_MS = 30_000;

/**
 * Milliseconds until somebody else's lock is looked at again; `times` that it was found taken.
 * @example pollDelay(0) // 20
 */
export const pollDelay = (times: number): number =>
  Math.min(LAST_POLL_MS, FIRST_POLL_MS * 1.5 ** times);

/**
 * Milliseconds until the server is tried again after `failures` failures in a row, counted from 0:
 * between half and the whole of a span that doubles, so that processes do not come all at once.
 * @example retryDelay(0) // 250 to 500;  retryDelay(20) // 15000 to 30000
 */
export function retryDelay(failures: number): number {
  const span = Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** failures);
  return (span * (1 + Math.random())) / 2;
}
