import { request as requestHttp, type ClientRequest, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import { checkAddress, guardedLookup, type Guard } from './address-guard.js';
import { readBody } from './fetch-body.js';
import { FetchError } from './fetch-error.js';

/** What one answer may take; times in milliseconds. */
export interface FetchLimits {
  /** Until the headers have come. */
  readonly headers: number;
  /** How long the connection may be silent. */
  readonly silence: number;
  /** From the first byte asked to the last one read. */
  readonly total: number;
  /** Unpacked. */
  readonly bytes: number;
}

export const FETCH_LIMITS: FetchLimits = {
  headers: 20_000,
  silence: 15_000,
  total: 90_000,
  bytes: 16 * 1024 * 1024,
};

export interface FetchRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly guard: Guard;
  readonly limits?: Partial<FetchLimits> | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Whether a body of this type is worth reading. */
  readonly accepts?: ((contentType: string) => boolean) | undefined;
}

/** One answer; its body only with 200. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/**
 * Asks once for one address and follows no redirect. No address that is not public is connected to
 * unless the guard allows it, and no answer takes more time or memory than the limits say.
 *
 * @example await fetchSafely('https://a.az/', { headers: {}, guard: { allowPrivate: false } })
 * // { status: 200, headers: { 'content-type': 'text/html', … }, body: <Buffer …> }
 * @throws FetchError; the reason of the signal when that has aborted
 */
export async function fetchSafely(address: string, request: FetchRequest): Promise<Answer> {
  const limits = { ...FETCH_LIMITS, ...request.limits };
  const url = new URL(address);
  checkAddress(url, request.guard);
  const late = AbortSignal.timeout(limits.total);
  const signals = request.signal ? [late, request.signal] : [late];
  try {
    const response = await ask(url, request, limits, AbortSignal.any(signals));
    return await readAnswer(response, request, limits);
  } catch (error) {
    request.signal?.throwIfAborted();
    throw late.aborted ? tooSlow('the answer', limits.total) : asFetchError(error);
  }
}

function ask(
  url: URL,
  { headers, guard }: FetchRequest,
  limits: FetchLimits,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const send = url.protocol === 'https:' ? requestHttps : requestHttp;
    // A connection of its own: one that was opened under another guard must not be used again.
    const request = send(url, { agent: false, headers, lookup: guardedLookup(guard), signal });
    limitTimes(request, limits);
    // A connection may fail more than once; an error that nobody hears would end the process.
    request.once('response', resolve).on('error', reject).end();
  });
}

function limitTimes(request: ClientRequest, { headers, silence }: FetchLimits): void {
  const waiting = setTimeout(() => request.destroy(tooSlow('the headers', headers)), headers);
  request.once('response', () => clearTimeout(waiting)).once('close', () => clearTimeout(waiting));
  request.setTimeout(silence, () => request.destroy(tooSlow('the next byte', silence)));
}

const tooSlow = (what: string, milliseconds: number) =>
  new FetchError('timeout', `${what} did not come within ${milliseconds / 1000} s`);

async function readAnswer(
  response: IncomingMessage,
  { accepts }: FetchRequest,
  { bytes }: FetchLimits,
): Promise<Answer> {
  const { statusCode: status = 0 } = response;
  const headers = flatten(response.headers);
  const answer = { status, headers, body: Buffer.alloc(0) };
  if (status !== 200) {
    response.destroy();
    return answer;
  }
  const type = headers['content-type'] ?? '';
  if (accepts && type !== '' && !accepts(type)) {
    response.destroy();
    throw new FetchError('wrong_type', `its type is ${JSON.stringify(type.slice(0, 80))}`);
  }
  return { ...answer, body: await readBody(response, bytes) };
}

const flatten = (headers: IncomingMessage['headers']): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value]] : [],
    ),
  );

function asFetchError(error: unknown): unknown {
  if (error instanceof FetchError || !(error instanceof Error)) return error;
  return new FetchError('network', `cannot be reached: ${messageOf(error)}`, { cause: error });
}

/** Attempts at several addresses fail together, in an error without words of its own. */
function messageOf(error: Error): string {
  if (error.message !== '') return error.message;
  const [first] = error instanceof AggregateError ? error.errors.map(String) : [];
  return first ?? error.name;
}
