/**
 * Decodes UTF-8 bytes (or UTF-16 that says so in its first two bytes); a byte order mark is left
 * out. Undefined when the bytes are no text of that encoding: broken letters must not be indexed.
 *
 * @example decodeText(Buffer.from('Şuşa')) // 'Şuşa'
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

/** The reason given for bytes that `decodeText` cannot read. */
export const NOT_UTF8 = 'the text is not valid UTF-8';

/** The reason given for a record above the limit. */
export const TOO_LARGE = 'the record is larger than 8 MB';
