import type { Command } from 'commander';
import { print, withAxtar } from './with-axtar.js';

export function addExport(program: Command): void {
  program
    .command('export')
    .description('Print every article as NDJSON; importing it gives the same index.')
    .addHelpText('after', '\nExample:\n  axtar export > articles.ndjson')
    .action(() =>
      withAxtar(async ({ engine }) => {
        for await (const article of engine.articles()) await print(`${JSON.stringify(article)}\n`);
      }),
    );
}
