import { extname } from 'node:path';
import { readCsv } from './csv.js';
import { readJson } from './json.js';
import { readNdjson } from './ndjson.js';
import { readPage } from './page-file.js';
import type { InputKind, Reader } from './source.js';

/** File extension to kind. A new file format is one line here and one reader below. */
const KINDS: Readonly<Record<string, InputKind>> = {
  '.txt': 'page',
  '.ndjson': 'ndjson',
  '.jsonl': 'ndjson',
  '.json': 'json',
  '.csv': 'csv',
};

const READERS: Readonly<Record<InputKind, Reader>> = {
  page: readPage,
  ndjson: readNdjson,
  json: readJson,
  csv: readCsv,
};

/** Extensions that can be read, for messages: `['.txt', '.ndjson', …]`. */
export const KNOWN_EXTENSIONS: readonly string[] = Object.keys(KINDS);

/**
 * The kind of a file by its extension; undefined when it is not one that can be read.
 *
 * @example kindOf('news.JSONL') // 'ndjson'
 */
export function kindOf(path: string): InputKind | undefined {
  return KINDS[extname(path).toLowerCase()];
}

/** The reader of one kind of file. */
export function readerOf(kind: InputKind): Reader {
  return READERS[kind];
}
