import type { Entry } from './record.js';

const KEPT_MS = 7 * 24 * 3600 * 1000;
const MOST_KEPT = 1000;

/**
 * Ids of jobs that ended more than seven days ago, and of those beyond the newest thousand that
 * ended. `entries` is oldest first, `now` in milliseconds since 1970.
 */
export function outdated(entries: readonly Entry[], now: number): string[] {
  const ended = entries.flatMap(({ job: { id, finishedAt } }) =>
    finishedAt === undefined ? [] : [{ id, age: now - Date.parse(finishedAt) }],
  );
  const surplus = ended.length - MOST_KEPT;
  return ended.filter(({ age }, at) => age > KEPT_MS || at < surplus).map(({ id }) => id);
}
