import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { EngineError, type RebuildProgress } from '../../../indexer/engine.js';
import { lockFile } from '../file-lock.js';
import { copyArticles, createCopier, replay } from './copy.js';
import { ARTICLE_FIELDS } from './document.js';
import { EVERY_ARTICLE } from './filter.js';
import type { House } from './house.js';
import { clearLeftovers, dropIndex, prune, retire, sendAll } from './former.js';
import { countArticles, createIndex, writeMarker } from './live.js';
import { swap } from './swap.js';

/**
 * Builds `<index>_<run>` beside the live index from its articles, analysed anew, then makes it the
 * live one. Killed at any point, ours or the server, it leaves a whole index live.
 * @throws EngineError `rebuild_running`, or `unavailable` with the server's reason
 */
export async function reindex(
  house: House,
  onProgress: (progress: RebuildProgress) => void = () => undefined,
  signal: AbortSignal = new AbortController().signal,
): Promise<void> {
  await withRebuildLock(house, async () => {
    if (signal.aborted)
      throw new EngineError('unavailable', 'The rebuild was stopped before it began.');
    await clearLeftovers(house);
    const target = `${house.index}_${newRun()}`;
    try {
      await build(house, target, onProgress, signal);
    } catch (error) {
      house.outbox.keepFrom(undefined);
      await dropIndex(house, target).catch(() => undefined);
      throw error;
    }
    house.outbox.keepFrom(undefined);
    await prune(house);
  });
}

/** Does what a killed process has left undone, unless a rebuild is under way. */
export async function recover(house: House): Promise<void> {
  const unlock = lockFile(house.file('rebuild.lock'));
  if (!unlock) return;
  try {
    await clearLeftovers(house);
  } finally {
    unlock();
  }
}

/** Runs alone on this machine. */
export async function withRebuildLock<Result>(
  house: House,
  work: () => Promise<Result>,
): Promise<Result> {
  const unlock = lockFile(house.file('rebuild.lock'));
  if (!unlock)
    throw new EngineError('rebuild_running', 'Another rebuild of this index is under way.');
  try {
    return await work();
  } finally {
    unlock();
  }
}

/** @example newRun() // '20261122T0856307d1' */
function newRun(): string {
  const now = new Date().toISOString().replace(/[-:]|\..*/g, '');
  return now + Math.random().toString(16).slice(2, 6);
}

async function build(
  house: House,
  target: string,
  onProgress: (progress: RebuildProgress) => void,
  signal: AbortSignal,
): Promise<void> {
  const { client, outbox, drainer, allSettings } = house;
  // What was taken before must be in the live index before it is copied.
  const start = outbox.keepFrom(0);
  await sendAll(house);
  await createIndex(client, target, allSettings);
  const copier = createCopier(house, target);
  await copyArticles(house, copier, onProgress, signal);
  await copier.finish();
  const replayed = await replay(house, copier, start);
  if (signal.aborted) throw new EngineError('unavailable', 'The rebuild was stopped.');
  await drainer.pause(async () => {
    const all = await replay(house, copier, replayed);
    await verify(house, target);
    await switchTo(house, target, all);
  });
}

const SAMPLE = 10;
const Sampled = z.looseObject({ pk: z.string(), n: z.number() });

/**
 * Sees that an index holds what the live one holds. Call while nobody sends.
 * @throws EngineError `unavailable` when it does not
 */
async function verify({ client, index }: House, target: string): Promise<void> {
  const [live, built] = [await countArticles(client, index), await countArticles(client, target)];
  if (live !== built) {
    throw new EngineError('unavailable', `${target} holds ${built} articles instead of ${live}.`);
  }
  for (const sort of ['n:asc', 'n:desc']) {
    const wanted = {
      filter: EVERY_ARTICLE,
      sort: [sort],
      fields: ['pk', 'n', ...ARTICLE_FIELDS],
      limit: SAMPLE,
    };
    const [expected, found] = [
      await client.documents(index, wanted, Sampled),
      await client.documents(target, wanted, Sampled),
    ];
    if (!isDeepStrictEqual(expected, found)) {
      throw new EngineError('unavailable', `${target} holds other articles than ${index}.`);
    }
  }
}

/** Marks the built index as whole and makes it the live one. Call while nobody sends. */
async function switchTo(house: House, target: string, replayed: number): Promise<void> {
  const { client, making, analysis } = house;
  const run = target.slice(house.index.length + 1);
  const wordings = [...making.wordings.ids];
  await writeMarker(client, target, { run, analysis, wordings, at: new Date().toISOString() });
  await retire(house);
  await swap(house, { run, other: target, replayed });
}
