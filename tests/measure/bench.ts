import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EngineName, Outcome, Place } from './asker.js';
import {
  benchFiles,
  indexIn,
  prepareServing,
  printIndexing,
  type Indexed,
} from './bench-indexing.js';
import type { Job } from './bench-serve.js';
import { readCorpus } from './corpus.js';
import { readOptions, runMeasurement } from './options.js';
import { makeQueries } from './queries.js';
import { openServer, withPlace } from './servers.js';

const QUERIES = 500;

interface Made extends Outcome<Indexed> {
  readonly name: EngineName;
  readonly place: Place;
}

/** Indexes with one engine after the other, each on a server of its own where it needs one. */
async function withIndexes(
  [name, ...rest]: readonly EngineName[],
  made: readonly Made[],
  work: (made: readonly Made[]) => Promise<void>,
): Promise<void> {
  if (name === undefined) return work(made);
  const server = name === 'embedded' ? undefined : await openServer();
  try {
    await withPlace(server, async (place) => {
      const result = await indexIn(place, name, server);
      await prepareServing(place, name);
      await withIndexes(rest, [...made, { name, place, result }], work);
    });
  } finally {
    await server?.stop();
  }
}

/** As in life: one process indexes, another, which has only opened the indexes, serves. */
async function serve(made: readonly Made[]): Promise<void> {
  const [first] = made;
  if (!first) return;
  const job: Job = {
    indexes: made.map(({ name, place: { dataDir, index, server } }) => ({
      name,
      dataDir,
      index,
      ...(server ? { url: server.url } : {}),
    })),
    queries: makeQueries(await readCorpus(benchFiles()), QUERIES),
  };
  const file = join(first.place.dataDir, 'bench.json');
  writeFileSync(file, JSON.stringify(job));
  const program = join(import.meta.dirname, 'bench-serve.js');
  const { status } = spawnSync(process.execPath, [program, file], { stdio: 'inherit' });
  process.exitCode = status ?? 1;
}

/** `npm run bench` measures the embedded engine, `--engine=embedded,meilisearch,plain` all. */
await runMeasurement(async () => {
  const { engines } = readOptions(process.argv.slice(2), []);
  await withIndexes(engines, [], async (made) => {
    printIndexing(made);
    await serve(made);
  });
});
