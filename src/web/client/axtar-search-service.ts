import { bodyOf, type Asked } from './axtar-search-asked.js';
import {
  readAnswer,
  readSuggestions,
  type Answer,
  type Suggestion,
} from './axtar-search-answer.js';
import type { Settings } from './axtar-search-settings.js';

/** Why there is no answer. The text of an error holds nothing of what was sent. */
export class Trouble extends Error {
  constructor(
    /** A code of the service, or `unreachable`. */
    readonly code: string,
    readonly status: number,
    readonly requestId?: string,
  ) {
    super(code);
  }
}

/** An answer that takes longer is given up, in milliseconds. */
const PATIENCE_MS = 15_000;
const MOST_SUGGESTIONS = '8';

/**
 * @throws Trouble; when the signal is aborted, whatever: nobody waits any more
 */
export async function search(
  asked: Asked,
  page: number,
  settings: Settings,
  signal: AbortSignal,
): Promise<Answer> {
  // A search in the address would be another address each time, which browsers ask leave for anew.
  const answer = await ask('/v1/search', settings, signal, {
    method: 'POST',
    body: JSON.stringify(bodyOf(asked, page, settings)),
    headers: { 'Content-Type': 'application/json', 'X-Axtar-Typing': '1' },
  });
  return readAnswer(answer);
}

/** @throws Trouble */
export async function suggest(
  q: string,
  settings: Settings,
  signal: AbortSignal,
): Promise<Suggestion[]> {
  const kinds = settings.inline ? 'phrase,author,topic,title' : 'phrase,author,title';
  const parameters = new URLSearchParams({ q, limit: MOST_SUGGESTIONS, kinds });
  return readSuggestions(await ask(`/v1/suggest?${parameters.toString()}`, settings, signal));
}

async function ask(
  path: string,
  { endpoint, key }: Settings,
  signal: AbortSignal,
  init: RequestInit = {},
): Promise<unknown> {
  const headers = new Headers(init.headers);
  if (key !== undefined) headers.set('Authorization', `Bearer ${key}`);
  const within = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]);
  const options = { ...init, headers, credentials: 'omit', signal: within } as const;
  const response = await fetch(endpoint + path, options).catch(() => undefined);
  if (!response) throw new Trouble('unreachable', 0);
  const answer: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw troubleOf(response, answer);
  return answer;
}

function troubleOf({ status, headers }: Response, problem: unknown): Trouble {
  const has = typeof problem === 'object' && problem !== null && 'code' in problem;
  const code = has && typeof problem.code === 'string' ? problem.code : `status_${status}`;
  return new Trouble(code, status, headers.get('X-Request-Id') ?? undefined);
}

/** What is told to the service's own count of what readers look for. */
export type ReaderEvent =
  | { readonly type: 'search'; q: string; total: number; corrected: boolean }
  | { readonly type: 'open'; q: string; id: string };

/** Tells it and waits for nothing; beacons outlive the page, but carry no key. */
export function tell(event: ReaderEvent, { endpoint, key, counts }: Settings): void {
  if (!counts || event.q.trim() === '') return;
  const address = `${endpoint}/v1/events`;
  const body = JSON.stringify(event);
  if (key === undefined) {
    navigator.sendBeacon(address, body);
    return;
  }
  const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${key}` };
  const options = { method: 'POST', body, headers, keepalive: true, credentials: 'omit' } as const;
  void fetch(address, options).catch(() => undefined);
}
