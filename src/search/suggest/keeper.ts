import { setTimeout } from 'node:timers/promises';
import type { EngineStats, SearchEngine } from '../../../indexer/engine.js';
import { createPace, type Pace } from './pace.js';

/** Keeps something that is made of the whole index in step with it. */
export interface Keeper<Kept> {
  /**
   * What there is, however old; undefined while it is made for the first time and this takes long.
   * Looks in the background whether the index has changed.
   */
  current(): Promise<Kept | undefined>;
  /** Brings it in step with the index and waits for it. */
  refresh(): Promise<void>;
  close(): Promise<void>;
}

/** Whoever asks first waits so long at most. */
const FIRST_WAIT_MS = 300;
/** The index is asked for changes once in this time at most. */
const LOOK_EVERY_MS = 2_000;
/** Of the time this share at most is spent on making it. */
const MOST_SHARE = 0.05;

const stateOf = ({ updatedAt = '', documents }: EngineStats): string => `${documents} ${updatedAt}`;

export function createKeeper<Kept>(
  engine: Pick<SearchEngine, 'stats'>,
  make: (pace: Pace) => Promise<Kept>,
): Keeper<Kept> {
  const stop = new AbortController();
  let kept: { readonly value: Kept; readonly state: string } | undefined;
  let making: Promise<void> | undefined;
  let lookAgainAt = 0;
  let makeAgainAt = 0;

  async function bringUp(waits: boolean): Promise<void> {
    const state = stateOf(await engine.stats());
    if (kept?.state === state || stop.signal.aborted) return;
    if (!waits && performance.now() < makeAgainAt) return;
    const started = performance.now();
    kept = { value: await make(createPace(stop.signal)), state };
    const took = performance.now() - started;
    makeAgainAt = performance.now() + took / MOST_SHARE - took;
  }

  /** One at a time: whoever comes while it is made waits for the same. */
  function bringUpOnce(waits: boolean): Promise<void> {
    making ??= bringUp(waits).finally(() => {
      making = undefined;
      if (kept) lookAgainAt = performance.now() + LOOK_EVERY_MS;
    });
    return making;
  }

  return {
    current: async () => {
      if (stop.signal.aborted) return kept?.value;
      const look = making ?? (performance.now() >= lookAgainAt ? bringUpOnce(false) : undefined);
      if (kept) look?.catch(() => undefined);
      else await Promise.race([look, setTimeout(FIRST_WAIT_MS, undefined, { ref: false })]);
      return kept?.value;
    },
    refresh: async () => {
      await making?.catch(() => undefined);
      await bringUpOnce(true);
    },
    close: async () => {
      stop.abort();
      await making?.catch(() => undefined);
    },
  };
}
