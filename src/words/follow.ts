import { setTimeout } from 'node:timers/promises';
import type { SearchEngine } from '../../indexer/engine.js';

/** How far documents carry the words that search uses. */
export interface InStep {
  /** Whether documents are still to be written; searches find most of them all the same. */
  readonly pending: boolean;
  /** Documents that were looked at, and that there are to look at. */
  readonly done?: number;
  readonly total?: number;
  /** Why it did not work last time; it is tried again. */
  readonly problem?: string;
}

/** Brings an engine in step with the words, in the background, one push after the other. */
export interface Follower {
  /** Asks for a push; one that is under way is followed by another. */
  follow(): void;
  state(): InStep;
  /** Begins nothing more; a push under way ends when the engine is closed. */
  close(): void;
}

export interface FollowerDeps {
  readonly engine: Pick<SearchEngine, 'push'>;
  /** Says on one line what an operator should know. */
  readonly onNotice?: (notice: string) => void;
}

const FIRST_WAIT_MS = 1_000;
const MOST_WAIT_MS = 60_000;
const IN_STEP: InStep = { pending: false };

/** Makes the follower; engines that read the words themselves are always in step. */
export function createFollower({ engine, onNotice = () => undefined }: FollowerDeps): Follower {
  const closing = new AbortController();
  const { signal } = closing;
  let state = IN_STEP;
  let wanted = false;
  let running = false;
  const isClosed = () => signal.aborted;

  async function push(): Promise<void> {
    await engine.push?.({
      dryRun: false,
      wordsOnly: true,
      onProgress: (progress) => (state = { pending: true, ...progress }),
    });
  }

  async function run(): Promise<void> {
    for (let wait = FIRST_WAIT_MS; wanted && !isClosed();) {
      wanted = false;
      try {
        await push();
        wait = FIRST_WAIT_MS;
      } catch (error) {
        if (isClosed()) return;
        wanted = true;
        fail(error instanceof Error ? error.message : String(error));
        await setTimeout(wait, undefined, { signal, ref: false }).catch(() => undefined);
        wait = Math.min(2 * wait, MOST_WAIT_MS);
      }
    }
    state = IN_STEP;
  }

  function fail(problem: string): void {
    if (state.problem !== problem) onNotice(`Articles do not carry the new words yet: ${problem}`);
    state = { pending: true, problem };
  }

  return {
    follow: () => {
      if (!engine.push || isClosed()) return;
      wanted = true;
      if (running) return;
      running = true;
      state = { pending: true };
      void run().finally(() => (running = false));
    },
    state: () => state,
    close: () => closing.abort(),
  };
}
