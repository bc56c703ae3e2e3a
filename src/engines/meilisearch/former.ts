import { z } from 'zod';
import { EngineError, type RollbackReport } from '../../../indexer/engine.js';
import { createCopier, pages, replay } from './copy.js';
import { RefusedError } from './drain.js';
import type { House } from './house.js';
import { enqueue, readMarker, writeMarker, type Marker } from './live.js';
import { clearIntent, readIntent, settleAll, swap } from './swap.js';

/** An index that was live before; its name tells which run replaced it. */
export interface FormerIndex {
  readonly name: string;
  readonly marker: Marker;
}

const Indexes = z.object({ results: z.array(z.object({ uid: z.string() })) });
const RUN = /^\d{8}T\d{6}[0-9a-f]{4}$/;

/** Names of the indexes beside the live one, the latest first. */
async function builtIndexes({ client, index }: House): Promise<string[]> {
  const { results } = await client.ask(client.raw.getIndexes({ limit: 1000 }), Indexes);
  const prefix = `${index}_`;
  return results
    .map(({ uid }) => uid)
    .filter((uid) => uid.startsWith(prefix) && RUN.test(uid.slice(prefix.length)))
    .sort()
    .reverse();
}

/** Whole indexes beside the live one, the one that was live last first. */
export async function formerIndexes(house: House): Promise<FormerIndex[]> {
  const names = await builtIndexes(house);
  const markers = await Promise.all(names.map((name) => readMarker(house.client, name)));
  return names.flatMap((name, at) => {
    const marker = markers[at];
    return marker ? [{ name, marker }] : [];
  });
}

/** Deletes an index and waits until it is gone. */
export async function dropIndex({ client }: House, name: string): Promise<void> {
  await client.settle(await enqueue(client, client.raw.deleteIndex(name)));
}

/** Deletes half-built indexes, and former ones beyond those to keep. */
export async function prune(house: House): Promise<void> {
  const former = await formerIndexes(house);
  const kept = former.slice(0, house.server.keepOldIndexes).map(({ name }) => name);
  for (const name of await builtIndexes(house)) {
    if (!kept.includes(name)) await dropIndex(house, name);
  }
}

/**
 * Finishes or clears away what a killed process has left: a swap whose end nobody saw, a half-built
 * index. Call while holding the rebuild lock.
 */
export async function clearLeftovers(house: House): Promise<void> {
  const { client, index, drainer, outbox } = house;
  const intent = readIntent(house);
  if (intent) {
    await drainer.pause(async () => {
      await settleAll(house);
      if ((await readMarker(client, index))?.run === intent.run) {
        // What was sent between the last replay and the swap reached the former index alone.
        await replay(house, createCopier(house, index), intent.replayed);
      }
    });
    clearIntent(house);
  }
  outbox.keepFrom(undefined);
  for (const name of await builtIndexes(house)) {
    if (!(await readMarker(client, name))) await dropIndex(house, name);
  }
}

/**
 * Sends what waits, up to now.
 * @throws EngineError `unavailable` when the server does not take it now
 */
export async function sendAll({ outbox, drainer }: House): Promise<void> {
  const answer = await drainer.flush(outbox.lastSeq()).catch((error: unknown) => {
    // Whoever wrote what is refused has been told so.
    if (error instanceof RefusedError) return 'sent';
    throw error;
  });
  if (answer === 'kept') {
    throw new EngineError(
      'unavailable',
      'Meilisearch is away: writes wait that are not yet in the index.',
    );
  }
}

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
      const replayed = house.outbox.lastSeq();
      await retire(house);
      await swap(house, { run: former.marker.run, other: former.name, replayed });
      await writeMarker(house.client, house.index, { ...former.marker, retiredAt: undefined });
      return { builtAt: former.marker.at, ...caughtUp };
    })
    .finally(() => house.outbox.keepFrom(undefined));
}

/** Notes in the live index up to which number its articles are those of its successor. */
export async function retire({ client, index, outbox }: House): Promise<void> {
  const marker = await readMarker(client, index);
  if (marker) await writeMarker(client, index, { ...marker, retiredAt: outbox.nextStamp() });
}

/** Brings a former index to the articles of the live one. */
async function catchUp(house: House, { name, marker }: FormerIndex) {
  const copier = createCopier(house, name);
  let updated = 0;
  for await (const page of pages(house, marker.retiredAt ?? 0)) {
    for (const document of page) await copier.put(document);
    updated += page.length;
  }
  await copier.finish();
  const live = await keysOf(house, house.index);
  const gone = [...(await keysOf(house, name))].filter((pk) => !live.has(pk));
  for (const pk of gone) await copier.remove(pk);
  await copier.finish();
  return { updated, removed: gone.length };
}

const Keyed = z.object({ pk: z.string(), n: z.number() });
const KEYS = 10_000;

async function keysOf({ client }: House, index: string): Promise<Set<string>> {
  const keys = new Set<string>();
  for (let last = 0; ;) {
    const wanted = { filter: `n > ${last}`, sort: ['n:asc'], fields: ['pk', 'n'], limit: KEYS };
    const page = await client.documents(index, wanted, Keyed);
    for (const { pk } of page) keys.add(pk);
    const [end] = page.slice(-1);
    if (!end) return keys;
    last = end.n;
  }
}
