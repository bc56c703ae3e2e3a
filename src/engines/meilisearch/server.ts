import { z } from 'zod';
import { EngineError } from '../../../indexer/engine.js';
import type { MeiliClient } from './client.js';
import { ServerRefusedError } from './server-errors.js';

/** Filters were mended and synonyms became lazy in this version; older ones answer wrongly. */
export const OLDEST_SERVER = '1.50.0';

const Version = z.object({ pkgVersion: z.string() });

/**
 * Asks the server for its version. A key that is limited to some indexes may not ask; who made it
 * has seen the version then.
 * @throws EngineError `unavailable` when it is not reached or too old
 */
export async function checkServer(client: MeiliClient, url: string): Promise<void> {
  const pkgVersion = await versionOf(client);
  if (pkgVersion === undefined) return;
  if (isOlder(pkgVersion, OLDEST_SERVER)) {
    throw new EngineError(
      'unavailable',
      `MEILI_URL: the server at ${url} is Meilisearch ${pkgVersion}; Axtar needs ${OLDEST_SERVER} or newer.`,
    );
  }
}

async function versionOf({ raw, ask }: MeiliClient): Promise<string | undefined> {
  try {
    return (await ask(raw.getVersion(), Version)).pkgVersion;
  } catch (error) {
    if (error instanceof ServerRefusedError && error.reason === 'invalid_api_key') return undefined;
    throw error;
  }
}

/** @example isOlder('1.9.2', '1.50.0') // true */
export function isOlder(version: string, other: string): boolean {
  const [a, b] = [version, other].map((text) => text.split(/[.-]/).slice(0, 3).map(Number));
  const at = [0, 1, 2].find((place) => a?.[place] !== b?.[place]);
  return at !== undefined && (a?.[at] ?? 0) < (b?.[at] ?? 0);
}
