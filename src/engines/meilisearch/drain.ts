import { setImmediate, setTimeout } from 'node:timers/promises';
import { EngineError } from '../../../indexer/engine.js';
import { createCallers, type Answer } from './drain-callers.js';
import { pollDelay } from './drain-delays.js';
import { createLoop } from './drain-loop.js';
import { createRounds, type RoundsOptions } from './drain-rounds.js';
import { takeTurn } from './drain-turn.js';

export { RefusedError } from './drain-callers.js';
export type { Batch, Send, SendOutcome } from './drain-deliver.js';

/** Sends what waits in an outbox; one process of the machine at a time, in the order of writing. */
export interface Drainer {
  /**
   * Sends until everything up to `upTo`, a number that `append` returned, is settled: `sent` when
   * the server has it, `kept` when the server is away and it will be sent later.
   * @throws RefusedError when the server does not take documents of that append
   * @throws Error that sending met otherwise; what was appended waits in the outbox
   * @example await drainer.flush(outbox.append(operations)) // 'sent'
   */
  flush(upTo: number): Promise<Answer>;
  /** Sends in the background what waits, whichever process has left it; nothing once closed. */
  wake(): void;
  /**
   * Runs `work` while nobody on this machine sends. Inside, do not wait for a `flush` or for
   * another `pause`.
   */
  pause<Result>(work: () => Promise<Result>): Promise<Result>;
  /**
   * Finishes the batch and the pauses under way. What is not sent stays in the outbox, which is
   * left open, and whoever waits for it is told `kept`. Later calls fail: EngineError `unavailable`.
   */
  close(): Promise<void>;
}

export interface DrainerOptions extends RoundsOptions {
  /** Passes milliseconds; ends early, or rejects, when the signal is aborted. */
  readonly sleep?: (ms: number, signal: AbortSignal) => Promise<void>;
}

const passTime = (ms: number, signal: AbortSignal): Promise<void> =>
  setTimeout(ms, undefined, { signal });

/**
 * Makes the drainer of an outbox. It sends nothing before it is asked to.
 * @example createDrainer({ outbox, lockFile: 'data/meilisearch/articles.send.lock', send })
 */
export function createDrainer({ sleep = passTime, ...options }: DrainerOptions): Drainer {
  const closing = new AbortController();
  const { signal } = closing;
  const callers = createCallers(options.outbox);
  const loop = createLoop(createRounds(options, callers), rest, signal);
  let pauses = Promise.resolve();

  async function rest(ms: number): Promise<void> {
    try {
      if (ms > 0) await sleep(ms, signal);
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }

  function assertOpen(): void {
    if (signal.aborted) throw new EngineError('unavailable', 'The engine is closed.');
  }

  async function flush(upTo: number): Promise<Answer> {
    assertOpen();
    const joined = callers.join(upTo);
    if (!callers.isEmpty()) loop.start();
    const answer = await joined;
    // Who writes on and on and is answered at once would leave the background no time.
    if (answer === 'kept') await setImmediate();
    return answer;
  }

  async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    assertOpen();
    let polls = 0;
    const endTurn = await takeTurn(options.lockFile, async () => {
      await rest(pollDelay(polls++));
      assertOpen();
    });
    try {
      return await work();
    } finally {
      endTurn();
    }
  }

  function pause<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = inTurn(work);
    pauses = Promise.allSettled([pauses, result]).then(() => undefined);
    return result;
  }

  async function close(): Promise<void> {
    closing.abort();
    await Promise.all([loop.stopped(), pauses]);
    callers.setTrouble('kept');
    callers.tell();
  }

  return { flush, wake: loop.start, pause, close };
}
