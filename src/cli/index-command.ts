import type { Command } from 'commander';
import { runIndexJob, type JobCounts, type JobEvent } from '../../indexer/job.js';
import { listInputs, readArticles } from '../../indexer/sources/read.js';
import type { InputFile } from '../../indexer/sources/source.js';
import { composeIndexing } from '../compose.js';
import { EXIT } from './exit.js';
import { createProgress } from './progress.js';
import { print, withAxtar } from './with-axtar.js';

export function addIndex(program: Command): void {
  program
    .command('index')
    .description('Add articles from files or folders: .txt pages, .ndjson, .json, .csv.')
    .argument('<path...>', 'files or folders')
    .option('--dry-run', 'print the articles as NDJSON instead of indexing them')
    .addHelpText(
      'after',
      '\nExit codes: 0 all good, 1 some records skipped, 2 unusable input, 130 interrupted.' +
        '\n\nExamples:\n  axtar index pages/ news.ndjson\n  axtar index --dry-run page.txt',
    )
    .action(async (paths: string[], options: { dryRun?: true }) => {
      const files = await listInputs(paths);
      process.exitCode = options.dryRun ? await dryRun(files) : await index(files);
    });
}

const reportSkipped = (place: string, reason: string) => `skipped ${place}: ${reason}`;

async function dryRun(files: readonly InputFile[]): Promise<number> {
  const { toArticle } = composeIndexing();
  let skipped = 0;
  for (const file of files) {
    for await (const item of readArticles(file, { toArticle })) {
      if ('article' in item) await print(`${JSON.stringify(item.article)}\n`);
      else process.stderr.write(`${reportSkipped(item.place, item.reason)}\n`);
      if ('reason' in item) skipped++;
    }
  }
  return skipped > 0 ? EXIT.failed : EXIT.ok;
}

async function index(files: readonly InputFile[]): Promise<number> {
  const stop = new AbortController();
  const interrupt = () => stop.abort();
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  const total = files.reduce((sum, file) => sum + file.bytes, 0);
  const progress = createProgress('Indexing', total);
  const onEvent = (event: JobEvent) => {
    if (event.type === 'skipped') progress.say(reportSkipped(event.place, event.reason));
    else progress.update(event.bytes, event.counts.documents);
  };
  const started = performance.now();
  const counts = await withAxtar(({ engine, toArticle, toDocument }) =>
    runIndexJob(files, {
      toArticle,
      toDocument,
      push: engine.upsert,
      atOnce: engine.capabilities.writesAtOnce,
      onEvent,
      signal: stop.signal,
    }),
  ).finally(() => progress.end());
  process.stderr.write(`${summarise(counts, performance.now() - started)}\n`);
  if (stop.signal.aborted) {
    process.stderr.write(
      'Interrupted. What is counted here is indexed; run it again for the rest.\n',
    );
    return EXIT.interrupted;
  }
  return counts.skipped > 0 ? EXIT.failed : EXIT.ok;
}

function summarise({ documents, skipped }: JobCounts, milliseconds: number): string {
  const seconds = milliseconds / 1000;
  const rate = Math.round(documents / Math.max(0.001, seconds));
  return `${documents} indexed, ${skipped} skipped in ${seconds.toFixed(1)} s (${rate} docs/s).`;
}
