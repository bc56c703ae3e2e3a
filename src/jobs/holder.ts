import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { lockFile } from '../engines/file-lock.js';
import { JobsStorageError, JobsUnavailableError } from './errors.js';

const RETRY_MS = 500;

/** Holds the lock of a folder, or waits for it: one process at a time runs the jobs in it. */
export interface Holder<Held> {
  /**
   * What was opened with the lock.
   * @throws JobsUnavailableError while another process has it, JobsStorageError when the folder
   *   cannot be used
   */
  held(): Held;
  /** Lets go, after `close` of what was opened. */
  release(close: (held: Held) => Promise<void>): Promise<void>;
}

/** `open` is called once, when the lock is there, which may be long after. */
export function holdFolder<Held>(
  folder: string,
  open: () => Held,
  onNotice: (notice: string) => void,
): Holder<Held> {
  let holding: { readonly held: Held; readonly unlock: () => void } | undefined;
  let obstacle: Error | undefined;
  const retry = setInterval(tryToHold, RETRY_MS).unref();
  tryToHold();
  if (obstacle) onNotice(obstacle.message);

  function tryToHold(): void {
    try {
      holding = openLocked(folder, open);
      clearInterval(retry);
    } catch (error) {
      obstacle = toObstacle(error, folder);
    }
  }

  return {
    held: () => {
      if (holding) return holding.held;
      throw obstacle ?? new JobsUnavailableError('The jobs have been closed.');
    },
    release: async (close) => {
      clearInterval(retry);
      const letGo = holding;
      [holding, obstacle] = [undefined, undefined];
      if (!letGo) return;
      await close(letGo.held);
      letGo.unlock();
    },
  };
}

function openLocked<Held>(folder: string, open: () => Held) {
  mkdirSync(folder, { recursive: true });
  const unlock = lockFile(join(folder, 'queue.lock'));
  if (!unlock) throw new JobsUnavailableError(`Another process runs the jobs in ${folder}.`);
  try {
    return { held: open(), unlock };
  } catch (error) {
    unlock();
    throw error;
  }
}

function toObstacle(error: unknown, folder: string): Error {
  if (error instanceof JobsUnavailableError) return error;
  const reason = error instanceof Error ? error.message : String(error);
  return new JobsStorageError(`Cannot keep jobs in ${folder}: ${reason}`, { cause: error });
}
