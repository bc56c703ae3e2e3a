/** A job is waited for at most so long, in seconds. */
export const LONGEST_WAIT_SECONDS = 60;

/**
 * How many seconds a caller would rather wait than be told at once that the work has been taken
 * (RFC 7240); undefined when it does not say, or says nothing that can be read.
 *
 * @example preferredWait('respond-async, wait=10') // 10
 * @example preferredWait('wait=3600') // 60
 */
export function preferredWait(header: string | undefined): number | undefined {
  const wait = /(?:^|[,\s])wait\s*=\s*"?(\d{1,9})"?\s*(?:[,;]|$)/i.exec(header ?? '')?.[1];
  return wait === undefined ? undefined : Math.min(Number(wait), LONGEST_WAIT_SECONDS);
}
