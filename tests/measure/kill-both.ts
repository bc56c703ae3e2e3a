import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pass } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { composeAxtar } from '../../src/compose.js';
import { openOutbox } from '../../src/engines/meilisearch/outbox.js';
import { readEnvironment } from '../../src/environment.js';
import { startServer } from '../engines/meilisearch/server.js';
import { CONSTANT_IDS, makeArticle } from './kill-both/articles.js';
import { compare, type Comparison } from './kill-both/compare.js';
import { expect } from './kill-both/expected.js';
import { readLog } from './kill-both/log.js';
import { createWorker } from './kill-both/processes.js';
import { createRandom } from './kill-both/random.js';
import { printReport } from './kill-both/report.js';
import { countKept, listOthers, untilDrained } from './kill-both/state.js';
import { watch, type Watch } from './kill-both/watch.js';

/*
 * Two processes write to a real server and rebuild its index, all three are killed at random
 * moments, and in the end every article must be as it was last acknowledged.
 */

const INDEX = 'articles';
const LONGEST_GAP_MS = 8000;
const QUIET_MS = 10_000;
const VICTIMS = ['writer', 'writer', 'rebuilder', 'rebuilder', 'server'] as const;

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '5' },
    seed: { type: 'string', default: '1' },
    keep: { type: 'boolean', default: false },
  },
});
const random = createRandom(Number(values.seed));
const folder = mkdtempSync(join(tmpdir(), 'axtar-kill-both-'));
const server = await startServer();
const environment = {
  ...process.env,
  MEILI_URL: server.url,
  AXTAR_INDEX: INDEX,
  AXTAR_DATA_DIR: folder,
};
const outboxFile = join(folder, 'meilisearch', `${INDEX}.outbox.db`);
const names = ['writer', 'rebuilder'] as const;
const logOf = (name: string) => join(folder, `${name}.log`);
const workers = names.map((name) =>
  createWorker({
    name,
    logFile: logOf(name),
    outboxFile,
    errorFile: join(folder, `${name}.err`),
    environment,
    rebuildPause: name === 'writer' ? 12_000 : 500,
  }),
);
const kills = { writer: 0, rebuilder: 0, server: 0 };
let faults = 0;

/** Kills one of the three, and starts it again after a while. */
async function killOne(): Promise<void> {
  const victim = random.pick(VICTIMS);
  kills[victim] += 1;
  if (victim === 'server') {
    await server.kill();
    await pass(random.chance(0.2) ? random.below(5000) : random.below(500));
    await server.start();
    return;
  }
  const worker = workers[names.indexOf(victim)];
  // A worker that has ended by itself is a fault of its own.
  if (!worker?.isRunning()) faults += 1;
  await worker?.kill();
  await pass(random.below(600));
  worker?.start(random.below(2 ** 31));
}

async function writeConstants(): Promise<void> {
  const axtar = composeAxtar(readEnvironment(environment));
  await axtar.engine.upsert(CONSTANT_IDS.map((id) => axtar.toDocument(makeArticle(id, 1))));
  await axtar.close();
}

/** Compares as things are, and once more after a rebuild, which must leave nothing behind. */
async function compareTwice(): Promise<readonly [Comparison, Comparison]> {
  const axtar = composeAxtar(readEnvironment(environment));
  const outbox = openOutbox(outboxFile);
  try {
    await axtar.engine.upsert([axtar.toDocument(makeArticle('last-1', 1))]);
    await untilDrained(outbox);
    const logged = names.flatMap((name) => [...expect(readLog(logOf(name))).versions]);
    const constants = [...CONSTANT_IDS, 'last-1'].map((id) => [id, new Set([1])] as const);
    const versions = new Map([...logged, ...constants]);
    const before = await compare(axtar, versions);
    await axtar.engine.rebuild();
    return [before, await compare(axtar, versions)];
  } finally {
    outbox.close();
    await axtar.close();
  }
}

/** Lets everybody work and kills one after the other, until the time is over. */
async function killOn(): Promise<Watch> {
  for (const worker of workers) worker.start(random.below(2 ** 31));
  await writeConstants();
  const watching = watch(server.url, INDEX);
  const end = Date.now() + Number(values.minutes) * 60_000;
  while (Date.now() < end) {
    await pass(random.between(300, LONGEST_GAP_MS));
    await killOne();
  }
  // Whoever was killed last has still to say what it has found.
  await pass(QUIET_MS);
  await Promise.all(workers.map((worker) => worker.end()));
  return watching;
}

try {
  const watching = await killOn();
  const comparisons = await compareTwice();
  await watching.end();
  const isWell = printReport({
    logs: names.map((name) => readLog(logOf(name))),
    kills: { ...kills },
    faults,
    watching,
    comparisons,
    others: await listOthers(server.url, INDEX),
    kept: countKept(outboxFile),
  });
  process.exitCode = isWell ? 0 : 1;
} finally {
  await Promise.all(workers.map((worker) => worker.kill()));
  await server.stop();
}
// What has gone wrong is to be read in the logs.
if (values.keep || process.exitCode !== 0) console.log(`kept: ${folder}`);
else rmSync(folder, { recursive: true });
