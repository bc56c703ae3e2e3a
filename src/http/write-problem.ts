import { RecordError } from '../../indexer/sources/source.js';
import {
  IdempotencyKeyError,
  IdempotencyMismatchError,
  JobsStorageError,
  JobsUnavailableError,
  JobUnsupportedError,
  UploadAbortedError,
  UploadTooLargeError,
} from '../jobs/errors.js';
import { KeysError } from '../keys/error.js';
import { WordsError } from '../words/error.js';
import { Problem, retryAfter } from './problem.js';

/** What refuses a write, as a problem; the folders of the server are not told. */
export function writeProblem(error: unknown): Problem | undefined {
  if (error instanceof RecordError) return recordProblem(error);
  if (error instanceof UploadTooLargeError) return tooLarge(error.limitBytes);
  if (error instanceof UploadAbortedError) return new Problem('malformed_body', sayAborted(error));
  if (error instanceof IdempotencyMismatchError) {
    return aboutKey('idempotency_mismatch', error.message);
  }
  if (error instanceof IdempotencyKeyError) return aboutKey('invalid_parameter', error.message);
  if (error instanceof JobUnsupportedError) return new Problem('conflict', error.message);
  const away =
    error instanceof JobsUnavailableError ||
    error instanceof JobsStorageError ||
    error instanceof KeysError ||
    error instanceof WordsError;
  if (!away) return undefined;
  return new Problem('storage_unavailable', 'Try again in a moment.', [], retryAfter(5));
}

/** An upload that is too large; the connection ends, so that the rest of it need not be read. */
export const tooLarge = (limitBytes: number): Problem =>
  new Problem(
    'payload_too_large',
    `Expected at most ${limitBytes} bytes, after decompression. Send it in several parts.`,
    [],
    { Connection: 'close' },
  );

function recordProblem({ message, problems }: RecordError): Problem {
  const errors = problems.map((problem) => ({
    in: 'body' as const,
    path: problem.path.slice(0, 200) || 'body',
    message: problem.message.slice(0, 500),
  }));
  return new Problem('invalid_document', message.slice(0, 2000), errors);
}

function sayAborted({ cause }: UploadAbortedError): string {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return code.startsWith('Z_') ? 'The body is not well-formed gzip.' : 'The body ended early.';
}

const aboutKey = (code: 'idempotency_mismatch' | 'invalid_parameter', message: string) =>
  new Problem(code, message, [{ in: 'header', path: 'Idempotency-Key', message }]);
