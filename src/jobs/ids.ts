import { randomBytes } from 'node:crypto';

const DIGITS = 9;

/**
 * Makes ids of jobs: in the order of the alphabet they are in the order in which they were made,
 * also after `last`, whatever the clock does. `now` gives milliseconds since 1970.
 *
 * @example createIds(undefined, Date.now)() // '0mdq3v1x29f3c0a7be1'
 */
export function createIds(last: string | undefined, now: () => number): () => string {
  let latest = last === undefined ? 0 : Number.parseInt(last.slice(0, DIGITS), 36);
  return () => {
    latest = Math.max(latest + 1, now());
    return `${latest.toString(36).padStart(DIGITS, '0')}${randomBytes(5).toString('hex')}`;
  };
}
