import type { Command } from 'commander';
import { EXIT } from './exit.js';
import { createProgress, type Progress } from './progress.js';
import { withAxtar } from './with-axtar.js';

export function addReindex(program: Command): void {
  program
    .command('reindex')
    .description('Analyse every article anew beside the live index, then switch to the result.')
    .action(async () => {
      const stop = new AbortController();
      process.once('SIGINT', () => stop.abort()).once('SIGTERM', () => stop.abort());
      process.exitCode = await withAxtar(async ({ engine }) => {
        const { documents } = await engine.stats();
        const progress = createProgress('Reindexing', documents);
        return rebuild(stop.signal, progress, (signal) =>
          engine.rebuild(({ done }) => progress.update(done, done), signal),
        );
      });
    });
}

async function rebuild(
  signal: AbortSignal,
  progress: Progress,
  run: (signal: AbortSignal) => Promise<void>,
): Promise<number> {
  try {
    await run(signal);
    progress.say('Reindexed.');
    return EXIT.ok;
  } catch (error) {
    if (!signal.aborted) throw error;
    progress.say('Interrupted. The index is as it was.');
    return EXIT.interrupted;
  } finally {
    progress.end();
  }
}
