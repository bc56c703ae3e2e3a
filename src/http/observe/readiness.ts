import { access, constants, statfs } from 'node:fs/promises';
import { z } from 'zod';
import type { SearchEngine } from '../../../indexer/engine.js';
import type { Keys } from '../../keys/keys.js';
import { withDeadline } from '../guard/deadline.js';

const Part = z.object({
  status: z.enum(['ok', 'failed']),
  reason: z
    .string()
    .optional()
    .meta({ description: 'What is the matter with a part that failed.' }),
});

/** Whether the service can do its work, and which part of it cannot. */
export const Readiness = z
  .object({
    status: z.enum(['ready', 'not_ready']),
    parts: z.object({ engine: Part, keys: Part, data: Part }),
  })
  .meta({ id: 'Readiness' });
export type Readiness = z.infer<typeof Readiness>;
type Part = z.infer<typeof Part>;

export interface ReadinessSources {
  readonly engine: Pick<SearchEngine, 'get'>;
  readonly keys: Pick<Keys, 'list'>;
  readonly dataDir: string;
}

export interface ReadinessSettings {
  /** A part that has not answered by then has failed, in milliseconds. */
  readonly patience: number;
  /** How long an answer is given again, in milliseconds: whoever asks often costs nothing. */
  readonly freshFor: number;
  /** Bytes that must be free in the data folder. */
  readonly leastFree: number;
}

const SETTINGS: ReadinessSettings = { patience: 2_000, freshFor: 1_000, leastFree: 50_000_000 };
const OK: Part = { status: 'ok' };

/** Makes the check of everything that the service needs; the reasons are safe to show. */
export function createReadiness(
  { engine, keys, dataDir }: ReadinessSources,
  { patience, freshFor, leastFree }: ReadinessSettings = SETTINGS,
): () => Promise<Readiness> {
  let known: Promise<Readiness> | undefined;
  let knownUntil = 0;

  const check = (work: () => Promise<unknown>, reason: string): Promise<Part> =>
    withDeadline(Promise.resolve().then(work), patience, () => new Error(reason)).then(
      () => OK,
      () => ({ status: 'failed', reason }),
    );

  async function look(): Promise<Readiness> {
    const [engineNow, keysNow, data] = await Promise.all([
      // Any id will do: only whether there is an answer matters.
      check(() => engine.get('-'), 'The search engine does not answer.'),
      check(() => Promise.resolve(keys.list()), 'The file of the keys cannot be read.'),
      check(
        () => checkFolder(dataDir, leastFree),
        'The data folder cannot be written, or is full.',
      ),
    ]);
    const parts = { engine: engineNow, keys: keysNow, data };
    const ready = Object.values(parts).every(({ status }) => status === 'ok');
    return { status: ready ? 'ready' : 'not_ready', parts };
  }

  return () => {
    if (known === undefined || performance.now() >= knownUntil) {
      known = look();
      knownUntil = performance.now() + freshFor;
    }
    return known;
  };
}

async function checkFolder(folder: string, leastFree: number): Promise<void> {
  await access(folder, constants.W_OK);
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize < leastFree) throw new Error('full');
}
