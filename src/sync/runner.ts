import { join } from 'node:path';
import type { SearchEngine } from '../../indexer/engine.js';
import { lockFile } from '../engines/file-lock.js';
import type { SourceReport } from './report.js';
import { runSource, type RunDeps, type RunProgress } from './run-source.js';
import type { Source } from './source-shapes.js';

/** Runs sources, none of them twice at a time. */
export interface Runner {
  run(sources: readonly Source[], options?: RunnerOptions): Promise<SourceReport[]>;
  /** How far a source is that is being read by this process. */
  progressOf(id: string): RunProgress | undefined;
  /** Stops what is under way between two articles. */
  close(): Promise<void>;
}

export interface RunnerOptions {
  readonly dryRun?: boolean;
  readonly again?: boolean;
  readonly acceptRemovals?: boolean;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: RunProgress) => void;
}

type Deps = Omit<RunDeps, 'dryRun' | 'acceptRemovals' | 'onProgress' | 'signal' | 'engine'> & {
  readonly engine: RunDeps['engine'] & Pick<SearchEngine, 'stats'>;
};

/** A source with a slow host must not hold up the others. */
const AT_ONCE = 4;

export function createRunner(deps: Deps): Runner {
  const running = new Map<string, RunProgress>();
  const under = new Set<Promise<unknown>>();
  const closing = new AbortController();
  const { state } = deps;

  async function runOne(source: Source, options: RunnerOptions): Promise<SourceReport> {
    const { dryRun = false, acceptRemovals = false, onProgress } = options;
    const signals = [closing.signal, ...(options.signal ? [options.signal] : [])];
    if (options.again && !dryRun) state.renew(source.id);
    const report = await runSource(source, {
      ...deps,
      dryRun,
      acceptRemovals,
      signal: AbortSignal.any(signals),
      onProgress: (progress) => {
        running.set(source.id, progress);
        onProgress?.(progress);
      },
    });
    if (!dryRun) state.remember(report);
    return report;
  }

  async function runLocked(source: Source, options: RunnerOptions): Promise<SourceReport> {
    const release = running.has(source.id) ? undefined : lock(source.id);
    if (!release) return busy(source, deps.now());
    running.set(source.id, nothingYet(source));
    try {
      return await runOne(source, options);
    } finally {
      running.delete(source.id);
      release();
    }
  }

  const lock = (id: string) => lockFile(join(deps.folder, 'sync', `${id}.lock`));

  async function run(sources: readonly Source[], options: RunnerOptions): Promise<SourceReport[]> {
    await renewIfEmpty();
    const left = [...sources];
    const reports: SourceReport[] = [];
    const work = async () => {
      for (let source = left.shift(); source; source = left.shift()) {
        if (closing.signal.aborted || options.signal?.aborted) return;
        reports.push(await runLocked(source, options));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    return reports;
  }

  /** Of an index that was emptied or lost nothing is known any more. */
  async function renewIfEmpty(): Promise<void> {
    if (!state.hasArticles() || running.size > 0) return;
    const { documents } = await deps.engine.stats();
    if (documents === 0) state.renew();
  }

  return {
    run: (sources, options = {}) => {
      const ran = run(sources, options);
      const kept = ran.catch(() => undefined).finally(() => under.delete(kept));
      under.add(kept);
      return ran;
    },
    progressOf: (id) => running.get(id),
    close: async () => {
      closing.abort();
      await Promise.all(under);
    },
  };
}

const COUNTS = { added: 0, changed: 0, removed: 0, unchanged: 0, failed: 0 };
const nothingYet = (source: Source): RunProgress => ({
  source: source.id,
  done: 0,
  counts: COUNTS,
});

const busy = (source: Source, now: number): SourceReport => ({
  source: source.id,
  startedAt: new Date(now).toISOString(),
  milliseconds: 0,
  outcome: 'busy',
  ...COUNTS,
  failures: [],
  duplicates: [],
  sameStory: [],
});
