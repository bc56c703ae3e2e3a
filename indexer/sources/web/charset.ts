/** What a body was read as, and its text. */
export interface Decoded {
  readonly text: string;
  /** A label of the WHATWG encoding standard: `utf-8`, `windows-1254`. */
  readonly charset: string;
}

/** Portals of before UTF-8 were written on Turkish machines. */
const FALLBACK = 'windows-1254';

/** Names that stand for Western European: the Icelandic letters there are Turkish ones here. */
const WESTERN = new Set(['windows-1252', 'iso-8859-1', 'latin1', 'us-ascii']);

/** A declaration stands at the beginning, or it is none. */
const LOOKED_AT = 4096;

/** Beside so many letters that are right, one that is broken does not make it another encoding. */
const LETTERS_TO_ONE_BROKEN = 20;

/**
 * Reads the text of a page or feed. Bytes that are UTF-8 are read as UTF-8 whatever is said of
 * them; others as the header says, then as the document says of itself, then as windows-1254.
 *
 * @param contentType the header of the answer, such as `text/html; charset=windows-1254`
 * @example decodeBody(Buffer.from('Şuşa'), 'text/html; charset=iso-8859-1') // { text: 'Şuşa', charset: 'utf-8' }
 */
export function decodeBody(bytes: Uint8Array, contentType = ''): Decoded {
  const marked = charsetOfMark(bytes);
  if (marked !== undefined) return decodeAs(bytes, marked);
  const said = [charsetIn(contentType), charsetInside(bytes)].flatMap((name) => name ?? []);
  if (said[0]?.startsWith('utf-16')) return decodeAs(bytes, said[0]);
  const utf8 = decodeAs(bytes, 'utf-8');
  if (isUtf8(utf8.text, said.includes('utf-8'))) return utf8;
  const other = said.find((name) => name !== 'utf-8' && !name.startsWith('utf-16'));
  return decodeAs(bytes, other === undefined || WESTERN.has(other) ? FALLBACK : other);
}

function charsetOfMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

const decodeAs = (bytes: Uint8Array, charset: string): Decoded => ({
  text: new TextDecoder(charset).decode(bytes),
  charset,
});

/** Said to be UTF-8 and nearly always so: a cut letter is no reason to misread all others. */
function isUtf8(text: string, declared: boolean): boolean {
  const broken = text.split('\uFFFD').length - 1;
  if (broken === 0) return true;
  const right = (text.match(/[^\p{ASCII}\uFFFD]/gu) ?? []).length;
  return declared && right >= broken * LETTERS_TO_ONE_BROKEN;
}

const charsetIn = (text: string): string | undefined =>
  knownCharset(/charset\s*=\s*["']?\s*([\w:-]+)/i.exec(text)?.[1]);

/** `<?xml encoding="…">`, `<meta charset="…">`, or `<meta http-equiv … charset=…>`. */
function charsetInside(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, LOOKED_AT));
  const declared = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w:-]+)/i.exec(head)?.[1];
  const meta = /<meta[^>]+?charset\s*=\s*["']?\s*([\w:-]+)/i.exec(head)?.[1];
  return knownCharset(declared ?? meta);
}

/** The label that the decoder knows it by; undefined for a name that nobody knows. */
function knownCharset(name: string | undefined): string | undefined {
  try {
    return name === undefined ? undefined : new TextDecoder(name).encoding;
  } catch {
    return undefined;
  }
}
