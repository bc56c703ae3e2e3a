/** How often it is looked, in milliseconds. */
const EVERY_MS = 50;
/** What is left of a delay with every look. */
const FADING = 0.7;

/**
 * Watches how late this thread is with what is due: the time, in milliseconds, for which whatever
 * comes in now waits before anything is done for it. It rises at once and fades slowly.
 */
export function watchLag(): () => number {
  let due = performance.now() + EVERY_MS;
  let lag = 0;
  const look = () => {
    const now = performance.now();
    lag = Math.max(now - due, lag * FADING);
    due = now + EVERY_MS;
  };
  setInterval(look, EVERY_MS).unref();
  return () => Math.max(lag, performance.now() - due);
}
