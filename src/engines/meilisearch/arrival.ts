import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import type { Outbox } from './outbox.js';

/** Where the outbox keeps since when something is asked of the live index; in ms since 1970. */
const ASKING = 'asking';

/** A request is with the server long before this is over, even one of a killed process. */
const ARRIVAL_MS = 2000;

/**
 * Asks something of the live index; call while nobody else does. What a process has asked for that
 * was killed may reach the server when the process is gone. It must not come after what is asked
 * for now, so it is given time when the last work did not end well.
 */
export async function afterArrival<Result>(
  outbox: Outbox,
  work: () => Promise<Result>,
  endsWell: (result: Result) => boolean = () => true,
): Promise<Result> {
  const since = outbox.readState(ASKING, z.number());
  if (since !== undefined) await letArrive(since);
  outbox.writeState(ASKING, Date.now());
  const result = await work();
  if (endsWell(result)) outbox.writeState(ASKING, undefined);
  return result;
}

async function letArrive(since: number): Promise<void> {
  const left = since + ARRIVAL_MS - Date.now();
  // By a clock that was set back it would never be over.
  if (left > 0) await setTimeout(Math.min(left, ARRIVAL_MS));
}
