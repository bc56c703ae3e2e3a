import { createAnalyzer, type Analyzer, type Token } from '../../indexer/language/analyzer.js';
import type { Asker, EachContender } from './asker.js';
import { withTitles } from './corpus.js';
import { readTable } from './data.js';
import { countOf, printOutcomes } from './table.js';

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

const variantRows = () => readTable('eval/name-variants.tsv');
const otherRows = () => readTable('eval/name-nonvariants.tsv');

/** Spellings of one name that meet, and different names that must not, by the analyzer alone. */
function compareNames(): void {
  const analyzer = createAnalyzer();
  const variants = variantRows().filter(({ kind }) => kind !== 'exonym');
  const met = variants.filter(({ variant = '', canonical = '' }) =>
    areOne(variant, canonical, analyzer),
  );
  console.log('\nNames (eval/name-variants.tsv, eval/name-nonvariants.tsv), by the analyzer alone');
  console.log(`  spellings that meet   ${countOf(met.length, variants.length)}`);
  for (const isWord of [false, true]) {
    const pairs = otherRows().filter(({ type }) => (type === 'word') === isWord);
    const merged = pairs.filter(({ a = '', b = '' }) => areOne(a, b, analyzer));
    const label = isWord ? 'words' : 'names';
    console.log(`  ${label} falsely merged ${countOf(merged.length, pairs.length)}`);
    for (const { a, b } of merged) console.log(`    ${a} = ${b}`);
  }
}

interface Judged {
  readonly set: string;
  readonly right: boolean;
}

/** Every name is a document, with its own text as id: which is found first? */
async function askNames(asker: Asker): Promise<Judged[]> {
  const judged: Judged[] = [];
  const first = async (name: string) =>
    (await asker.ask({ q: `${name} ` })).hits.map(({ title }) => title);
  for (const { kind = '', variant = '', canonical = '' } of variantRows()) {
    judged.push({ set: kind, right: (await first(variant))[0] === canonical });
  }
  for (const { a = '', b = '' } of otherRows()) {
    const found = await first(a);
    judged.push({ set: 'first', right: found[0] === a });
    if (!/\s/.test(a + b)) judged.push({ set: 'apart', right: !found.includes(b) });
  }
  return judged;
}

/** Names as queries, over documents that are names. */
async function searchNames(each: EachContender): Promise<void> {
  const names = [
    ...variantRows().map(({ canonical = '' }) => canonical),
    ...otherRows().flatMap(({ a = '', b = '' }) => [a, b]),
  ];
  const titles = new Map([...new Set(names)].map((name, at) => [`name-${at}`, name]));
  const outcomes = await withTitles(titles, (path) => each([path], askNames));
  const share = (set: string) => (judged: readonly Judged[]) => {
    const those = judged.filter((each) => each.set === set);
    return countOf(those.filter(({ right }) => right).length, those.length);
  };
  printOutcomes(`Names as queries, over ${titles.size} documents that are a name`, outcomes, [
    ['spelling finds its name first', share('translit')],
    ['other name finds it first', share('exonym')],
    ['name before its look-alike', share('first')],
    ['look-alike (one word) not found', share('apart')],
  ]);
}

export async function evaluateNames(each: EachContender): Promise<void> {
  compareNames();
  await searchNames(each);
}
