import { setTimeout as pass } from 'node:timers/promises';
import { z } from 'zod';
import { createClient } from '../../../src/engines/meilisearch/client.js';
import { ServerAwayError } from '../../../src/engines/meilisearch/server-errors.js';
import { MARKER, readMarker } from '../../../src/engines/meilisearch/live.js';
import { primaryKey } from '../../../src/engines/meilisearch/values.js';
import { CONSTANT_IDS } from './articles.js';

const EVERY_MS = 100;

/** What readers would have seen of the live index, asked again and again. */
export interface Watch {
  readonly looks: number;
  /** The runs that were live, one after the other. */
  readonly runs: readonly string[];
  /** Looks at which the live index lacked an article that was always there, or its marker. */
  readonly halves: readonly string[];
  end(): Promise<void>;
}

const Seen = z.object({ pk: z.string() });

/** Looks at the live index from the moment when the constant articles are in it. */
export function watch(url: string, index: string): Watch {
  const client = createClient({ url });
  const ids = [MARKER, ...CONSTANT_IDS.map(primaryKey)];
  const runs: string[] = [];
  const halves: string[] = [];
  let [looks, isOver] = [0, false];

  async function look(): Promise<void> {
    const seen = await client.documents(index, { ids, fields: ['pk'], limit: ids.length }, Seen);
    looks += 1;
    if (seen.length !== ids.length) halves.push(`${seen.length} of ${ids.length} documents`);
    const run = (await readMarker(client, index))?.run ?? 'without a marker';
    if (run !== runs.at(-1)) runs.push(run);
  }

  /** While the server is away nobody sees anything; that the index is not there is a fault. */
  function absence(error: unknown): void {
    if (!(error instanceof ServerAwayError)) halves.push(String(error));
  }

  async function lookOn(): Promise<void> {
    while (!isOver) {
      await look().catch(absence);
      await pass(EVERY_MS);
    }
  }

  const looking = lookOn();
  return {
    get looks() {
      return looks;
    },
    runs,
    halves,
    end: async () => {
      isOver = true;
      await looking;
    },
  };
}
