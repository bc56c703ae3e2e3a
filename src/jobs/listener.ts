import { hasEnded, type JobEvent } from './job.js';

/** At most four times a second. */
const PROGRESS_EVERY_MS = 250;

/** One reader of a job's events. */
export interface Listener extends AsyncIterableIterator<JobEvent> {
  tell(event: JobEvent): void;
  /** Ends the events, also for a reader that waits. */
  return(): Promise<IteratorResult<JobEvent>>;
}

/**
 * Hands events to one reader: every change of state, and of progress the newest, four times a second
 * at most. Ends with the event that ends the job. `onLeave` is called when nothing will be read any
 * more.
 */
export function createListener(first: JobEvent, onLeave: () => void): Listener {
  const states = [first];
  let progress: JobEvent | undefined;
  let lastProgress = performance.now();
  let { status } = first.job;
  let over = false;
  let wake: () => void = () => undefined;

  function take(): JobEvent | undefined {
    const state = states.shift();
    if (state) return state;
    if (!progress || performance.now() - lastProgress < PROGRESS_EVERY_MS) return undefined;
    const event: JobEvent = { type: 'progress', job: progress.job };
    [progress, lastProgress] = [undefined, performance.now()];
    return event;
  }

  function change(): Promise<void> {
    return new Promise((resolve) => {
      const left = PROGRESS_EVERY_MS - (performance.now() - lastProgress);
      const timer = progress && setTimeout(resolve, Math.max(1, left));
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  async function next(): Promise<IteratorResult<JobEvent>> {
    while (!over) {
      const event = take();
      if (event && hasEnded(event.job.status)) leave();
      if (event) return { done: false, value: event };
      await change();
    }
    return { done: true, value: undefined };
  }

  function leave(): void {
    over = true;
    onLeave();
    wake();
  }

  const listener: Listener = {
    tell: (event) => {
      // Whoever came between a change and its announcement has been told of it.
      if (event.type === 'progress' || event.job.status === status) progress = event;
      else {
        ({ status } = event.job);
        states.push(event);
        progress = undefined;
      }
      wake();
    },
    next,
    return: () => {
      leave();
      return Promise.resolve({ done: true, value: undefined });
    },
    [Symbol.asyncIterator]: () => listener,
  };
  return listener;
}
