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
  for await (const line of splitLines(process.stdin.setEncoding('utf8'))) {
    await print(`${JSON.stringify(present(analyzer.analyze(line)))}\n`);
  }
}

/** Lines end at a line feed alone: readline would also cut at U+2028 and at a lone \r. */
async function* splitLines(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let parts: string[] = [];
  for await (const chunk of chunks) {
    const [first = '', ...others] = chunk.split('\n');
    parts.push(first);
    for (const other of others) {
      yield dropReturn(parts.join(''));
      parts = [other];
    }
  }
  const last = parts.join('');
  if (last !== '') yield dropReturn(last);
}

const dropReturn = (line: string): string => (line.endsWith('\r') ? line.slice(0, -1) : line);

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
