import { createHash } from 'node:crypto';
import { toTerm } from '../terms.js';

/** Meilisearch holds no facet value of more than 468 bytes. */
const MOST_CHARACTERS = 460;

/**
 * A value so written that Meilisearch, which compares facet values without regard to case and to
 * the way characters are composed, keeps different ones apart: a–z and 0–9 stay, but for `x`;
 * everything else is `x` and the four hexadecimal digits of a UTF-16 unit. A very long value is
 * its hash, which cannot be read back.
 *
 * @example encodeValue('Şərq') // 'x015ex0259rq'
 */
export function encodeValue(value: string, most = MOST_CHARACTERS): string {
  const encoded = value.replace(/[^a-wyz0-9]/g, hex);
  return encoded.length > most ? `xh${sha256(value, 'hex')}` : encoded;
}

/**
 * The value that was encoded; undefined for a very long one.
 *
 * @example decodeValue('x015ex0259rq') // 'Şərq'
 */
export function decodeValue(encoded: string): string | undefined {
  if (encoded.startsWith('xh')) return undefined;
  return encoded.replace(/x([0-9a-f]{4})/g, (_, digits: string) =>
    String.fromCharCode(parseInt(digits, 16)),
  );
}

const hex = (unit: string) => `x${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

const SEPARATOR = '_';

/** An id with the name to show for it, as one facet value. */
export const encodePair = (id: string, name: string): string =>
  [id, name].map((part) => encodeValue(part, MOST_CHARACTERS / 2)).join(SEPARATOR);

/** Id and name of a pair; undefined where either is too long to be read back. */
export function decodePair(encoded: string): readonly [string, string] | undefined {
  const [id, name] = encoded.split(SEPARATOR).map(decodeValue);
  return id === undefined || name === undefined ? undefined : [id, name];
}

/**
 * The primary key of an article: Meilisearch takes few characters in keys and at most 511 bytes,
 * ids may be anything.
 */
export const primaryKey = (id: string): string => sha256(id, 'base64url');

const sha256 = (text: string, encoding: 'hex' | 'base64url') =>
  // UTF-8 would make one of all lone surrogates.
  createHash('sha256').update(Buffer.from(text, 'utf16le')).digest(encoding);

/** A word of one of the analysed shapes, as documents hold it and filters ask for it. */
export const shapeTerm = (word: string): string => toTerm(word).slice(0, MOST_CHARACTERS);
