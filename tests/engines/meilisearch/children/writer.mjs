// Writes documents until it is killed, and says each time that a write is acknowledged: every fifth
// number stays, of the others the same five documents change or go.
import process from 'node:process';
import { createMeilisearchEngine } from '../../../../dist/src/engines/meilisearch/engine.js';
import { documentOf, parts } from './parts.mjs';

const [url, apiKey, index, folder, first, rebuilds] = process.argv.slice(2);
const engine = createMeilisearchEngine({
  url,
  ...(apiKey === '' ? {} : { apiKey }),
  index,
  folder,
  ...parts,
});

async function rebuildForever() {
  for (;;) await engine.rebuild();
}

/** A write as its number says it; the test knows as well what each does. */
async function write(number) {
  const at = number % 5;
  if (at === 0) await engine.upsert([documentOf(`stays${number}`, `daimi söz${number}`)]);
  else if (number % 3 === 0) await engine.remove([`changes${at}`]);
  else await engine.upsert([documentOf(`changes${at}`, `dəyişən söz${number}`)]);
}

async function writeForever() {
  for (let number = Number(first); ; number++) {
    await write(number);
    process.stdout.write(`${number}\n`);
  }
}

await Promise.all([writeForever(), ...(rebuilds === 'rebuilds' ? [rebuildForever()] : [])]);
