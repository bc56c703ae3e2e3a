import { setTimeout as sleepFor } from 'node:timers/promises';
import { FetchError } from './fetch-error.js';

/** Time as it passes; milliseconds since 1970. */
export interface Clock {
  now(): number;
  /** Rejects when the signal aborts. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

export const CLOCK: Clock = {
  now: Date.now,
  sleep: (milliseconds, signal) =>
    sleepFor(milliseconds, undefined, signal === undefined ? {} : { signal }),
};

/** Remembers until when a host asked to be left alone. */
export interface Pauses {
  pausedUntil(host: string): number | undefined;
  pause(host: string, until: number): void;
}

export interface Turn {
  readonly host: string;
  /** Milliseconds between the end of a request and the beginning of the next. */
  readonly delay: number;
  readonly signal?: AbortSignal | undefined;
}

/** Lets requests to one host follow each other, one at a time and with a pause between them. */
export type TakeTurn = <Result>(turn: Turn, work: () => Promise<Result>) => Promise<Result>;

/** A host that wants to be left alone for longer is left alone until the next run. */
export const LONGEST_WAIT_MS = 120_000;

/**
 * Makes the queue of turns. Every host has its own; hosts do not wait for each other.
 *
 * @example await takeTurn({ host: 'a.az', delay: 1000 }, () => fetchSafely(address, request))
 */
export function createTurns(pauses: Pauses, clock: Clock = CLOCK): TakeTurn {
  const last = new Map<string, Promise<unknown>>();
  const freeAt = new Map<string, number>();

  async function wait({ host, signal }: Turn): Promise<void> {
    const paused = pauses.pausedUntil(host) ?? 0;
    if (paused - clock.now() > LONGEST_WAIT_MS) throw pausedError(paused);
    const left = Math.max(paused, freeAt.get(host) ?? 0) - clock.now();
    if (left > 0) await clock.sleep(left, signal);
    signal?.throwIfAborted();
  }

  return (turn, work) => {
    const taken = (last.get(turn.host) ?? Promise.resolve()).then(async () => {
      await wait(turn);
      try {
        return await work();
      } finally {
        freeAt.set(turn.host, clock.now() + turn.delay);
      }
    });
    last.set(
      turn.host,
      taken.catch(() => undefined),
    );
    return taken;
  };
}

const pausedError = (until: number) =>
  new FetchError(
    'paused',
    `the host asks to be left alone until ${new Date(until).toISOString().slice(0, 19)}Z`,
  );

/** Without a word of how long, a host that is overloaded gets a minute. */
const USUAL_PAUSE_MS = 60_000;

/**
 * The time that a `Retry-After` header names: seconds, or a date; milliseconds since 1970.
 *
 * @example retryTime('120', 0) // 120000
 */
export function retryTime(header: string | undefined, now: number): number {
  const text = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return now + Number(text) * 1000;
  const date = Date.parse(text);
  return Number.isNaN(date) ? now + USUAL_PAUSE_MS : Math.max(now, date);
}
