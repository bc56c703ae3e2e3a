// Rebuilds again and again until it is killed, and writes meanwhile.
import process from 'node:process';
import { createEmbeddedEngine } from '../../../../dist/src/engines/embedded/engine.js';
import { batchOf } from './documents.mjs';

const [folder, first] = process.argv.slice(2);
const engine = createEmbeddedEngine({ folder, threads: 1 });

async function rebuildForever() {
  for (;;) await engine.rebuild();
}

async function writeForever() {
  for (let number = Number(first); ; number++) {
    await engine.upsert(batchOf(number));
    process.stdout.write(`${number}\n`);
  }
}

await Promise.all([rebuildForever(), writeForever()]);
