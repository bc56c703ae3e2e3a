import type { MeiliClient } from './client.js';
import { readMarker, type Marker } from './live.js';

/** Which wordings the documents of the live index say that they hold, as far as is known here. */
export interface Carried {
  /** Of these wordings, those that documents do not say yet. */
  lacking(ids: readonly string[]): Promise<string[]>;
  /** What the live index says of itself now. */
  learn(marker: Pick<Marker, 'wordings'>): void;
}

/** Another process may have gone back to a former index, or rebuilt it, in milliseconds. */
const LOOK_AGAIN_MS = 60_000;
/** While something lacks, somebody is about to write it. */
const LOOK_SOON_MS = 1_000;

/** Knows nothing before it has learnt; then looks at the marker when it may be another one. */
export function createCarried(client: MeiliClient, index: string): Carried {
  let known: ReadonlySet<string> = new Set();
  let lookedAt = -Infinity;

  function learn({ wordings }: Pick<Marker, 'wordings'>): void {
    known = new Set(wordings);
    lookedAt = performance.now();
  }

  return {
    learn,
    lacking: async (ids) => {
      if (ids.length === 0) return [];
      const missing = () => ids.filter((id) => !known.has(id));
      const patience = missing().length > 0 ? LOOK_SOON_MS : LOOK_AGAIN_MS;
      if (performance.now() - lookedAt > patience) {
        const marker = await readMarker(client, index);
        if (marker) learn(marker);
      }
      return missing();
    },
  };
}
