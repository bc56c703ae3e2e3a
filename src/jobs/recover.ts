import { ended, requeued, type End } from './states.js';
import type { Entry } from './record.js';

/** A job during which the process ended so often is what ends it. */
const MOST_ATTEMPTS = 20;

/**
 * How a job ends that was running when its process was killed; undefined if it is begun anew. To go back to the former index twice would undo it.
 */
function endOfInterrupted({ task, attempts, cancelRequested }: Entry): End | undefined {
  if (cancelRequested) return { status: 'canceled' };
  if (task.kind === 'rollback') {
    return fail('The service ended meanwhile. See which index is live before you ask again.');
  }
  if (attempts < MOST_ATTEMPTS) return undefined;
  return fail(`The service ended ${attempts} times while it did this.`);
}

const fail = (message: string): End => ({ status: 'failed', error: { message } });

/**
 * Puts jobs that a killed process was running back into the queue. Returns those that end instead,
 * which are to be saved; `at` is the RFC 3339 instant of their end.
 */
export function recover(entries: readonly Entry[], at: string): Entry[] {
  return entries.filter((entry) => {
    if (entry.job.status !== 'running') return false;
    const end = endOfInterrupted(entry);
    entry.job = end ? ended(entry.job, end, at) : requeued(entry.job);
    return end !== undefined;
  });
}
