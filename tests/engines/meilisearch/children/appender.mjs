// Appends to an outbox until it is killed, and says each time what is durable: number, stamp, ids.
import process from 'node:process';
import { openOutbox } from '../../../../dist/src/engines/meilisearch/outbox.js';

const [file, name] = process.argv.slice(2);
const outbox = openOutbox(file);
for (let round = 0; ; round++) {
  const stamp = outbox.stamps(3);
  const ids = [0, 1, 2].map((at) => `${name}-${round}-${at}`);
  const puts = ids.map((id, at) => {
    return { kind: 'put', pk: id, id, document: JSON.stringify({ n: stamp + at }) };
  });
  const seq = outbox.append(puts);
  process.stdout.write(`${JSON.stringify({ seq, stamp, ids })}\n`);
}
