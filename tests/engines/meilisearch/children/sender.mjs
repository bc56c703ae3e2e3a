// Sends what waits to a server that never answers, and says what it has sent.
import process from 'node:process';
import { setInterval } from 'node:timers';
import { createDrainer } from '../../../../dist/src/engines/meilisearch/drain.js';
import { openOutbox } from '../../../../dist/src/engines/meilisearch/outbox.js';

const [file, lockFile] = process.argv.slice(2);
const outbox = openOutbox(file);
const send = ({ puts }) => {
  process.stdout.write(`${puts.map(({ id }) => id).join(' ')}\n`);
  return new Promise(() => setInterval(() => undefined, 1000));
};
await createDrainer({ outbox, lockFile, send }).flush(outbox.lastSeq());
