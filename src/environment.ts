import { resolve } from 'node:path';
import { z } from 'zod';

/** A setting in the environment that cannot be used; the message names the variable. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';
}

const Variables = z.object({
  AXTAR_ENGINE: z.enum(['embedded', 'meilisearch']).default('embedded'),
  AXTAR_DATA_DIR: z.string().min(1).default('./data'),
  AXTAR_SEARCH_THREADS: z.coerce.number().int().min(1).max(64).optional(),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
});

/** All that the environment decides. */
export interface Environment {
  readonly engine: 'embedded' | 'meilisearch';
  /** Absolute path of the folder that holds the index. */
  readonly dataDir: string;
  readonly searchThreads?: number;
  readonly host: string;
  readonly port: number;
}

/**
 * Reads the settings from environment variables.
 *
 * @example readEnvironment({ PORT: '8080' }).port // 8080
 * @throws EnvironmentError `PORT: expected number, received NaN`
 */
export function readEnvironment(variables: NodeJS.ProcessEnv): Environment {
  // A variable set to nothing is a variable not set.
  const set = Object.entries(variables).filter(([, value]) => value !== '');
  const parsed = Variables.safeParse(Object.fromEntries(set));
  if (!parsed.success) {
    const problems = parsed.error.issues.map(
      ({ path, message }) => `${path.join('.')}: ${message}`,
    );
    throw new EnvironmentError(problems.join('\n'));
  }
  const { AXTAR_ENGINE, AXTAR_DATA_DIR, AXTAR_SEARCH_THREADS, HOST, PORT } = parsed.data;
  return {
    engine: AXTAR_ENGINE,
    dataDir: resolve(AXTAR_DATA_DIR),
    ...(AXTAR_SEARCH_THREADS === undefined ? {} : { searchThreads: AXTAR_SEARCH_THREADS }),
    host: HOST,
    port: PORT,
  };
}
