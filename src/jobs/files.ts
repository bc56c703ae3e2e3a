import { open, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { describeSystemError } from '../../indexer/sources/system-error.js';
import { JobsStorageError } from './errors.js';

/**
 * Writes a file so that after a crash it holds the old text or the new, never half of one.
 * @throws JobsStorageError when the disk is full or the folder cannot be written
 */
export async function writeDurably(path: string, text: string): Promise<void> {
  const temporary = `${path}.tmp`;
  try {
    await writeFile(temporary, text, { flush: true });
    await rename(temporary, path);
    await syncFolder(dirname(path));
  } catch (error) {
    await removeFile(temporary);
    throw toStorageError(error, path);
  }
}

/** A name is durable only when its folder is. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Removes a file that may be there; what stays is removed at the next start. */
export async function removeFile(path: string): Promise<void> {
  await rm(path, { force: true }).catch(() => undefined);
}

/** What the operating system says of a failed write, with what to do about it. */
export function toStorageError(error: unknown, path: string): JobsStorageError {
  const reason = describeSystemError(error) ?? (error instanceof Error ? error.message : '');
  const advice = /ENOSPC|EDQUOT|EFBIG/.test(reason)
    ? 'Free some space on its disk.'
    : 'Check that its folder exists and may be written.';
  return new JobsStorageError(`Cannot write ${path}: ${reason}. ${advice}`, { cause: error });
}
