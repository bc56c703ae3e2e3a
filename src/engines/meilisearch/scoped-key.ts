import { createHash } from 'node:crypto';
import { MeilisearchApiError, type KeyCreation, type Meilisearch } from 'meilisearch';
import { z } from 'zod';
import { EngineError } from '../../../indexer/engine.js';
import { EnvironmentError } from '../../environment.js';
import { isOlder, OLDEST_SERVER } from './server.js';

// Named one by one, because `indexes.*` and `documents.*` also grow with the server. A key for
// some indexes only cannot hold `version`: the server's version is looked at with the master key.
const ACTIONS = [
  'search',
  'documents.add',
  'documents.get',
  'documents.delete',
  'indexes.create',
  'indexes.get',
  'indexes.delete',
  'indexes.swap',
  'settings.get',
  'settings.update',
  'stats.get',
  'tasks.get',
];

/** Version of a server, and what is read of a stored key. */
const Version = z.object({ pkgVersion: z.string().regex(/^\d+\.\d+\.\d+/) });
const StoredKey = z.object({
  key: z.string().min(1),
  actions: z.array(z.string()),
  indexes: z.array(z.string()),
  expiresAt: z.string().nullable(),
});
type StoredKey = z.infer<typeof StoredKey>;

/**
 * The rights that Axtar needs on an index and on those that a rebuild makes beside it. The `uid`
 * depends on the name of the index alone, so the server gives the same key every time.
 *
 * @example scopedKey('articles').indexes // ['articles', 'articles_*']
 */
export function scopedKey(index: string): KeyCreation & { readonly uid: string } {
  return {
    uid: uidOf(index),
    name: `Axtar: ${index}`,
    description: `Search, write and rebuild the index ${index}.`,
    actions: [...ACTIONS],
    indexes: [index, `${index}_*`],
    expiresAt: null,
  };
}

/** A UUID of version 4, which is what the server documents, made of a hash instead of chance. */
function uidOf(index: string): string {
  const hex = createHash('sha256').update(`axtar:${index}`).digest('hex');
  const [third, fourth] = [`4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`];
  return [hex.slice(0, 8), hex.slice(8, 12), third, fourth, hex.slice(20, 32)].join('-');
}

/**
 * The key for an index: found, or made when it is not there.
 *
 * @param client with the master key, of a server that is ready
 * @throws EnvironmentError when the server refuses the master key or is too old
 * @throws EngineError `unavailable` when it answers anything else
 */
export async function makeScopedKey(client: Meilisearch, index: string): Promise<string> {
  try {
    await refuseOldServer(client);
    return await findOrMake(client, scopedKey(index));
  } catch (error) {
    throw explain(error, client.config.host);
  }
}

async function refuseOldServer(client: Meilisearch): Promise<void> {
  const { pkgVersion } = Version.parse(await client.getVersion());
  if (!isOlder(pkgVersion, OLDEST_SERVER)) return;
  const needed = `${OLDEST_SERVER} or newer is needed`;
  throw new EnvironmentError(`MEILI_URL: this is Meilisearch ${pkgVersion}; ${needed}.`);
}

async function findOrMake(client: Meilisearch, wanted: ReturnType<typeof scopedKey>) {
  const found = await find(client, wanted.uid);
  if (found && hasRights(found, wanted)) return found.key;
  // The rights of a key cannot be changed. Made anew with the same uid, its value stays the same.
  if (found) await client.deleteKey(wanted.uid);
  const made: unknown = await client.createKey(wanted).catch((error: unknown) => {
    // Somebody else made it in this moment.
    if (codeOf(error) === 'api_key_already_exists') return client.getKey(wanted.uid);
    throw error;
  });
  return StoredKey.parse(made).key;
}

async function find(client: Meilisearch, uid: string): Promise<StoredKey | undefined> {
  try {
    return StoredKey.parse(await client.getKey(uid));
  } catch (error) {
    if (codeOf(error) === 'api_key_not_found') return undefined;
    throw error;
  }
}

const sorted = (names: readonly string[]) => [...names].sort().join();

const hasRights = (found: StoredKey, wanted: KeyCreation): boolean =>
  sorted(found.actions) === sorted(wanted.actions) &&
  sorted(found.indexes) === sorted(wanted.indexes) &&
  found.expiresAt === null;

const codeOf = (error: unknown): string | undefined =>
  error instanceof MeilisearchApiError ? error.cause?.code : undefined;

function explain(error: unknown, host: string): Error {
  if (error instanceof EnvironmentError) return error;
  switch (codeOf(error)) {
    case 'invalid_api_key':
      return new EnvironmentError(`MEILI_MASTER_KEY: ${host} does not take it as its master key.`);
    case 'missing_master_key':
      return new EnvironmentError(`MEILI_MASTER_KEY: ${host} was started without a master key.`);
    default: {
      const message = `MEILI_URL: ${host} did not give a key: ${reasonOf(error)}.`;
      return new EngineError('unavailable', message, { cause: error });
    }
  }
}

/** What lies behind a failed request, in a few words: `connect ECONNREFUSED 127.0.0.1:7700`. */
export function reasonOf(error: unknown): string {
  if (error instanceof z.ZodError) return 'its answer is not that of a Meilisearch';
  if (!(error instanceof Error)) return String(error);
  if (error.cause instanceof Error) return reasonOf(error.cause);
  // Several addresses tried in vain give an error without words, but with a code.
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name;
  return (error.message || code).replace(/\.$/, '');
}
