export type FetchErrorCode =
  | 'address_refused'
  | 'robots'
  | 'too_large'
  | 'wrong_type'
  | 'truncated'
  | 'timeout'
  | 'redirects'
  | 'network'
  | 'status'
  | 'paused';

/**
 * What was asked for could not be fetched. The message says why; the address is told beside it.
 * @example new FetchError('status', 'answered 500', { status: 500 })
 */
export class FetchError extends Error {
  override readonly name = 'FetchError';
  /** Of `status`. */
  readonly status: number | undefined;

  constructor(
    readonly code: FetchErrorCode,
    message: string,
    { status, ...options }: ErrorOptions & { readonly status?: number } = {},
  ) {
    super(message, options);
    this.status = status;
  }
}

/**
 * Whether the next attempt may well do better: a page that is refused, too large or of another type
 * stays so, a server that failed recovers.
 */
export function isPassing(error: unknown): boolean {
  if (!(error instanceof FetchError)) return false;
  if (error.code === 'status') return (error.status ?? 0) >= 500 || error.status === 429;
  return ['truncated', 'timeout', 'network', 'paused'].includes(error.code);
}
