import { createAnalyzer, type Token } from '../../indexer/language/analyzer.js';
import type { NameMethod } from './name-methods.js';

export type NamePair = readonly [typed: string, stored: string];

/** Spellings of one name that some method does not join, with what each word is to the analyzer. */
export function listUnmet(pairs: readonly NamePair[], methods: readonly NameMethod[]): void {
  list('Names that do not meet', pairs, methods, (joins) => !joins);
}

/** Different names that some method joins. */
export function listFalseMerges(pairs: readonly NamePair[], methods: readonly NameMethod[]): void {
  list('Names and words falsely merged', pairs, methods, (joins) => joins);
}

function list(
  title: string,
  pairs: readonly NamePair[],
  methods: readonly NameMethod[],
  isWrong: (joins: boolean) => boolean,
): void {
  console.log(`\n${title} [by which method]`);
  const { analyze } = createAnalyzer();
  for (const [typed, stored] of pairs) {
    const wrong = methods.filter(({ areOne }) => isWrong(areOne(typed, stored)));
    if (wrong.length === 0) continue;
    console.log(`  ${typed} / ${stored}   [${wrong.map(({ name }) => name).join(', ')}]`);
    // What another method alone gets wrong needs no explanation of ours.
    if (wrong[0] !== methods[0]) continue;
    const [first, second] = [analyze(typed).tokens, analyze(stored).tokens];
    first.forEach((token, at) => console.log(`      ${compare(token, second[at])}`));
  }
}

/** Two words side by side, and what they have in common. */
function compare(token: Token, other: Token | undefined): string {
  if (!other) return describe(token);
  const [a, b] = [token.word, other.word];
  const common = [
    ...(a.fold === b.fold ? [`fold ${a.fold}`] : []),
    ...a.stems.filter((stem) => b.stems.includes(stem)).map((stem) => `stem ${stem}`),
    ...(token.name && other.name ? a.keys.filter((key) => b.keys.includes(key)) : []),
  ];
  if (common.length > 0) return `${token.text} = ${other.text} by ${common.join(', ')}`;
  return `${describe(token)}  ≠  ${describe(other)}`;
}

function describe({ text, name, word }: Token): string {
  const keys = name ? word.keys.join(' ') : 'not name-shaped';
  return `${text} (${word.fold}; stems ${word.stems.join(' ')}; keys ${keys})`;
}
