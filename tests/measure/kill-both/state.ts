import { setTimeout as pass } from 'node:timers/promises';
import { z } from 'zod';
import { createClient } from '../../../src/engines/meilisearch/client.js';
import { readMarker } from '../../../src/engines/meilisearch/live.js';
import { openOutbox, type Outbox } from '../../../src/engines/meilisearch/outbox.js';

const POLL_MS = 100;
const LONGEST_WAIT_MS = 120_000;

/**
 * Waits until nothing waits to be sent.
 * @throws Error when that takes too long
 */
export async function untilDrained(outbox: Outbox): Promise<void> {
  for (let waited = 0; outbox.pending().entries > 0; waited += POLL_MS) {
    if (waited > LONGEST_WAIT_MS) throw new Error(`${outbox.pending().entries} writes still wait.`);
    await pass(POLL_MS);
  }
}

/** How many sent writes the outbox still keeps, for a rebuild that is over. */
export function countKept(file: string): number {
  const outbox = openOutbox(file);
  try {
    return outbox.journal(0, 1_000_000).length;
  } finally {
    outbox.close();
  }
}

const Named = z.object({ results: z.array(z.object({ uid: z.string() })) });

/** The indexes beside the live one, with whether they say who built them. */
export async function listOthers(url: string, index: string) {
  const client = createClient({ url });
  const { results } = await client.ask(client.raw.getIndexes({ limit: 1000 }), Named);
  const names = results.map(({ uid }) => uid).filter((uid) => uid !== index);
  return Promise.all(
    names.map(async (name) => ({ name, isMarked: !!(await readMarker(client, name)) })),
  );
}
