import { join } from 'node:path';
import { InvalidArgumentError, type Command } from 'commander';
import { z } from 'zod';
import { createAnalyzer } from '../../indexer/language/analyzer.js';
import { loadLexicon } from '../../indexer/lexicon/lexicon.js';
import { readEnvironment } from '../environment.js';
import { createChangeChecker } from '../words/check-change.js';
import { createCommit } from '../words/commit.js';
import { MOST_VERSIONS, type WordsVersion } from '../words/record.js';
import { openWordsStore, type WordsStore } from '../words/store.js';
import { print } from './with-axtar.js';

export function addWords(program: Command): void {
  const words = program
    .command('words')
    .description('Look after what editors have made of the synonyms and name aliases.');
  addHistory(words);
  addUndo(words);
  words
    .command('export')
    .description('Print the groups that differ from config/, as JSON.')
    .action(() => print(`${JSON.stringify(open().read(), null, 2)}\n`));
}

const open = (): WordsStore => openWordsStore(join(readEnvironment(process.env).dataDir, 'words'));

function addHistory(words: Command): void {
  words
    .command('history')
    .description(`List what was saved, newest first: the last ${MOST_VERSIONS} versions.`)
    .option('--json', 'print as JSON')
    .action(async ({ json }: { json?: true }) => {
      const history = open().history();
      await print(json ? `${JSON.stringify(history, null, 2)}\n` : list(history));
    });
}

function list(history: readonly WordsVersion[]): string {
  if (history.length === 0) return 'Nothing was changed.\n';
  return history.map((version) => `${describe(version)}\n`).join('');
}

function describe({ number, at, by, note, restores, edits }: WordsVersion): string {
  const ids = edits.map(({ id, before, after }) => {
    if (after === undefined) return `-${id}`;
    return before === undefined ? `+${id}` : id;
  });
  return [
    `${number}  ${at}  ${by ?? 'command line'}`,
    ...(restores === undefined ? [] : [`back to ${restores}`]),
    ids.join(' '),
    // A note may hold control characters, which must not reach the terminal.
    ...(note === undefined ? [] : [note.replace(/\p{Cc}/gu, ' ')]),
  ].join(' · ');
}

function addUndo(words: Command): void {
  words
    .command('undo')
    .description('Make the words be as they were after a version; 0 is config/ alone.')
    .argument('<version>', 'number as "axtar words history" prints it', toVersion)
    .action((version: number) => {
      const shipped = loadLexicon();
      const commit = createCommit(open(), createChangeChecker(shipped, createAnalyzer()), shipped);
      const made = commit.undo(version, {}).version;
      process.stderr.write(
        made ? `Saved version ${made.number}.\n` : 'The words are like that already.\n',
      );
    });
}

function toVersion(text: string): number {
  const version = z.coerce.number().int().min(0).safeParse(text);
  if (version.success) return version.data;
  throw new InvalidArgumentError('Expected the number of a version.');
}
