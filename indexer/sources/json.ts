import { parseJsonBytes } from './json-value.js';
import { openBytes } from './ndjson.js';
import { RecordBytes } from './record-bytes.js';
import type { RawItem } from './source.js';

const [QUOTE, BACKSLASH, COMMA, LINE_FEED] = [0x22, 0x5c, 0x2c, 0x0a] as const;
const [OPEN_ARRAY, CLOSE_ARRAY, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d] as const;

/**
 * Reads a JSON file: an array of records, or one record. The array is cut into its elements while
 * it streams, so that its size does not matter; the place names line and index. Of an array that is
 * not closed the whole records are taken.
 */
export async function* readJson(path: string): AsyncGenerator<RawItem> {
  let index = 0;
  for await (const { bytes, line, inArray, unclosed, bytesRead } of splitJson(openBytes(path))) {
    const parsed = parseJsonBytes(bytes);
    const at = () => ({
      place: inArray ? `${path}:${line}[${index}]` : `${path}:${line}`,
      bytesRead,
    });
    // What stands at the end of a cut off array is no whole record, and its own error says less.
    if (parsed !== undefined && !(unclosed && 'reason' in parsed)) {
      yield { ...parsed, ...at() };
      index += 1;
    }
    if (unclosed) yield { ...at(), reason: NOT_CLOSED, malformed: true };
  }
}

const NOT_CLOSED = 'the array is not closed';

interface JsonPart {
  readonly bytes: Uint8Array | undefined;
  /** Line on which the value starts, from 1. */
  readonly line: number;
  readonly inArray: boolean;
  /** The file ends here, though its array does not. */
  readonly unclosed: boolean;
  readonly bytesRead: number;
}

async function* splitJson(chunks: AsyncIterable<Buffer>): AsyncGenerator<JsonPart> {
  const record = new RecordBytes();
  const scanner = new JsonScanner();
  let bytesRead = 0;
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = 0; at < chunk.length; at += 1) {
      const step = scanner.read(chunk[at] ?? 0);
      if (step === 'inside') continue;
      record.add(chunk.subarray(from, at));
      from = at + 1;
      if (step === 'cut')
        yield {
          bytes: record.take(),
          ...scanner.take(),
          unclosed: false,
          bytesRead: bytesRead + from,
        };
    }
    record.add(chunk.subarray(from));
    bytesRead += chunk.length;
  }
  yield { bytes: record.take(), ...scanner.take(), unclosed: scanner.unclosed, bytesRead };
}

/** Follows brackets and strings byte by byte (all of them ASCII, so UTF-8 needs no decoding). */
class JsonScanner {
  #depth = 0;
  #inString = false;
  #escaped = false;
  #inArray = false;
  #closed = false;
  #started = false;
  #line = 1;
  #startLine = 1;

  /** `inside`: part of a value; `skip`: a bracket of the outer array; `cut`: a value ends here. */
  read(byte: number): 'inside' | 'skip' | 'cut' {
    if (byte === LINE_FEED) this.#line += 1;
    if (this.#inString) return this.#readString(byte);
    if (byte === QUOTE) this.#inString = true;
    if (!this.#started && byte === OPEN_ARRAY && !this.#inArray) return this.#openOuter();
    if (this.#inArray && this.#depth === 0 && (byte === COMMA || byte === CLOSE_ARRAY)) {
      if (byte === CLOSE_ARRAY) this.#closed = true;
      return 'cut';
    }
    this.#start(byte);
    if (byte === OPEN_ARRAY || byte === OPEN_OBJECT) this.#depth += 1;
    if (byte === CLOSE_ARRAY || byte === CLOSE_OBJECT) this.#depth -= 1;
    return 'inside';
  }

  /** Where the value that was just cut began. */
  take(): { line: number; inArray: boolean } {
    const line = this.#started ? this.#startLine : this.#line;
    this.#started = false;
    return { line, inArray: this.#inArray };
  }

  /** Whether the array that holds the values still waits for its end. */
  get unclosed(): boolean {
    return this.#inArray && !this.#closed;
  }

  #openOuter(): 'skip' {
    this.#inArray = true;
    return 'skip';
  }

  #start(byte: number): void {
    // White space and a byte order mark stand before a value, not in it.
    if (this.#started || byte <= 0x20 || byte > 0x7f) return;
    this.#started = true;
    this.#startLine = this.#line;
  }

  #readString(byte: number): 'inside' {
    if (this.#escaped) this.#escaped = false;
    else if (byte === BACKSLASH) this.#escaped = true;
    else if (byte === QUOTE) this.#inString = false;
    return 'inside';
  }
}
