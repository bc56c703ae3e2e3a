import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A new folder for an index that is not there yet; `remove` takes it away with all it holds. */
export interface TemporaryFolder {
  readonly path: string;
  remove(): void;
}

export function makeTemporaryFolder(): TemporaryFolder {
  const parent = mkdtempSync(join(tmpdir(), 'axtar-embedded-'));
  return {
    path: join(parent, 'index'),
    remove: () => rmSync(parent, { recursive: true, force: true }),
  };
}
