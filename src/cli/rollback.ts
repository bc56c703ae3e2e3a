import type { Command } from 'commander';
import { EnvironmentError } from '../environment.js';
import { print, withAxtar } from './with-axtar.js';

export function addRollback(program: Command): void {
  program
    .command('rollback')
    .description('Make the index that was live before the last reindex live again (Meilisearch).')
    .action(async () => {
      await withAxtar(async ({ engine }) => {
        if (!engine.rollback) {
          throw new EnvironmentError(
            'AXTAR_ENGINE: the embedded engine keeps no former index; run "axtar reindex" instead.',
          );
        }
        const { builtAt, updated, removed } = await engine.rollback();
        await print(
          `Rolled back to the index built at ${builtAt}; ` +
            `${updated} articles updated and ${removed} removed since are in it.\n`,
        );
      });
    });
}
