// Writes batch after batch until it is killed, and says each time that one is durable.
import process from 'node:process';
import { createEmbeddedEngine } from '../../../../dist/src/engines/embedded/engine.js';
import { batchOf } from './documents.mjs';

const [folder, first] = process.argv.slice(2);
const engine = createEmbeddedEngine({ folder, threads: 1 });
for (let number = Number(first); ; number++) {
  await engine.upsert(batchOf(number));
  process.stdout.write(`${number}\n`);
}
