import { createReadStream } from 'node:fs';
import { parseJsonBytes } from './json-value.js';
import { RecordBytes } from './record-bytes.js';
import type { RawItem } from './source.js';

const LINE_FEED = 0x0a;

/** Reads NDJSON (`.ndjson`, `.jsonl`): one record a line, blank lines skipped. */
export async function* readNdjson(path: string): AsyncGenerator<RawItem> {
  let line = 0;
  for await (const { bytes, bytesRead } of readLines(path)) {
    line += 1;
    const parsed = parseJsonBytes(bytes);
    if (parsed !== undefined) yield { ...parsed, place: `${path}:${line}`, bytesRead };
  }
}

interface Line {
  /** Without the line end; undefined when the line is too large. */
  readonly bytes: Uint8Array | undefined;
  readonly bytesRead: number;
}

async function* readLines(path: string): AsyncGenerator<Line> {
  const record = new RecordBytes();
  let bytesRead = 0;
  for await (const chunk of openBytes(path)) {
    let from = 0;
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, from)) {
      record.add(chunk.subarray(from, end));
      from = end + 1;
      yield { bytes: record.take(), bytesRead: bytesRead + from };
    }
    record.add(chunk.subarray(from));
    bytesRead += chunk.length;
  }
  yield { bytes: record.take(), bytesRead };
}

/** The bytes of a file, chunk by chunk. */
export function openBytes(path: string): AsyncIterable<Buffer> {
  return createReadStream(path, { highWaterMark: 256 * 1024 });
}
