import { EngineError, type RebuildProgress } from '../../../indexer/engine.js';
import { lockFile } from '../file-lock.js';
import { copyArticles, createCopier } from './copy.js';
import { markerOf, type House } from './house.js';
import { clearLeftovers, dropIndex, endJournal, prune, retire, sendAll } from './former.js';
import { createIndex, writeMarker } from './live.js';
import { replay } from './replay.js';
import { settleAll, swap } from './swap.js';
import { verify } from './verify.js';

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
      // With the words of now: those that editors change meanwhile are pushed afterwards.
      await build({ ...house }, target, onProgress, signal);
    } catch (error) {
      endJournal(house);
      await dropIndex(house, target).catch(() => undefined);
      throw error;
    }
    endJournal(house);
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
  const replayed = await replay(outbox, copier, start);
  if (signal.aborted) throw new EngineError('unavailable', 'The rebuild was stopped.');
  await drainer.pause(async () => {
    await settleAll(house);
    const all = await replay(outbox, copier, replayed);
    await verify(house, target);
    await switchTo(house, target, all);
  });
}

/** Marks the built index as whole and makes it the live one. Call while nobody sends. */
async function switchTo(house: House, target: string, replayed: number): Promise<void> {
  const run = target.slice(house.index.length + 1);
  const at = new Date().toISOString();
  const marker = { ...markerOf(house), run, at };
  await writeMarker(house.client, target, marker);
  await retire(house);
  await swap(house, { run, other: target, replayed });
  house.carried.learn(marker);
}
