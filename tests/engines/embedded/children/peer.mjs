// Does with the index what it is told, a JSON line each, and answers with a JSON line.
import process from 'node:process';
import { createInterface } from 'node:readline';
import { createEmbeddedEngine } from '../../../../dist/src/engines/embedded/engine.js';
import { documentOf } from './documents.mjs';

const engine = createEmbeddedEngine({ folder: process.argv[2], threads: 1 });

const COMMANDS = {
  stats: () => engine.stats(),
  upsert: ({ id, body }) => engine.upsert([documentOf(id, body)]),
  remove: ({ id }) => engine.remove([id]),
  rebuild: () => engine.rebuild(),
  search: async ({ query }) => (await engine.search(query)).hits.map(({ article }) => article.id),
};

const answer = (value) => process.stdout.write(`${JSON.stringify(value)}\n`);

for await (const line of createInterface({ input: process.stdin })) {
  const { command, ...input } = JSON.parse(line);
  try {
    answer({ value: (await COMMANDS[command](input)) ?? null });
  } catch (error) {
    answer({ error: { code: error.code, message: error.message } });
  }
}
await engine.close();
