// Rebuilds or rolls back, and kills itself at the step of that number; prints what it did, a JSON
// line each. Steps are the moments at which a kill may matter: before and after each request that
// changes something on the server, and before the requests that follow when that is done.
import { writeSync } from 'node:fs';
import process from 'node:process';
import { URL } from 'node:url';
import { rollBack } from '../../../../dist/src/engines/meilisearch/former.js';
import { openHouse } from '../../../../dist/src/engines/meilisearch/house.js';
import { reindex, withRebuildLock } from '../../../../dist/src/engines/meilisearch/reindex.js';
import { remove, upsert } from '../../../../dist/src/engines/meilisearch/write.js';
import { documentOf, parts } from './parts.mjs';

const [url, apiKey, index, folder, work, number] = process.argv.slice(2);
/** Small batches, so that there are several. */
const BATCH_BYTES = 4000;
const say = (line) => writeSync(1, `${JSON.stringify(line)}\n`);

const opened = openHouse({
  url,
  ...(apiKey === '' ? {} : { apiKey }),
  index,
  folder,
  ...parts,
});
const house = { ...opened, server: { ...opened.server, batchBytes: BATCH_BYTES } };
await house.ready();

/** While the index is copied, somebody writes. */
async function writeMeanwhile() {
  await upsert(house, [documentOf('meanwhile', `ərzində${number}`)]);
  await remove(house, ['leaves']);
  say({ acknowledged: true });
}

let steps = 0;
let changed = true;
let isCounting = true;
let isCopying = false;
const ask = globalThis.fetch;

function step(label) {
  say({ label });
  if (steps === Number(number)) process.kill(process.pid, 'SIGKILL');
  steps += 1;
}

globalThis.fetch = async (input, init) => {
  const method = init?.method ?? 'GET';
  const path = new URL(input).pathname.replaceAll(index, '…').replace(/_\w+/, '_run');
  if (!isCounting || path.startsWith('/tasks/')) return ask(input, init);
  const changes = method !== 'GET' && !/\/(fetch|multi-search)$/.test(path);
  const label = `${method} ${path}`;
  if (changes || changed || label === 'GET /indexes') step(`before ${label}`);
  changed = changes;
  if (path === '/multi-search' && !isCopying) {
    isCopying = true;
    isCounting = false;
    await writeMeanwhile();
    isCounting = true;
  }
  const answer = await ask(input, init);
  if (changes) step(`after ${label}`);
  return answer;
};

const WORKS = {
  rebuild: () => reindex(house),
  rollback: () => withRebuildLock(house, () => rollBack(house)),
};
await WORKS[work]();
say({ label: 'the end' });
await house.drainer.close();
house.outbox.close();
