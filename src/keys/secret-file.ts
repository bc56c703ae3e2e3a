import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Puts a file in place at once and durably, readable by its owner only: a reader sees the old
 * content or the new one, never half of it. Only one process at a time may do so.
 * @throws the error of the operating system
 */
export function replaceSecretFile(file: string, content: string): void {
  const temporary = `${file}.tmp`;
  // The mode is that of a new file only: what a killed process left may be open to all.
  rmSync(temporary, { force: true });
  writeFileSync(temporary, content, { mode: 0o600, flag: 'wx', flush: true });
  renameSync(temporary, file);
  const folder = openSync(dirname(file), 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
