import { createInterface } from 'node:readline';
import type { Command } from 'commander';
import { keysOf } from '../../indexer/document.js';
import { createAnalyzer, type Analysis } from '../../indexer/language/analyzer.js';
import { print } from './with-axtar.js';

export function addAnalyze(program: Command): void {
  program
    .command('analyze')
    .description('Analyse lines from stdin; print one JSON object a line.')
    .addHelpText('after', "\nExample:\n  echo 'Tokayevin səfəri' | axtar analyze")
    .action(analyzeLines);
}

async function analyzeLines(): Promise<void> {
  const analyzer = createAnalyzer();
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    await print(`${JSON.stringify(present(analyzer.analyze(line)))}\n`);
  }
}

/** The public form of an analysis; offsets are in UTF-16 units of `text`. */
export function present({ text, script, tokens }: Analysis) {
  return {
    text,
    script,
    tokens: tokens.map((token) => ({
      text: token.text,
      start: token.start,
      end: token.end,
      fold: token.word.fold,
      stems: token.word.stems,
      nameKeys: keysOf(token),
    })),
  };
}
