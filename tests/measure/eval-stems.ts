import type { EachContender } from './asker.js';
import { readTable } from './data.js';
import { evaluateInflections } from './eval-inflections.js';
import {
  isStable,
  OURS,
  speedsOf,
  stemMethods,
  timedMethods,
  typedMethod,
} from './stem-methods.js';
import {
  countMeetings,
  countPairs,
  mixedKeys,
  partedLemmas,
  type Counts,
  type Lemmas,
  type WrongGroup,
} from './stem-pairs.js';
import { percent } from './table.js';

const LABEL_WIDTH = 32;
/** Of each source, half of them for each kind of error. */
const MOST_LINES = 200;

function lemmasBySource(): Map<string, Map<string, string[]>> {
  const sources = new Map<string, Map<string, string[]>>();
  for (const { form = '', lemma = '', source = '' } of readTable('eval/stem-groups.tsv')) {
    const lemmas = sources.get(source) ?? new Map<string, string[]>();
    sources.set(source, lemmas.set(form, [...(lemmas.get(form) ?? []), lemma]));
  }
  return sources;
}

function printRow(label: string, cells: readonly string[]): void {
  const row = cells.map((cell) => cell.padStart(10));
  console.log(`  ${label.padEnd(LABEL_WIDTH)}${row.join('')}`);
}

function printQuality(label: string, { gold, joined, right }: Counts): void {
  const recall = right / gold;
  const precision = joined === 0 ? 1 : right / joined;
  const f1 = (2 * recall * precision) / (recall + precision || 1);
  printRow(label, [recall, precision, f1].map(percent));
}

/** Stems of stems, and words a second; the times are of this run alone. */
function printStability(forms: readonly string[]): void {
  console.log(`\nStems of stems, over ${forms.length} forms`);
  for (const [label, keysOf] of stemMethods()) {
    const stable = forms.filter((form) => isStable(form, keysOf));
    printRow(label, [percent(stable.length / forms.length)]);
  }
  console.log('\nWords a second on one core, in turns, in this run');
  for (const [label, speed] of speedsOf(forms, timedMethods())) {
    printRow(label, [Math.round(speed).toLocaleString('en')]);
  }
}

function listErrors(source: string, lemmas: Lemmas): void {
  const keysOf = stemMethods().get(OURS);
  if (!keysOf) return;
  listGroups(`${source}: not joined, by lemma`, partedLemmas(lemmas, keysOf));
  listGroups(`${source}: wrongly joined, by stem`, mixedKeys(lemmas, keysOf));
}

function listGroups(title: string, groups: readonly WrongGroup[]): void {
  const shown = groups.slice(0, MOST_LINES / 2);
  console.log(`  ${title}: ${groups.length} groups, the first ${shown.length}`);
  for (const { name, pairs, parts } of shown) {
    const described = [...parts].map(([part, forms]) => `${part}: ${forms.join(' ')}`);
    console.log(`    ${String(pairs).padStart(4)}  ${name}  { ${described.join(' | ')} }`);
  }
}

/** Which forms of one lemma conflate, and which of different lemmas do not: pairwise, per source. */
function compareStems(listsErrors: boolean): void {
  const sources = lemmasBySource();
  console.log('\nStemming (eval/stem-groups.tsv), pairs of forms');
  for (const [source, lemmas] of sources) {
    printRow(`${source}: ${lemmas.size} forms`, ['recall', 'precision', 'F1']);
    for (const [label, keysOf] of stemMethods()) printQuality(label, countPairs(lemmas, keysOf));
    const { asked, found } = typedMethod();
    printQuality(`${OURS}, typed without ə ş ç`, countMeetings(lemmas, asked, found));
  }
  printStability([...new Set([...sources.values()].flatMap((lemmas) => [...lemmas.keys()]))]);
  if (!listsErrors) return;
  console.log('\nStemming: what Axtar gets wrong, pairs first');
  for (const [source, lemmas] of sources) listErrors(source, lemmas);
}

/** Stems pair by pair beside other methods, and inflected forms as queries. */
export async function evaluateStems(each: EachContender, listsErrors: boolean): Promise<void> {
  compareStems(listsErrors);
  await evaluateInflections(each);
}
