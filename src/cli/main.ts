#!/usr/bin/env node
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { addAnalyze } from './analyze.js';
import { describeFailure } from './failure.js';
import { addExplain } from './explain.js';
import { addExport } from './export.js';
import { addIndex } from './index-command.js';
import { addKey } from './key.js';
import { addKeys } from './keys.js';
import { addQueries } from './queries.js';
import { addRemove } from './remove.js';
import { addReindex } from './reindex.js';
import { addRollback } from './rollback.js';
import { addSearch } from './search.js';
import { addServe } from './serve.js';
import { addSources } from './sources.js';
import { addStats } from './stats.js';
import { addSync } from './sync.js';
import { addSynonyms } from './synonyms.js';
import { addVariants } from './variants.js';
import { addWords } from './words.js';
import { EXIT } from './exit.js';

const program = new Command('axtar')
  .description('Full-text search for Azerbaijani portals.')
  .version('0.1.0')
  .showHelpAfterError('Run "axtar --help" for the commands.')
  .exitOverride();

for (const add of [
  addServe,
  addIndex,
  addSearch,
  addExplain,
  addAnalyze,
  addStats,
  addExport,
  addRemove,
  addReindex,
  addRollback,
  addSync,
  addSources,
  addSynonyms,
  addVariants,
  addWords,
  addQueries,
  addKey,
  addKeys,
]) {
  add(program);
}

// A reader that closes the pipe early (`axtar export | head`) wants no more; that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? EXIT.ok : EXIT.failed);
});

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError && !(error instanceof InvalidArgumentError)) {
    process.exitCode = error.exitCode === 0 ? EXIT.ok : EXIT.unusable;
  } else {
    const failure = describeFailure(error);
    process.stderr.write(`axtar: ${failure.message}\n`);
    process.exitCode = failure.exitCode;
  }
}
