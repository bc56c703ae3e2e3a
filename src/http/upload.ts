import { createGunzip } from 'node:zlib';
import type { Request } from 'express';
import type { UploadFormat } from '../jobs/request.js';
import { tooLarge } from './write-problem.js';
import { Problem } from './problem.js';

/** How documents may be sent, and how each is read. */
const FORMATS: Readonly<Record<string, UploadFormat>> = {
  'application/json': 'json',
  'application/x-ndjson': 'ndjson',
  'application/ndjson': 'ndjson',
  'application/jsonl': 'ndjson',
  'text/csv': 'csv',
};
export const UPLOAD_TYPES = Object.keys(FORMATS);

export interface Upload {
  readonly format: UploadFormat;
  /** Decompressed, as it comes. */
  readonly bytes: AsyncIterable<Uint8Array>;
}

/**
 * The documents that a request sends, unread.
 * @throws Problem `unsupported_media_type`, or `payload_too_large` when it says so itself
 */
export function openUpload(request: Request, mostBytes: number): Upload {
  const format = formatOf(request);
  const zipped = isZipped(request);
  if (Number(request.get('Content-Length') ?? 0) > mostBytes) throw tooLarge(mostBytes);
  return { format, bytes: zipped ? inflate(request) : request };
}

function formatOf(request: Request): UploadFormat {
  const [type = '', ...parameters] = (request.get('Content-Type') ?? '').toLowerCase().split(';');
  const format = Object.hasOwn(FORMATS, type.trim()) ? FORMATS[type.trim()] : undefined;
  const charset = /charset\s*=\s*"?([^\s"]+)/.exec(parameters.join(';'))?.[1] ?? 'utf-8';
  if (format && /^(?:utf-?8|us-ascii)$/.test(charset)) return format;
  throw unsupported('Content-Type', `expected ${UPLOAD_TYPES.join(', ')}, in UTF-8`);
}

function isZipped(request: Request): boolean {
  const encoding = (request.get('Content-Encoding') ?? 'identity').trim().toLowerCase();
  if (encoding === 'gzip' || encoding === 'x-gzip') return true;
  if (encoding === 'identity' || encoding === '') return false;
  throw unsupported('Content-Encoding', 'expected gzip, or none');
}

const unsupported = (header: string, message: string) =>
  new Problem('unsupported_media_type', `${header}: ${message}.`, [
    { in: 'header', path: header, message },
  ]);

/** The request is left open when its reader stops, so that it can still be answered. */
async function* inflate(request: Request): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip();
  const cut = () => {
    if (!request.complete) gunzip.destroy(new Error('The connection has ended.'));
  };
  request.once('close', cut).pipe(gunzip);
  try {
    for await (const chunk of gunzip) yield toBytes(chunk);
  } finally {
    request.off('close', cut).unpipe(gunzip);
    gunzip.destroy();
  }
}

/** Streams are not typed. */
function toBytes(chunk: unknown): Uint8Array {
  if (chunk instanceof Uint8Array) return chunk;
  throw new TypeError('Expected bytes.');
}
