// Takes uploads and works them off until it is killed; prints the id of each job it acknowledges.
import { join } from 'node:path';
import { Buffer } from 'node:buffer';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { composeIndexing } from '../../../dist/src/compose.js';
import { createEmbeddedEngine } from '../../../dist/src/engines/embedded/engine.js';
import { openJobs } from '../../../dist/src/jobs/jobs.js';

const [parent, first, moment] = process.argv.slice(2);
const { toArticle, toDocument } = composeIndexing();
const real = createEmbeddedEngine({ folder: join(parent, 'index'), threads: 1 });
const say = (line) => process.stdout.write(`${line}\n`);
const die = () => process.kill(process.pid, 'SIGKILL');
let batches = 0;

const engine = {
  ...real,
  upsert: async (documents) => {
    batches += 1;
    if (moment === 'in the second batch' && batches === 2) die();
    await real.upsert(documents);
    if (moment === 'after the last batch' && batches === 3) die();
    if (moment === 'when it was canceled' && batches === 1) await cancelAndDie();
  },
};
const jobs = openJobs({
  ...{ folder: join(parent, 'jobs'), engine, toArticle, toDocument },
  idsMatching: async function* () {
    yield [];
  },
});

async function cancelAndDie() {
  await jobs.cancel(jobs.list({ limit: 1 }).jobs[0].id);
  die();
}

async function* upload(number) {
  for (let at = 0; at < 700; at++) {
    if (moment === 'in the middle of an upload' && at === 350) die();
    yield Buffer.from(`{"id":"${number}-${at}","title":"Sənəd ${number}","body":"Mətn."}\n`);
    if (at % 50 === 0) await sleep(1);
  }
}

const count = moment === undefined ? Infinity : 1;
for (let number = Number(first); number < Number(first) + count; number++) {
  const options = { format: 'ndjson', limitBytes: 1e9, idempotencyKey: `${number}` };
  const { job } = await jobs.receive(upload(number), options);
  say(`${number} ${job.id}`);
  if (moment === 'when it is acknowledged') die();
}
