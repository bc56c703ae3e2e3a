import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import type { HttpSettings } from './http/settings.js';
import { HttpVariables, readHttpSettings } from './http/variables.js';

/** A setting in the environment that cannot be used; the message names the variable. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';
}

const Variables = z.object({
  AXTAR_ENGINE: z.enum(['embedded', 'meilisearch']).optional(),
  MEILI_URL: z.url({ protocol: /^https?$/, error: 'expected an http or https address' }).optional(),
  MEILI_API_KEY: z.string().optional(),
  MEILI_API_KEY_FILE: z.string().optional(),
  AXTAR_INDEX: z
    .string()
    .regex(/^[\w-]{1,200}$/, 'expected letters, digits, - and _')
    .default('articles'),
  AXTAR_DATA_DIR: z.string().min(1).default('./data'),
  AXTAR_SEARCH_THREADS: z.coerce.number().int().min(1).max(64).optional(),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  ...HttpVariables,
});

/** All that the environment decides. */
export interface Environment {
  /** Where Meilisearch is and which index is ours; absent for the embedded engine. */
  readonly meilisearch?: {
    readonly url: string;
    readonly apiKey?: string;
    readonly index: string;
  };
  /** What the index is called: in Meilisearch, and to clients that speak to us as to Meilisearch. */
  readonly index: string;
  /** Absolute path of the folder that holds the index, or what waits to be sent to Meilisearch. */
  readonly dataDir: string;
  readonly searchThreads?: number;
  readonly host: string;
  readonly port: number;
  readonly http: HttpSettings;
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
  const { AXTAR_DATA_DIR, AXTAR_SEARCH_THREADS, HOST, PORT } = parsed.data;
  return {
    ...meilisearchOf(parsed.data),
    index: parsed.data.AXTAR_INDEX,
    dataDir: resolve(AXTAR_DATA_DIR),
    ...(AXTAR_SEARCH_THREADS === undefined ? {} : { searchThreads: AXTAR_SEARCH_THREADS }),
    host: HOST,
    port: PORT,
    http: readHttpSettings(parsed.data),
  };
}

type Variables = z.infer<typeof Variables>;

/** An address of Meilisearch is enough to choose it. */
function meilisearchOf(variables: Variables): Pick<Environment, 'meilisearch'> {
  const { AXTAR_ENGINE, MEILI_URL, AXTAR_INDEX } = variables;
  if (AXTAR_ENGINE === 'embedded' || (AXTAR_ENGINE ?? MEILI_URL) === undefined) return {};
  if (MEILI_URL === undefined) {
    throw new EnvironmentError(
      'MEILI_URL: expected the address of Meilisearch, such as http://127.0.0.1:7700',
    );
  }
  const apiKey = keyOf(variables);
  return {
    meilisearch: {
      url: MEILI_URL,
      index: AXTAR_INDEX,
      ...(apiKey === undefined ? {} : { apiKey }),
    },
  };
}

function keyOf({ MEILI_API_KEY, MEILI_API_KEY_FILE }: Variables): string | undefined {
  if (MEILI_API_KEY !== undefined || MEILI_API_KEY_FILE === undefined) return MEILI_API_KEY;
  try {
    return readFileSync(MEILI_API_KEY_FILE, 'utf8').trim();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new EnvironmentError(`MEILI_API_KEY_FILE: cannot be read: ${reason}`);
  }
}
