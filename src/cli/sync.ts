import type { Command } from 'commander';
import { join } from 'node:path';
import { InputError } from '../../indexer/sources/source.js';
import type { Axtar } from '../compose.js';
import { readEnvironment } from '../environment.js';
import type { SourceReport } from '../sync/report.js';
import type { RunProgress } from '../sync/run-source.js';
import { describeRun } from '../sync/schedule.js';
import { openSync, type RunOptions, type Sync } from '../sync/sync.js';
import { EXIT } from './exit.js';
import { createCounter } from './progress.js';
import { print, withAxtar } from './with-axtar.js';

interface Options {
  readonly dryRun?: true;
  readonly watch?: true;
  readonly again?: true;
  readonly acceptRemovals?: true;
}

export function addSync(program: Command): void {
  program
    .command('sync')
    .description('Bring the index in step with the portals of sources.json.')
    .argument('[source]', 'id of one source; all that are enabled, without it')
    .option('--dry-run', 'say what would be added, changed and removed, and do nothing')
    .option('--watch', 'read once, then go on by the schedules of the sources')
    .option('--again', 'read and push everything, whether it has changed or not')
    .option('--accept-removals', 'believe that many articles are gone at once')
    .addHelpText(
      'after',
      '\nExit codes: 0 all good, 1 something failed or was refused, 2 unusable sources, 130 interrupted.' +
        '\n\nExamples:\n  axtar sources add xeber feed https://portal.az/rss\n  axtar sync --dry-run\n  axtar sync xeber',
    )
    .action(async (id: string | undefined, options: Options) => {
      if (options.watch && options.dryRun) {
        throw new InputError('--watch: cannot go with --dry-run');
      }
      process.exitCode = await withSync((sync) => run(sync, id, options));
    });
}

/** Opens the sources of the data folder beside its index. */
export function withSync<Result>(work: (sync: Sync) => Promise<Result>): Promise<Result> {
  const folder = readEnvironment(process.env).dataDir;
  return withAxtar(async (axtar: Axtar) => {
    const { engine, toArticle, toDocument, similar } = axtar;
    const onNotice = (notice: string) => void process.stderr.write(`${notice}\n`);
    const sync = openSync({ folder, engine, toArticle, toDocument, similar, onNotice });
    try {
      return await work(sync);
    } finally {
      await sync.close();
    }
  });
}

async function run(sync: Sync, id: string | undefined, options: Options): Promise<number> {
  const stop = new AbortController();
  const interrupt = () => stop.abort();
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  if (sync.list().length === 0) {
    const file = join(readEnvironment(process.env).dataDir, 'sources.json');
    throw new InputError(`${file}: no sources yet; add one with "axtar sources add"`);
  }
  const reports = await runOnce(sync, id, { ...options, signal: stop.signal });
  if (options.watch && !stop.signal.aborted) {
    sync.startSchedules();
    await new Promise((resolve) => stop.signal.addEventListener('abort', resolve));
    return EXIT.ok;
  }
  if (stop.signal.aborted) {
    process.stderr.write('Interrupted. What is counted here is indexed; the next run goes on.\n');
    return EXIT.interrupted;
  }
  return reports.some(hasFailed) ? EXIT.failed : EXIT.ok;
}

async function runOnce(
  sync: Sync,
  id: string | undefined,
  options: RunOptions,
): Promise<readonly SourceReport[]> {
  const progress = createCounter('Syncing');
  const latest = new Map<string, RunProgress>();
  const onProgress = (one: RunProgress) => {
    latest.set(one.source, one);
    const all = [...latest.values()];
    progress.update(sumOf(all.map(({ done }) => done)), describeCounts(all));
  };
  const { sources } = await sync.run(id, { ...options, onProgress }).finally(() => progress.end());
  for (const report of sources) await tell(report);
  return sources;
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);

function describeCounts(all: readonly RunProgress[]): string {
  const of = (name: keyof RunProgress['counts']) => sumOf(all.map(({ counts }) => counts[name]));
  return `${of('added')} added, ${of('changed')} changed, ${of('failed')} failed`;
}

async function tell(report: SourceReport): Promise<void> {
  const lines = [
    ...report.failures.map(({ address, reason }) => `failed ${address}: ${reason}`),
    ...report.duplicates.map(({ address, id, of }) => `duplicate ${address}: ${id} of ${of}`),
    ...report.sameStory.map(({ id, others }) => `same story ${id}: ${others.join(', ')}`),
    ...(report.removalsRefused === undefined ? [] : [refusalOf(report)]),
    describeRun(report),
  ];
  process.stderr.write(`${lines.join('\n')}\n`);
  for (const change of report.wouldDo ?? []) await print(`${JSON.stringify(change)}\n`);
}

const refusalOf = ({ source, removalsRefused }: SourceReport): string =>
  `${source}: nothing removed: ${removalsRefused ?? ''}. If it is so: axtar sync ${source} --accept-removals`;

const hasFailed = ({ outcome, failed, removalsRefused }: SourceReport): boolean =>
  outcome !== 'done' || failed > 0 || removalsRefused !== undefined;
