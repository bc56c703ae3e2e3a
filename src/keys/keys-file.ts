import { openSharedFile, type SharedFile } from '../shared-file.js';
import { KeysError } from './error.js';
import { KeysContent, writeContent, type StoredKey } from './record.js';

/** The file of the keys, which several processes read and change. */
export type KeysFile = SharedFile<readonly StoredKey[]>;

/** @throws KeysError from each function */
export const openKeysFile = (path: string): KeysFile =>
  openSharedFile({
    path,
    schema: KeysContent.transform(({ keys }): readonly StoredKey[] => keys),
    empty: [],
    format: writeContent,
    fail: (message, options) => new KeysError(message, options),
  });
