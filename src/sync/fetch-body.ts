import type { IncomingMessage } from 'node:http';
import { pipeline, type Readable } from 'node:stream';
import { promisify } from 'node:util';
import { createBrotliDecompress, createGunzip, createInflate, gunzip } from 'node:zlib';
import { FetchError } from './fetch-error.js';

/**
 * Reads the body of an answer, unpacked, up to a limit of unpacked bytes.
 * @throws FetchError `too_large`, `truncated` or `wrong_type`
 */
export async function readBody(response: IncomingMessage, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of unpacked(response)) {
      if (!Buffer.isBuffer(chunk)) continue;
      size += chunk.length;
      if (size > limit) throw new FetchError('too_large', `the body is larger than ${mb(limit)}`);
      chunks.push(chunk);
    }
  } catch (error) {
    throw asBodyError(error);
  } finally {
    response.destroy();
  }
  return Buffer.concat(chunks);
}

const mb = (bytes: number): string => `${Math.round((bytes / 1024 / 1024) * 10) / 10} MB`;

function unpacked(response: IncomingMessage): Readable {
  const encoding = response.headers['content-encoding']?.trim().toLowerCase() ?? 'identity';
  if (encoding === 'identity' || encoding === '') return response;
  // What goes wrong is thrown where the last stream is read.
  return pipeline(response, unpackerOf(encoding), () => undefined);
}

function unpackerOf(encoding: string) {
  if (encoding === 'gzip' || encoding === 'x-gzip') return createGunzip();
  if (encoding === 'br') return createBrotliDecompress();
  if (encoding === 'deflate') return createInflate();
  throw new FetchError('wrong_type', `the body is packed in a way that was not asked for`);
}

/** What Node says of a connection that ends early, and zlib of packed bytes that do. */
function asBodyError(error: unknown): unknown {
  if (error instanceof FetchError || !(error instanceof Error)) return error;
  const code = 'code' in error ? String(error.code) : '';
  const cut = /ECONNRESET|ERR_STREAM_PREMATURE_CLOSE|Z_BUF_ERROR|HPE_/.test(code);
  if (cut) return new FetchError('truncated', 'the body ends before its end', { cause: error });
  if (code.startsWith('Z_') || code.startsWith('ERR_BROTLI') || code.startsWith('ERR__ERROR')) {
    return new FetchError('truncated', `the packed body is broken (${code})`, { cause: error });
  }
  return error;
}

const gunzipAsync = promisify(gunzip);

/**
 * Unpacks a body that is a gzip file in itself, such as `sitemap.xml.gz`; any other stays as it is.
 * @throws FetchError `too_large` or `truncated`
 */
export async function unzipFile(bytes: Buffer, limit: number): Promise<Buffer> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return await gunzipAsync(bytes, { maxOutputLength: limit });
  } catch (error) {
    const large = error instanceof RangeError;
    throw large
      ? new FetchError('too_large', `unpacked it is larger than ${mb(limit)}`)
      : asBodyError(error);
  }
}
