import { Problem, retryAfter } from '../problem.js';
import { withDeadline } from './deadline.js';

export interface GateSettings {
  /** Heavy requests that are worked on at once. */
  readonly atOnce: number;
  /** A request that would wait longer is refused at once, in milliseconds. */
  readonly longestWait: number;
  /** A request that has not been answered by then is given up, in milliseconds. */
  readonly deadline: number;
  /** How late this thread is at the moment, in milliseconds; never unless said. */
  readonly lag?: () => number;
}

/** What the gate is doing; for /metrics. */
export interface GateState {
  readonly running: number;
  readonly waiting: number;
  readonly refused: number;
}

export interface Gate {
  /**
   * Does the work when its turn comes.
   * @throws Problem `overloaded` when it would wait too long, `too_slow` after the deadline
   */
  run<Result>(work: () => Promise<Result>): Promise<Result>;
  /** With what a request would be refused that came now; counted as refused. */
  refusal(): Problem | undefined;
  state(): GateState;
}

/** How much the newest request counts in the mean of their times. */
const NEWEST = 0.1;
/** How often a request has to wait for this thread until it is answered. */
const TURNS = 3;

/**
 * A bounded queue before the engine. What cannot be answered soon is refused soon, so that those
 * who are let in are answered quickly and nothing piles up.
 */
export function createGate({ atOnce, longestWait, deadline, lag }: GateSettings): Gate {
  const waiting: (() => void)[] = [];
  let running = 0;
  let refused = 0;
  let usual = 20;

  const overloaded = () => {
    refused++;
    return OVERLOADED;
  };

  /** How long a request would wait that came now, in milliseconds. */
  const expected = () => {
    const turn = running < atOnce ? 0 : (usual * (waiting.length + 1)) / atOnce;
    return turn + TURNS * (lag?.() ?? 0);
  };

  /** One is let in always: what else should tell that things have got better? */
  const refusal = () => (running > 0 && expected() > longestWait ? overloaded() : undefined);

  /** Resolves when it is this request's turn. */
  function enter(): Promise<void> {
    const refused = refusal();
    if (refused) throw refused;
    if (running < atOnce) {
      running++;
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      const turn = () => {
        clearTimeout(late);
        resolve();
      };
      const late = setTimeout(() => {
        waiting.splice(waiting.indexOf(turn), 1);
        reject(overloaded());
      }, longestWait);
      waiting.push(turn);
    });
  }

  /** The next in line takes the place over. */
  function leave(started: number): void {
    usual += (performance.now() - started - usual) * NEWEST;
    const next = waiting.shift();
    if (next) next();
    else running--;
  }

  async function run<Result>(work: () => Promise<Result>): Promise<Result> {
    await enter();
    const started = performance.now();
    // The place is held until the work has really ended, though nobody may wait for it any more.
    const result = work().finally(() => leave(started));
    return withDeadline(result, deadline, tooSlow);
  }

  return { run, refusal, state: () => ({ running, waiting: waiting.length, refused }) };
}

/** One for all: in a flood, noting where each was made would cost more than refusing it. */
const OVERLOADED = new Problem('overloaded', 'Try again in a moment.', [], retryAfter(1));

const tooSlow = () => new Problem('too_slow', 'The search took too long.', [], retryAfter(2));
