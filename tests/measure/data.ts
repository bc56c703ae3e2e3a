import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Where the evaluation data lie; measurements are not part of the tests and may be absent. */
export const EVAL_DATA = resolve(process.env['AXTAR_EVAL_DATA'] ?? '../shared/data');

/**
 * Rows of a tab-separated file under the evaluation data, as records by column name.
 * @throws Error naming the file when it is not there
 */
export function readTable(name: string): Record<string, string>[] {
  const [header = [], ...rows] = readText(name)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split('\t'));
  return rows.map((row) => Object.fromEntries(header.map((column, at) => [column, row[at] ?? ''])));
}

/** Path of a file or folder of the evaluation data. */
export function dataPath(...parts: readonly string[]): string {
  const path = join(EVAL_DATA, ...parts);
  if (!existsSync(path)) {
    throw new Error(`${path} is not there: set AXTAR_EVAL_DATA to the folder of evaluation data.`);
  }
  return path;
}

const readText = (name: string): string => readFileSync(dataPath(name), 'utf8');
