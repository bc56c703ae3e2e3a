import { readFile, stat } from 'node:fs/promises';
import { MAX_RECORD_BYTES, PageText } from './source.js';
import type { RawItem } from './source.js';
import { decodeText, NOT_UTF8, TOO_LARGE } from './text.js';

/** Reads a saved page (`.txt`): one file is one record. */
export async function* readPage(path: string): AsyncGenerator<RawItem> {
  const { size } = await stat(path);
  const at = { place: path, bytesRead: size };
  if (size > MAX_RECORD_BYTES) {
    yield { ...at, reason: TOO_LARGE };
    return;
  }
  const text = decodeText(await readFile(path));
  yield text === undefined ? { ...at, reason: NOT_UTF8 } : { ...at, record: new PageText(text) };
}
