import { z } from 'zod';
import { EngineError } from '../../../indexer/engine.js';
import type { MeiliClient } from './client.js';
import type { House } from './house.js';
import { enqueue, readMarker, succeed } from './live.js';

/** Where the outbox keeps that a swap has begun, until it is known how it ended. */
const INTENT = 'swap';

const Intent = z.object({
  /** The run that is to be live. */
  run: z.string(),
  /** The index that was to be swapped with the live one. */
  other: z.string(),
  /** Writes up to this number are in both. */
  replayed: z.int(),
});

export type SwapIntent = z.infer<typeof Intent>;

export const readIntent = ({ outbox }: House): SwapIntent | undefined =>
  outbox.readState(INTENT, Intent);

export const clearIntent = ({ outbox }: House): void => outbox.writeState(INTENT, undefined);

/** A crash of the server in the wrong moment swaps twice; more often nobody is that unlucky. */
const MOST_SWAPS = 3;

/**
 * Makes another index the live one, and the live one the other; sees by the marker that it is so.
 * Call while nobody sends.
 * @throws EngineError `unavailable` when the server does not do it
 */
export async function swap(house: House, intent: SwapIntent): Promise<void> {
  const { client, index, outbox } = house;
  outbox.writeState(INTENT, intent);
  for (let swaps = 0; (await liveRun(client, index)) !== intent.run; swaps++) {
    if (swaps === MOST_SWAPS)
      throw new EngineError(
        'unavailable',
        `Meilisearch does not swap ${index} with ${intent.other}.`,
      );
    // The same request sent again by us would swap back, so each is waited for.
    const request = client.raw.swapIndexes([{ indexes: [index, intent.other], rename: false }]);
    await enqueue(client, request);
    await settleAll(house);
  }
  clearIntent(house);
}

const liveRun = async (client: MeiliClient, index: string): Promise<string | undefined> =>
  (await readMarker(client, index))?.run;

/**
 * Waits until the server has worked off everything that was asked of it before, swaps of a killed
 * process too: tasks go in order. A key limited to some indexes sees no swaps, so they cannot be
 * waited for themselves.
 */
export async function settleAll({ client, index }: House): Promise<void> {
  await succeed(client, await client.remove(index, ['axtar-nobody']));
}
