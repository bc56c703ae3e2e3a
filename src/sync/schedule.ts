import { Cron } from 'croner';
import type { SourceReport } from './report.js';
import type { Source } from './source-shapes.js';

/** Runs sources when their `every` says so. */
export interface Schedules {
  start(): void;
  /** Reads the sources anew; does nothing before the start. */
  refresh(): void;
  /** RFC 3339. */
  nextRun(id: string): string | undefined;
  stop(): void;
}

export interface ScheduleDeps {
  /** @throws SourcesError when the file cannot be used */
  readonly read: () => readonly Source[];
  readonly run: (source: Source) => Promise<readonly SourceReport[]>;
  readonly onNotice: (notice: string) => void;
}

/** Editors think in the time of Baku, wherever the service runs. */
const ZONE = 'Asia/Baku';
/** How soon a file is noticed that somebody has edited. */
const LOOK_EVERY_MS = 30_000;

interface Job {
  readonly cron: Cron;
  readonly as: string;
}

/** Makes schedules; a source that is still being read when its time comes is left to the next. */
export function createSchedules({ read, run, onNotice }: ScheduleDeps): Schedules {
  const jobs = new Map<string, Job>();
  let looking: NodeJS.Timeout | undefined;
  let problem = '';

  function refresh(): void {
    if (!looking) return;
    const sources = readOrSay();
    if (!sources) return;
    const wanted = new Map(sources.filter(isScheduled).map((source) => [source.id, source]));
    for (const [id, { cron, as }] of jobs) {
      if (JSON.stringify(wanted.get(id)) === as) continue;
      cron.stop();
      jobs.delete(id);
    }
    for (const [id, source] of wanted) if (!jobs.has(id)) jobs.set(id, start(source));
  }

  /** Said once, not twice a minute; what was scheduled before goes on. */
  function readOrSay(): readonly Source[] | undefined {
    try {
      const sources = read();
      problem = '';
      return sources;
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      if (message !== problem) onNotice(message);
      problem = message;
      return undefined;
    }
  }

  function start(source: Source): Job {
    const options = { timezone: ZONE, protect: true, mode: '5-part', unref: true } as const;
    const cron = new Cron(source.every ?? '', options, () => runAndSay(source));
    return { cron, as: JSON.stringify(source) };
  }

  async function runAndSay(source: Source): Promise<void> {
    try {
      for (const report of await run(source)) onNotice(describeRun(report));
    } catch (error) {
      onNotice(`[sync ${source.id}] ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  return {
    start: () => {
      looking ??= setInterval(refresh, LOOK_EVERY_MS).unref();
      refresh();
    },
    refresh,
    nextRun: (id) => jobs.get(id)?.cron.nextRun()?.toISOString(),
    stop: () => {
      clearInterval(looking);
      looking = undefined;
      for (const { cron } of jobs.values()) cron.stop();
      jobs.clear();
    },
  };
}

const isScheduled = ({ enabled, every }: Source): boolean => enabled && every !== undefined;

/**
 * A run on one line.
 *
 * @example describeRun(report) // 'xeber: 3 added, 1 changed, 0 removed, 40 unchanged, 0 failed in 5.2 s'
 */
export function describeRun(report: SourceReport): string {
  const { source, outcome, added, changed, removed, unchanged, failed, milliseconds } = report;
  if (outcome === 'busy') return `${source}: is being read already`;
  const counts = `${added} added, ${changed} changed, ${removed} removed, ${unchanged} unchanged, ${failed} failed`;
  const end = outcome === 'done' ? '' : ` (${outcome})`;
  return `${source}: ${counts} in ${(milliseconds / 1000).toFixed(1)} s${end}`;
}
