import type { Unusable } from './source.js';
import { decodeText, NOT_UTF8, TOO_LARGE } from './text.js';

/** The parsed value, or the reason why there is none. */
export type JsonValue = { readonly record: unknown } | Unusable;

/**
 * Parses the bytes of one JSON value; `undefined` bytes stand for a record that was too large.
 * Returns undefined for blank bytes.
 *
 * @example parseJsonBytes(Buffer.from('{"title":1}')) // { record: { title: 1 } }
 */
export function parseJsonBytes(bytes: Uint8Array | undefined): JsonValue | undefined {
  if (bytes === undefined) return { reason: TOO_LARGE };
  const text = decodeText(bytes);
  if (text === undefined) return { reason: NOT_UTF8 };
  return text.trim() === '' ? undefined : parseJson(text);
}

function parseJson(text: string): JsonValue {
  try {
    const record: unknown = JSON.parse(text);
    return { record };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { reason: `not valid JSON: ${message}`, malformed: true };
  }
}
