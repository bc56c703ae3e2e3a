import type { JobEvent, JobSummary } from './job.js';
import { createListener, type Listener } from './listener.js';

/** Tells whoever listens what becomes of jobs. */
export interface JobEvents {
  tell(event: JobEvent): void;
  /** The job as it is, then what becomes of it, until it ends or the reader leaves. */
  listen(current: () => JobSummary): AsyncIterable<JobEvent>;
  /** Ends all of it. */
  end(): void;
}

export function createEvents(): JobEvents {
  const listeners = new Map<string, Set<Listener>>();

  function enter(job: JobSummary): Listener {
    const group = listeners.get(job.id) ?? new Set();
    listeners.set(job.id, group);
    const listener = createListener({ type: 'state', job }, () => {
      group.delete(listener);
      if (group.size === 0 && listeners.get(job.id) === group) listeners.delete(job.id);
    });
    group.add(listener);
    return listener;
  }

  return {
    tell: (event) => {
      for (const listener of listeners.get(event.job.id) ?? []) listener.tell(event);
    },
    // Who never begins to read is not a listener that somebody would have to forget.
    listen: (current) => ({ [Symbol.asyncIterator]: () => enter(current()) }),
    end: () => {
      for (const listener of [...listeners.values()].flatMap((group) => [...group])) {
        void listener.return();
      }
    },
  };
}
