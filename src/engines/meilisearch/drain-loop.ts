/** Rounds that follow each other while there is work; one at a time, however often it is started. */
export interface Loop {
  start(): void;
  /** Resolves when the round under way, if there is one, is the last and over. */
  stopped(): Promise<void>;
}

export interface Rounds {
  hasWork(): boolean;
  /** Does a part of the work; returns how long to rest before the next, in ms. Never rejects. */
  round(): Promise<number>;
}

/** Makes a loop that ends when there is no work, or the signal is aborted. */
export function createLoop(
  { hasWork, round }: Rounds,
  rest: (ms: number) => Promise<void>,
  signal: AbortSignal,
): Loop {
  let isRunning = false;
  let running = Promise.resolve();

  async function run(): Promise<void> {
    isRunning = true;
    while (!signal.aborted && hasWork()) await rest(await round());
    // In the same breath as the last look for work: whoever comes after it starts the loop anew.
    isRunning = false;
  }

  function start(): void {
    if (!isRunning) running = run();
  }

  return { start, stopped: () => running };
}
