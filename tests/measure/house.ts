import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runIndexJob, type JobCounts } from '../../indexer/job.js';
import { listInputs } from '../../indexer/sources/read.js';
import { composeAxtar, type Axtar } from '../../src/compose.js';
import { readEnvironment } from '../../src/environment.js';

export interface TemporaryAxtar extends Axtar {
  readonly dataDir: string;
  index(paths: readonly string[]): Promise<JobCounts>;
}

/** The whole service on an empty index in a temporary folder, gone when `work` is done. */
export async function withTemporaryAxtar<Result>(
  work: (axtar: TemporaryAxtar) => Promise<Result>,
): Promise<Result> {
  const dataDir = mkdtempSync(join(tmpdir(), 'axtar-measure-'));
  try {
    return await withAxtarIn(dataDir, work);
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** The whole service on the index of a data folder. */
export async function withAxtarIn<Result>(
  dataDir: string,
  work: (axtar: TemporaryAxtar) => Promise<Result>,
): Promise<Result> {
  const axtar = composeAxtar(readEnvironment({ ...process.env, AXTAR_DATA_DIR: dataDir }));
  const { engine, toArticle, toDocument } = axtar;
  const index = async (paths: readonly string[]) =>
    runIndexJob(await listInputs(paths), {
      toArticle,
      toDocument,
      push: engine.upsert,
      onEvent: () => undefined,
    });
  try {
    return await work({ ...axtar, dataDir, index });
  } finally {
    await axtar.close();
  }
}
