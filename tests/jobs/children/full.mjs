// Sends an upload where files may not grow so large; prints what became of it.
import { Buffer } from 'node:buffer';
import { readdirSync } from 'node:fs';
import process from 'node:process';
import { openJobs } from '../../../dist/src/jobs/jobs.js';

const [folder] = process.argv.slice(2);
const jobs = openJobs({ folder, engine: { capabilities: { name: 'none', writesAtOnce: 1 } } });

async function* upload() {
  for (let at = 0; at < 1000; at++) yield Buffer.alloc(1024, 0x20);
}

const outcome = await jobs.receive(upload(), { format: 'ndjson', limitBytes: 1e9 }).then(
  () => 'acknowledged',
  ({ name, message }) => `${name}: ${message}`,
);
const files = readdirSync(folder).filter((name) => !name.startsWith('queue.lock'));
process.stdout.write(JSON.stringify({ outcome, files, jobs: jobs.list({ limit: 1 }).jobs }));
await jobs.close();
