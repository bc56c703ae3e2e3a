import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import { EngineError, type RollbackReport } from '../../../indexer/engine.js';
import { createCopier, readVersions } from './copy.js';
import { NUMBERED_FIELDS, NumberedArticle } from './document.js';
import { RefusedError } from './drain.js';
import type { House } from './house.js';
import { enqueue, readMarker, writeMarker, type Marker } from './live.js';
import { lastSent, replay } from './replay.js';
import { clearIntent, readIntent, settleAll, swap } from './swap.js';

/** An index that was live before; its name tells which run took its place. */
export interface FormerIndex {
  readonly name: string;
  readonly marker: Marker;
}

const Indexes = z.object({ results: z.array(z.object({ uid: z.string() })) });
const RUN = /^\d{8}T\d{6}[0-9a-f]{4}$/;
const PAGE = 500;

/** Names of the indexes beside the live one. */
async function builtIndexes({ client, index }: House): Promise<string[]> {
  const { results } = await client.ask(client.raw.getIndexes({ limit: 1000 }), Indexes);
  const prefix = `${index}_`;
  return results
    .map(({ uid }) => uid)
    .filter((uid) => uid.startsWith(prefix) && RUN.test(uid.slice(prefix.length)));
}

/** Indexes that were live, the one that was live last first. */
export async function formerIndexes(house: House): Promise<FormerIndex[]> {
  const names = await builtIndexes(house);
  const markers = await Promise.all(names.map((name) => readMarker(house.client, name)));
  return names
    .flatMap((name, at) => {
      const marker = markers[at];
      return marker?.retiredAt === undefined ? [] : [{ name, marker }];
    })
    .sort((a, b) => (b.marker.retiredAt ?? 0) - (a.marker.retiredAt ?? 0));
}

/** Deletes an index and waits until it is gone. */
export async function dropIndex({ client }: House, name: string): Promise<void> {
  await client.settle(await enqueue(client, client.raw.deleteIndex(name)));
}

/**
 * Deletes indexes that never became live, half-built or whole, and former ones beyond those to keep.
 */
export async function prune(house: House): Promise<void> {
  const former = await formerIndexes(house);
  const kept = former.slice(0, house.server.keepOldIndexes).map(({ name }) => name);
  for (const name of await builtIndexes(house)) {
    if (!kept.includes(name)) await dropIndex(house, name);
  }
}

/**
 * Finishes or clears away what a killed process has left: a swap whose end nobody saw, an index
 * that never became live. Call while holding the rebuild lock.
 */
export async function clearLeftovers(house: House): Promise<void> {
  const { client, index, drainer, outbox } = house;
  const intent = readIntent(house);
  if (intent) {
    await drainer.pause(async () => {
      await settleAll(house);
      if ((await readMarker(client, index))?.run === intent.run) {
        // What was sent between the last replay and the swap reached the former index alone.
        await replay(outbox, createCopier(house, index), intent.replayed);
      }
    });
    clearIntent(house);
  }
  outbox.keepFrom(undefined);
  await prune(house);
}

/** Lets go of what was kept to be replayed, unless nobody knows how a swap has ended. */
export function endJournal(house: House): void {
  if (!readIntent(house)) house.outbox.keepFrom(undefined);
}

/**
 * Sends what waits, up to now.
 * @throws EngineError `unavailable` when the server does not take it now
 */
export async function sendAll(house: House): Promise<void> {
  for (let tries = 0; (await flushAll(house)) === 'kept'; tries++) {
    if (tries === MOST_FLUSHES) {
      throw new EngineError(
        'unavailable',
        'Meilisearch is away: writes wait that are not yet in the index.',
      );
    }
    await setTimeout(FLUSH_MS);
  }
}

/** A server that has just come back is believed to be away until the next probe: some seconds. */
const MOST_FLUSHES = 20;
const FLUSH_MS = 250;

const flushAll = ({ outbox, drainer }: House): Promise<'sent' | 'kept'> =>
  drainer.flush(outbox.lastSeq()).catch((error: unknown) => {
    // Whoever wrote what is refused has been told so.
    if (error instanceof RefusedError) return 'sent';
    throw error;
  });

/**
 * Makes the index that was live before the last rebuild the live one again, with all that was
 * written since. Call while holding the rebuild lock.
 * @throws EngineError `unavailable` when no former index is kept
 */
export async function rollBack(house: House): Promise<RollbackReport> {
  await clearLeftovers(house);
  const [former] = await formerIndexes(house);
  if (!former) throw new EngineError('unavailable', 'There is no former index to go back to.');
  house.outbox.keepFrom(0);
  await sendAll(house);
  return house.drainer
    .pause(async () => {
      const caughtUp = await catchUp(house, former);
      const replayed = lastSent(house.outbox);
      await retire(house);
      await swap(house, { run: former.marker.run, other: former.name, replayed });
      await writeMarker(house.client, house.index, { ...former.marker, retiredAt: undefined });
      return { builtAt: former.marker.at, ...caughtUp };
    })
    .finally(() => endJournal(house));
}

/** Notes in the live index that another takes its place. */
export async function retire({ client, index, outbox }: House): Promise<void> {
  const marker = await readMarker(client, index);
  if (marker) await writeMarker(client, index, { ...marker, retiredAt: outbox.nextStamp() });
}

/**
 * Brings a former index to the articles of the live one, version by version: by the time of writing
 * one cannot tell, for what was written before the swap may have been sent after it.
 */
async function catchUp(house: House, { name }: FormerIndex) {
  const { client, index } = house;
  const [live, former] = [await readVersions(client, index), await readVersions(client, name)];
  const changed = [...live].filter(([pk, n]) => former.get(pk) !== n).map(([pk]) => pk);
  const gone = [...former.keys()].filter((pk) => !live.has(pk));
  const copier = createCopier(house, name);
  for (let at = 0; at < changed.length; at += PAGE) {
    const ids = changed.slice(at, at + PAGE);
    const wanted = { ids, fields: NUMBERED_FIELDS, limit: PAGE };
    for (const document of await client.documents(index, wanted, NumberedArticle)) {
      await copier.put(document);
    }
  }
  await copier.remove(gone);
  await copier.finish();
  return { updated: changed.length, removed: gone.length };
}
