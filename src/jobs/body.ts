import { createHash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { JobsUnavailableError, UploadAbortedError, UploadTooLargeError } from './errors.js';
import { removeFile, toStorageError } from './files.js';

export interface WrittenBody {
  readonly bytes: number;
  /** SHA-256 of the bytes, in hexadecimal digits. */
  readonly hash: string;
}

export interface BodyLimits {
  readonly limitBytes: number;
  /** Gives up when it says so. */
  readonly closing: AbortSignal;
}

/**
 * Writes an upload to a file as it comes and makes it durable; memory does not grow with it, and a
 * slow disk slows the sender. The stream is left open, so that its owner can still answer.
 *
 * @example await writeBody(request, 'jobs/x.part', { limitBytes: 1e9, closing }) // { bytes: 812, hash: '9f…' }
 * @throws UploadTooLargeError, UploadAbortedError, JobsStorageError, JobsUnavailableError; after
 *   each of them the file is gone
 */
export async function writeBody(
  upload: AsyncIterable<Uint8Array>,
  path: string,
  limits: BodyLimits,
): Promise<WrittenBody> {
  const handle = await open(path, 'wx').catch((error: unknown) => {
    throw toStorageError(error, path);
  });
  try {
    return await copy(upload, handle, path, limits);
  } catch (error) {
    await removeFile(path);
    throw error;
  } finally {
    await handle.close();
  }
}

async function copy(
  upload: AsyncIterable<Uint8Array>,
  handle: FileHandle,
  path: string,
  { limitBytes, closing }: BodyLimits,
): Promise<WrittenBody> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of readUpload(upload)) {
    if (closing.aborted) throw new JobsUnavailableError('The service is closing: send it again.');
    bytes += chunk.length;
    if (bytes > limitBytes) throw new UploadTooLargeError(limitBytes);
    hash.update(chunk);
    await onDisk(path, () => handle.appendFile(chunk));
  }
  await onDisk(path, () => handle.sync());
  return { bytes, hash: hash.digest('hex') };
}

/** What the sender does is told from what the disk does. */
async function* readUpload(upload: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const chunks: AsyncIterable<Uint8Array> =
    upload instanceof Readable ? upload.iterator({ destroyOnReturn: false }) : upload;
  try {
    yield* chunks;
  } catch (error) {
    throw new UploadAbortedError({ cause: error });
  }
}

async function onDisk(path: string, write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    throw toStorageError(error, path);
  }
}
