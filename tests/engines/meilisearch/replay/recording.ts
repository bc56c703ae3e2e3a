import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { parseExchange, type Exchange } from './exchange.js';

const fileOf = (group: string): URL => new URL(`recordings/${group}.ndjson.gz`, import.meta.url);

/** The exchanges of a group of tests, in the order in which they were begun. */
export function readRecording(group: string): Exchange[] {
  const file = fileOf(group);
  if (!existsSync(file)) throw new Error(`No recording of "${group}": npm run record makes it.`);
  const lines = gunzipSync(readFileSync(file)).toString();
  return lines.split('\n').slice(0, -1).map(parseExchange);
}

/** The same exchanges always give the same file. */
export function writeRecording(group: string, exchanges: readonly Exchange[]): void {
  const lines = exchanges.map((exchange) => `${JSON.stringify(exchange)}\n`);
  writeFileSync(fileOf(group), gzipSync(lines.join(''), { level: 9 }));
}
