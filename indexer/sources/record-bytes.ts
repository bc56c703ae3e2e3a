import { MAX_RECORD_BYTES } from './source.js';

/** Collects the bytes of one record across chunks and forgets them once there are too many. */
export class RecordBytes {
  #parts: Uint8Array[] = [];
  #size = 0;

  add(part: Uint8Array): void {
    this.#size += part.length;
    if (this.#size > MAX_RECORD_BYTES) this.#parts = [];
    else if (part.length > 0) this.#parts.push(part);
  }

  /** The record so far, and starts the next one; undefined when it was too large. */
  take(): Uint8Array | undefined {
    const bytes = this.#size > MAX_RECORD_BYTES ? undefined : Buffer.concat(this.#parts);
    this.#parts = [];
    this.#size = 0;
    return bytes;
  }
}
