import type { Command } from 'commander';
import { EXIT } from './exit.js';
import { withAxtar } from './with-axtar.js';

export function addRemove(program: Command): void {
  program
    .command('remove')
    .description('Remove articles from the index by id.')
    .argument('<id...>', 'ids as export prints them')
    .action(async (ids: string[]) => {
      const removed = await withAxtar(({ engine }) => engine.remove(ids));
      process.stderr.write(`${removed} removed, ${ids.length - removed} not found.\n`);
      process.exitCode = removed === ids.length ? EXIT.ok : EXIT.failed;
    });
}
