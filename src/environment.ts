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
  AXTAR_SYNC: z.enum(['on', 'off']).default('on'),
  AXTAR_SEARCH_THREADS: z.coerce.number().int().min(1).max(64).optional(),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  ...HttpVariables,
});
type Variables = z.infer<typeof Variables>;

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
  /** Whether the service reads sources by their schedules. */
  readonly sync: boolean;
  readonly host: string;
  readonly port: number;
  readonly http: HttpSettings;
}

/** Variables by name, as they were given; those set to nothing are left out. */
type Given = Readonly<Record<string, string | undefined>>;

/** What is read for: only who serves must say who may search. */
type Purpose = 'any' | 'serve';

/**
 * Reads the settings from environment variables.
 *
 * @example readEnvironment({ PORT: '8080' }).port // 8080
 * @throws EnvironmentError with a line for each that cannot be used: `PORT: expected number, received NaN`
 */
export function readEnvironment(
  variables: NodeJS.ProcessEnv,
  purpose: Purpose = 'any',
): Environment {
  // A variable set to nothing is a variable not set.
  const set = Object.entries(variables).filter(([, value]) => value !== '');
  const given: Given = Object.fromEntries(set);
  const parsed = Variables.safeParse(given);
  const key = readKey(given);
  const problems = [
    ...(parsed.error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`),
    ...addressProblem(given),
    ...key.problems,
    ...(purpose === 'serve' ? accessProblem(given) : []),
  ];
  if (!parsed.success || problems.length > 0) throw new EnvironmentError(problems.join('\n'));
  return environmentOf(parsed.data, key.apiKey);
}

function environmentOf(variables: Variables, apiKey: string | undefined): Environment {
  const { AXTAR_DATA_DIR, AXTAR_SEARCH_THREADS, AXTAR_INDEX, MEILI_URL, HOST, PORT } = variables;
  const key = apiKey === undefined ? {} : { apiKey };
  const reached = usesMeilisearch(variables) && MEILI_URL !== undefined;
  return {
    ...(reached ? { meilisearch: { url: MEILI_URL, index: AXTAR_INDEX, ...key } } : {}),
    index: AXTAR_INDEX,
    dataDir: resolve(AXTAR_DATA_DIR),
    ...(AXTAR_SEARCH_THREADS === undefined ? {} : { searchThreads: AXTAR_SEARCH_THREADS }),
    sync: variables.AXTAR_SYNC === 'on',
    host: HOST,
    port: PORT,
    http: readHttpSettings(variables),
  };
}

/** An address of Meilisearch is enough to choose it. */
const usesMeilisearch = ({ AXTAR_ENGINE, MEILI_URL }: Given | Variables): boolean =>
  AXTAR_ENGINE === 'meilisearch' || (AXTAR_ENGINE === undefined && MEILI_URL !== undefined);

function addressProblem(given: Given): string[] {
  if (!usesMeilisearch(given) || given['MEILI_URL'] !== undefined) return [];
  return ['MEILI_URL: expected the address of Meilisearch, such as http://127.0.0.1:7700'];
}

interface FoundKey {
  readonly apiKey?: string;
  readonly problems: readonly string[];
}

function readKey(given: Given): FoundKey {
  const { MEILI_API_KEY: apiKey, MEILI_API_KEY_FILE: file } = given;
  if (apiKey !== undefined) return { apiKey, problems: [] };
  if (file === undefined || !usesMeilisearch(given)) return { problems: [] };
  try {
    return { apiKey: readFileSync(file, 'utf8').trim(), problems: [] };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { problems: [`MEILI_API_KEY_FILE: cannot be read: ${reason}`] };
  }
}

/** Whether only this machine reaches what listens there. */
export const isLoopback = (host: string): boolean =>
  /^(?:127\.\d+\.\d+\.\d+|::1|localhost)$/.test(host);

/** Where others reach us, the operator says who may search: nobody opens a service by accident. */
function accessProblem({ HOST: host, AXTAR_SEARCH_ACCESS: access }: Given): string[] {
  if (access !== undefined || host === undefined || isLoopback(host)) return [];
  return [
    `AXTAR_SEARCH_ACCESS: HOST is ${host}, which others may reach: expected "open" (anyone may search) or "key" (every search needs a key)`,
  ];
}
