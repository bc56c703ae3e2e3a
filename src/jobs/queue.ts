import type { JobEvents } from './events.js';
import { removeFile } from './files.js';
import { hasEnded } from './job.js';
import type { Entry } from './record.js';
import { recover } from './recover.js';
import { runJob } from './run-job.js';
import { begun, ended, requeued, type End } from './states.js';
import type { JobStore } from './store.js';
import { describeFailure, type Outcome, type WorkDeps } from './work.js';

/** Runs jobs, one at a time, in the order in which they came. */
export interface Queue {
  /** Something has come in. */
  wake(): void;
  /**
   * A queued job is canceled at once; a running one stops between two batches.
   * @throws JobsStorageError when this cannot be made durable
   */
  cancel(entry: Entry): Promise<void>;
  /** Takes no more work; resolves when the work under way has stopped. What is left stays queued. */
  close(): Promise<void>;
}

export interface QueueDeps extends WorkDeps {
  readonly store: JobStore;
  readonly events: JobEvents;
  /** An RFC 3339 instant. */
  readonly instant: () => string;
  readonly onNotice: (notice: string) => void;
  /** Called after each job that has ended. */
  readonly onEnd: () => Promise<void>;
}

/** Starts with what a former process has left: what it was running is begun anew. */
export function createQueue(deps: QueueDeps): Queue {
  const { store, events, instant } = deps;
  const closing = new AbortController();
  const interrupted = recover(store.entries(), instant());
  let under: { readonly entry: Entry; readonly stop: AbortController } | undefined;
  let busy = false;
  let working: Promise<void> = Promise.resolve();

  async function workOff(): Promise<void> {
    for (const entry of interrupted.splice(0)) await settle(entry);
    for (let entry = next(); entry && !closing.signal.aborted; entry = next()) await work(entry);
    busy = false;
  }

  const next = () => store.entries().find(({ job }) => job.status === 'queued');

  async function work(entry: Entry): Promise<void> {
    const stop = new AbortController();
    under = { entry, stop };
    entry.attempts += 1;
    entry.job = begun(entry.job, instant());
    await saveOrSay(entry);
    events.tell({ type: 'state', job: entry.job });
    const outcome = await attempt(entry, AbortSignal.any([stop.signal, closing.signal]));
    under = undefined;
    if (outcome !== 'stopped' || entry.cancelRequested) await finish(entry, endOf(outcome));
    else await putBack(entry);
  }

  async function attempt(entry: Entry, signal: AbortSignal): Promise<Outcome> {
    const onProgress = ({ job }: Entry) => events.tell({ type: 'progress', job });
    try {
      return await runJob(entry, { ...deps, bodyPath: store.bodyPath, onProgress }, signal);
    } catch (error) {
      if (signal.aborted) return 'stopped';
      return { failure: describeFailure(error) ?? tellUnexpected(entry, error) };
    }
  }

  function tellUnexpected({ job }: Entry, error: unknown) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    deps.onNotice(`[job ${job.id}] ${text}`);
    return { message: 'Something went wrong on our side; it has been logged under the job’s id.' };
  }

  /** Stopped by a service that closes: this was no attempt that failed. */
  async function putBack(entry: Entry): Promise<void> {
    entry.attempts -= 1;
    entry.job = requeued(entry.job);
    entry.errors = undefined;
    await saveOrSay(entry);
  }

  async function finish(entry: Entry, end: End): Promise<void> {
    entry.job = ended(entry.job, end, instant());
    await settle(entry);
  }

  async function settle(entry: Entry): Promise<void> {
    if (await saveOrSay(entry)) await clear(entry);
    events.tell({ type: 'state', job: entry.job });
    await deps.onEnd();
  }

  async function clear(entry: Entry): Promise<void> {
    entry.errors = undefined;
    await removeFile(store.bodyPath(entry.job.id));
  }

  /** What a full disk does not keep is done once more after the next start: that changes nothing. */
  async function saveOrSay(entry: Entry): Promise<boolean> {
    try {
      await store.save(entry);
      return true;
    } catch (error) {
      if (error instanceof Error) deps.onNotice(`[job ${entry.job.id}] ${error.message}`);
      return false;
    }
  }

  async function cancel(entry: Entry): Promise<void> {
    if (hasEnded(entry.job.status)) return;
    entry.cancelRequested = true;
    if (under?.entry === entry) {
      under.stop.abort();
      return store.save(entry);
    }
    entry.job = ended(entry.job, { status: 'canceled' }, instant());
    await store.save(entry);
    await clear(entry);
    events.tell({ type: 'state', job: entry.job });
  }

  return {
    wake: () => {
      if (busy || closing.signal.aborted) return;
      busy = true;
      working = workOff();
    },
    cancel,
    close: () => {
      closing.abort();
      return working;
    },
  };
}

function endOf(outcome: Outcome): End {
  if (outcome === 'done') return { status: 'succeeded' };
  if (outcome === 'stopped') return { status: 'canceled' };
  return { status: 'failed', error: outcome.failure };
}
