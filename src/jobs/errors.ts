/** An upload is larger than its caller allows. */
export class UploadTooLargeError extends Error {
  override readonly name = 'UploadTooLargeError';

  constructor(readonly limitBytes: number) {
    super(`The upload is larger than ${limitBytes} bytes. Send it in several parts.`);
  }
}

/** The sender went away before the upload was complete. */
export class UploadAbortedError extends Error {
  override readonly name = 'UploadAbortedError';

  constructor(options?: ErrorOptions) {
    super('The upload ended before it was complete; nothing of it is kept.', options);
  }
}

/** An idempotency key that was used before, for something else. */
export class IdempotencyMismatchError extends Error {
  override readonly name = 'IdempotencyMismatchError';

  constructor(readonly firstJobId: string) {
    super(`The key has been used with another body, for job ${firstJobId}. Take a new key.`);
  }
}

/** An idempotency key of the wrong form. */
export class IdempotencyKeyError extends Error {
  override readonly name = 'IdempotencyKeyError';

  constructor() {
    super('Expected an idempotency key of 1 to 255 visible ASCII characters.');
  }
}

/** The folder of the jobs cannot be written: what was asked for is not acknowledged. */
export class JobsStorageError extends Error {
  override readonly name = 'JobsStorageError';
}

/** This process takes no jobs now: it ends, or another process runs the queue. */
export class JobsUnavailableError extends Error {
  override readonly name = 'JobsUnavailableError';
}

/** The engine cannot do what was asked for, and never will. */
export class JobUnsupportedError extends Error {
  override readonly name = 'JobUnsupportedError';
}
