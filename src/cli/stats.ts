import type { Command } from 'commander';
import { analysisFingerprint } from '../../indexer/fingerprint.js';
import { print, withAxtar } from './with-axtar.js';

export function addStats(program: Command): void {
  program
    .command('stats')
    .description('Say what the index holds.')
    .option('--json', 'print as JSON')
    .action(async ({ json }: { json?: true }) => {
      const stats = await withAxtar(({ engine }) => engine.stats());
      if (json) return print(`${JSON.stringify(stats, null, 2)}\n`);
      const megabytes = (stats.bytes / 1e6).toFixed(1);
      const stale =
        stats.analysis === analysisFingerprint()
          ? ''
          : 'The analyzer has changed since: run "axtar reindex".\n';
      await print(
        `${stats.documents} documents, ${stats.words} distinct words, ${megabytes} MB, ` +
          `last written ${stats.updatedAt ?? 'never'}\n${stale}`,
      );
    });
}
