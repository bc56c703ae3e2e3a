import { styleText } from 'node:util';
import type { Command } from 'commander';
import type { ExplainedWord, Explanation, WordPlace } from '../search/explanation.js';
import { ExplainRequest } from '../search/request.js';
import { EXIT } from './exit.js';
import { addFilterOptions } from './filter-options.js';
import { print, withAxtar } from './with-axtar.js';

export function addExplain(program: Command): void {
  const command = program
    .command('explain')
    .description('Say how an article meets a query, and why it ranks where it does.')
    .argument('<query>', 'what is looked for, as one argument')
    .argument('<id>', 'id of the article, as search prints it')
    .option('--json', 'print the answer of the API');
  addFilterOptions(command)
    .addHelpText('after', "\nExample:\n  axtar explain 'orta dəhliz' numune-014")
    .action(explainOne);
}

async function explainOne(
  q: string,
  id: string,
  { json, ...filters }: Record<string, unknown>,
): Promise<void> {
  const request = ExplainRequest.parse({ ...filters, q, id });
  const explanation = await withAxtar(({ explain }) => explain(request));
  if (!explanation) {
    process.stderr.write(`axtar: no article has the id ${JSON.stringify(id)}.\n`);
    process.exitCode = EXIT.failed;
    return;
  }
  await print(json ? `${JSON.stringify(explanation, null, 2)}\n` : describe(explanation));
  process.exitCode = EXIT.ok;
}

/** An explanation for people. */
function describe({ query, document, says, words, score, above }: Explanation): string {
  const lines = [
    ...(query.corrected ? [`Read as: ${query.corrected.text}`] : []),
    styleText('bold', clean(document.title)),
    says,
    '',
    ...words.flatMap(describeWord),
    ...(score.length > 0 ? ['Why it stands there, first things first:'] : []),
    ...score.map((part, at) => `  ${at + 1}. ${part.says}`),
    ...(above ? [clean(above.says)] : []),
  ];
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

/** Control characters of an article must not reach the terminal. */
const clean = (text: string): string => text.replace(/\p{Cc}/gu, ' ');

function describeWord(word: ExplainedWord, at: number, words: readonly ExplainedWord[]): string[] {
  const { text, layer, inTitle, information, readAs = [], count, matches } = word;
  const facts = [
    layer === undefined ? 'not in it' : `${layer}${inTitle ? ', in the title' : ''}`,
    ...(information === undefined ? [] : [`information ${information.toFixed(1)}`]),
    ...(layer === undefined ? [] : [`${count} in all`]),
  ];
  const saidHere = textsOf([word], true);
  // Wordings of several words are those of each; they are many.
  const before = new Set(textsOf(words.slice(0, at), false));
  const tried = textsOf([word], false).filter((wording) => !before.has(wording));
  return [
    `${styleText('bold', text)}: ${facts.join(', ')}`,
    ...(readAs.length > 0 ? [`  read as: ${readAs.join(', ')}`] : []),
    ...list('also said here as', saidHere),
    ...list('also tried', tried),
    ...table(matches),
    ...(count > matches.length ? [`  … and ${count - matches.length} more`] : []),
    '',
  ];
}

/** The other wordings of words that the article has, or has not. */
const textsOf = (words: readonly ExplainedWord[], found: boolean): string[] =>
  words
    .flatMap(({ alternatives }) => alternatives)
    .filter((tried) => tried.found === found)
    .map(({ text }) => text);

/** Each once, in a line; nothing of none. */
const list = (name: string, texts: readonly string[]): string[] =>
  texts.length > 0 ? [`  ${name}: ${[...new Set(texts)].join(', ')}`] : [];

/** Places in columns: what of the article, where in it, the word there, how it was met. */
function table(places: readonly WordPlace[]): string[] {
  const rows = places.map(({ of, start, text, layer }) => [of, String(start), clean(text), layer]);
  const widths = [0, 1, 2].map((at) => Math.max(0, ...rows.map((row) => row[at]?.length ?? 0)));
  return rows.map((row) => `  ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  ')}`);
}
