import { setImmediate } from 'node:timers/promises';

/** Parts long work into short stretches, so that requests are answered in between. */
export interface Pace {
  /** Whether the stretch has been long enough. */
  isDue(): boolean;
  /** Lets others have their turn. @throws the signal's reason when the work is no longer wanted */
  rest(): Promise<void>;
}

/** Milliseconds of one stretch: what is under way when a request comes in delays it by as much. */
const STRETCH_MS = 6;

export function createPace(signal: AbortSignal): Pace {
  let began = performance.now();
  return {
    isDue: () => performance.now() - began > STRETCH_MS,
    rest: async () => {
      await setImmediate();
      signal.throwIfAborted();
      began = performance.now();
    },
  };
}

/** So many are sorted, or merged, before the clock is looked at. */
const AT_ONCE = 1_000;

type Compare<Item> = (a: Item, b: Item) => number;

/** Sorts without blocking: small lists one after the other, then merges them. Stable. */
export async function sortInSlices<Item>(
  items: readonly Item[],
  compare: Compare<Item>,
  pace: Pace,
): Promise<Item[]> {
  let lists: Item[][] = [];
  for (let at = 0; at < items.length; at += AT_ONCE) {
    lists.push(items.slice(at, at + AT_ONCE).sort(compare));
    if (pace.isDue()) await pace.rest();
  }
  while (lists.length > 1) {
    const merged: Item[][] = [];
    for (let at = 0; at < lists.length; at += 2) {
      merged.push(await merge(lists[at] ?? [], lists[at + 1] ?? [], compare, pace));
    }
    lists = merged;
  }
  return lists[0] ?? [];
}

async function merge<Item>(
  left: readonly Item[],
  right: readonly Item[],
  compare: Compare<Item>,
  pace: Pace,
): Promise<Item[]> {
  const merged: Item[] = [];
  let [fromLeft, fromRight] = [0, 0];
  for (;;) {
    const [a, b] = [left[fromLeft], right[fromRight]];
    if (a !== undefined && (b === undefined || compare(a, b) <= 0)) {
      merged.push(a);
      fromLeft++;
    } else if (b !== undefined) {
      merged.push(b);
      fromRight++;
    } else return merged;
    if (merged.length % AT_ONCE === 0 && pace.isDue()) await pace.rest();
  }
}
