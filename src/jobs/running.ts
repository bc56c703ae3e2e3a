import { setTimeout as sleep } from 'node:timers/promises';
import { createEvents } from './events.js';
import { createQueue } from './queue.js';
import { createReception } from './reception.js';
import { outdated } from './retention.js';
import { openStore } from './store.js';
import type { WorkDeps } from './work.js';

const BATCH_MAY_TAKE_MS = 2500;
const FILES_MAY_TAKE_MS = 300;
const SWEEP_EVERY_MS = 3600 * 1000;

interface RunningDeps extends WorkDeps {
  readonly folder: string;
  readonly onNotice: (notice: string) => void;
  readonly now?: () => number;
}

/** Takes, runs and forgets the jobs of a folder; the caller holds its lock. */
export function startJobs({ folder, onNotice, now = Date.now, ...work }: RunningDeps) {
  const store = openStore(folder, onNotice);
  const events = createEvents();
  const closing = new AbortController();
  const instant = () => new Date(now()).toISOString();
  const queue = createQueue({ ...work, store, events, instant, onNotice, onEnd: sweep });
  const receive = createReception({ folder, store, closing: closing.signal, now });
  const sweeping = setInterval(() => void sweep(), SWEEP_EVERY_MS).unref();

  async function sweep(): Promise<void> {
    for (const id of outdated(store.entries(), now())) await store.drop(id);
  }

  async function close(): Promise<void> {
    closing.abort();
    clearInterval(sweeping);
    await atMost(BATCH_MAY_TAKE_MS, queue.close());
    events.end();
    await atMost(FILES_MAY_TAKE_MS, store.close());
  }

  void sweep();
  queue.wake();
  return {
    store,
    events,
    queue,
    take: async (draft: Parameters<typeof receive>[0]) => {
      const admitted = await receive(draft);
      queue.wake();
      return admitted;
    },
    close,
  };
}

async function atMost(milliseconds: number, work: Promise<void>): Promise<void> {
  const stop = new AbortController();
  const { signal } = stop;
  await Promise.race([work, sleep(milliseconds, undefined, { signal }).catch(() => undefined)]);
  stop.abort();
}
