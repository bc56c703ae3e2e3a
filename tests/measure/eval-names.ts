import { createAnalyzer, type Analyzer, type Token } from '../../indexer/language/analyzer.js';
import { percent, readTable } from './data.js';

const meet = (some: readonly string[], others: readonly string[]) =>
  some.some((value) => others.includes(value));

/** Two words of names meet by their folded form, a stem, or a name key. */
const meetAsNames = (a: Token, b: Token): boolean =>
  a.word.fold === b.word.fold ||
  meet(a.word.stems, b.word.stems) ||
  (a.name && b.name && meet(a.word.keys, b.word.keys));

/** Names meet when every word of the one meets the word of the other in its place. */
function areOne(a: string, b: string, analyzer: Analyzer): boolean {
  const [first, second] = [analyzer.analyze(a).tokens, analyzer.analyze(b).tokens];
  return (
    first.length === second.length &&
    first.every((token, at) => {
      const other = second[at];
      return other !== undefined && meetAsNames(token, other);
    })
  );
}

/** Spellings of one name that meet, and different names that must not, by the analyzer alone. */
export function evaluateNames(): void {
  const analyzer = createAnalyzer();
  const variants = readTable('eval/name-variants.tsv').filter(({ kind }) => kind !== 'exonym');
  const met = variants.filter(({ variant = '', canonical = '' }) =>
    areOne(variant, canonical, analyzer),
  );
  console.log('\nNames (eval/name-variants.tsv, eval/name-nonvariants.tsv)');
  console.log(
    `  spellings that meet   ${met.length} of ${variants.length} (${percent(met.length / variants.length)})`,
  );
  const others = readTable('eval/name-nonvariants.tsv');
  for (const isWord of [false, true]) {
    const pairs = others.filter(({ type }) => (type === 'word') === isWord);
    const merged = pairs.filter(({ a = '', b = '' }) => areOne(a, b, analyzer));
    const label = isWord ? 'words' : 'names';
    console.log(
      `  ${label} falsely merged ${merged.length} of ${pairs.length} (${percent(merged.length / pairs.length)})`,
    );
    for (const { a, b } of merged) console.log(`    ${a} = ${b}`);
  }
}
