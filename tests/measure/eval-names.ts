import type { Asker, EachContender } from './asker.js';
import { withTitles } from './corpus.js';
import { readTable } from './data.js';
import { listFalseMerges, listUnmet, type NamePair } from './name-errors.js';
import { nameMethods, type NameMethod } from './name-methods.js';
import { countOf, printOutcomes } from './table.js';

const variantRows = () => readTable('eval/name-variants.tsv');
const otherRows = () => readTable('eval/name-nonvariants.tsv');

const spellings = (kind: string): NamePair[] =>
  variantRows()
    .filter((row) => row['kind'] === kind)
    .map(({ variant = '', canonical = '' }) => [variant, canonical]);

const lookAlikes = (areWords: boolean): NamePair[] =>
  otherRows()
    .filter(({ type }) => (type === 'word') === areWords)
    .map(({ a = '', b = '' }) => [a, b]);

/** Spellings of one name that meet, and different names that must not, by each method. */
function compareNames(listsErrors: boolean): void {
  const methods = nameMethods();
  const share = (pairs: readonly NamePair[]) => (method: NameMethod) =>
    countOf(pairs.filter(([a, b]) => method.areOne(a, b)).length, pairs.length);
  printOutcomes(
    'Names (eval/name-variants.tsv, eval/name-nonvariants.tsv), word by word',
    methods.map((method) => ({ name: method.name, result: method })),
    [
      ['spellings that meet', share(spellings('translit'))],
      ['other names that meet', share(spellings('exonym'))],
      ['names falsely merged', share(lookAlikes(false))],
      ['words falsely merged', share(lookAlikes(true))],
    ],
  );
  if (!listsErrors) return;
  listUnmet([...spellings('translit'), ...spellings('exonym')], methods);
  listFalseMerges([...lookAlikes(false), ...lookAlikes(true)], methods);
}

interface Judged {
  readonly set: string;
  readonly right: boolean;
  /** What was asked, what was expected, what came. */
  readonly what: string;
}

/** Every name is a document, with its own text as id: which is found first? */
async function askNames(asker: Asker): Promise<Judged[]> {
  const judged: Judged[] = [];
  const found = async (name: string) =>
    (await asker.ask({ q: `${name} ` })).hits.map(({ title }) => title);
  const judge = (set: string, right: boolean, asked: string, wish: string, came?: string) =>
    judged.push({ set, right, what: `${asked}: expected ${wish}, found ${came ?? 'nothing'}` });
  for (const { kind = '', variant = '', canonical = '' } of variantRows()) {
    const [first] = await found(variant);
    judge(kind, first === canonical, variant, canonical, first);
  }
  for (const { a = '', b = '' } of otherRows()) {
    const hits = await found(a);
    judge('first', hits[0] === a, a, a, hits[0]);
    if (!/\s/.test(a + b)) judge('apart', !hits.includes(b), a, `no ${b}`, b);
  }
  return judged;
}

/** Names as queries, over documents that are names. */
async function searchNames(each: EachContender, listsErrors: boolean): Promise<void> {
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
  if (!listsErrors) return;
  for (const { name, result } of outcomes) {
    const wrong = result.filter(({ right }) => !right);
    for (const { set, what } of wrong) console.log(`  miss (${name}, ${set}): ${what}`);
  }
}

export async function evaluateNames(each: EachContender, listsErrors: boolean): Promise<void> {
  compareNames(listsErrors);
  await searchNames(each, listsErrors);
}
