import { timingSafeEqual } from 'node:crypto';
import { join } from 'node:path';
import { KeysError } from './error.js';
import { openKeysFile } from './keys-file.js';
import { isExpired, NewKey, type KeyRecord, type StoredKey } from './record.js';
import { replaceSecretFile } from './secret-file.js';
import { digestOf, isKey, makeId, makeKey } from './secret.js';

/** A key that has just been made: the only time that it can be shown. */
export interface MadeKey {
  readonly key: string;
  readonly record: KeyRecord;
}

export interface FoundKey {
  readonly record: KeyRecord;
  /** Whether it must be refused, though it was good once. */
  readonly expired: boolean;
}

/**
 * The access keys of the HTTP API. Processes may share them: each sees at once what another has
 * changed. All throw KeysError when the file cannot be used.
 */
export interface Keys {
  /** In the order in which they were made. */
  list(): readonly KeyRecord[];
  /** @throws z.ZodError that names what cannot be so */
  create(wanted: NewKey): MadeKey;
  /** Gives whether there was a key with this id. */
  revoke(id: string): boolean;
  find(key: string): FoundKey | undefined;
  /** Makes an admin key when there is no key at all, and writes it to `adminFile`. */
  ensureAdmin(): MadeKey | undefined;
  /** Path of the file with the first admin key. */
  readonly adminFile: string;
}

/**
 * Opens the keys of a data folder, which needs not be there yet. `now` gives milliseconds since
 * 1970.
 *
 * @example openKeys('data').create({ role: 'search' }).key // 'axtar_search_' and 43 characters
 */
export function openKeys(folder: string, now: () => number = Date.now): Keys {
  const file = openKeysFile(join(folder, 'keys.json'));
  const adminFile = join(folder, 'admin.key');

  function create(wanted: NewKey): MadeKey {
    const made = make(stillToCome(now()).parse(wanted), now());
    file.change((keys, write) => write([...keys, stored(made)]));
    return made;
  }

  const revoke = (id: string): boolean =>
    file.change((keys, write) => {
      const left = keys.filter(({ record }) => record.id !== id);
      if (left.length === keys.length) return false;
      write(left);
      return true;
    });

  function find(key: string): FoundKey | undefined {
    const keys = file.read();
    const record = isKey(key) ? recordOf(digestOf(key), keys) : undefined;
    return record && { record, expired: isExpired(record, now()) };
  }

  function ensureAdmin(): MadeKey | undefined {
    if (file.read().length > 0) return undefined;
    return file.change((keys, write) => {
      if (keys.length > 0) return undefined;
      const made = make({ role: 'admin', name: 'first' }, now());
      // The secret first: a key that is kept but was never shown would lock everybody out.
      writeAdmin(adminFile, made.key);
      write([stored(made)]);
      return made;
    });
  }

  const list = () => file.read().map(({ record }) => record);
  return { list, create, revoke, find, ensureAdmin, adminFile };
}

const stillToCome = (now: number) =>
  NewKey.refine((wanted) => !isExpired(wanted, now), {
    path: ['expiresAt'],
    error: 'expected an instant that is still to come',
  });

const make = (wanted: NewKey, now: number): MadeKey => ({
  key: makeKey(wanted.role),
  record: { id: makeId(), ...wanted, createdAt: new Date(now).toISOString() },
});

const stored = ({ key, record }: MadeKey): StoredKey => ({ digest: digestOf(key), record });

/** Looks at every key, so that the time it takes says nothing about them. */
function recordOf(digest: Buffer, keys: readonly StoredKey[]): KeyRecord | undefined {
  let found: KeyRecord | undefined;
  for (const key of keys) if (timingSafeEqual(key.digest, digest)) found = key.record;
  return found;
}

function writeAdmin(path: string, key: string): void {
  try {
    replaceSecretFile(path, `${key}\n`);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new KeysError(`${path}: cannot be written: ${reason}`, { cause: error });
  }
}
