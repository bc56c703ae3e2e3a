import { createAnalyzer } from '../../indexer/language/analyzer.js';
import { fold } from '../../indexer/language/fold.js';
import { readTable } from './data.js';
import { percent } from './table.js';

/** The keys by which a form conflates with others. */
type KeysOf = (form: string) => readonly string[];

interface Counts {
  /** Pairs of forms that share a lemma, that share a key, and that share both. */
  readonly gold: number;
  readonly joined: number;
  readonly right: number;
}

/** Pairs of different forms of one source, as sets of `smaller * size + larger`. */
function pairsBy(groups: ReadonlyMap<string, readonly number[]>, size: number): Set<number> {
  const pairs = new Set<number>();
  for (const group of groups.values()) {
    for (const a of group) for (const b of group) if (a < b) pairs.add(a * size + b);
  }
  return pairs;
}

function groupBy(forms: readonly string[], keysOf: KeysOf): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  forms.forEach((form, at) => {
    for (const key of new Set(keysOf(form))) groups.set(key, [...(groups.get(key) ?? []), at]);
  });
  return groups;
}

function compare(forms: readonly string[], lemmasOf: KeysOf, keysOf: KeysOf): Counts {
  const gold = pairsBy(groupBy(forms, lemmasOf), forms.length);
  const joined = pairsBy(groupBy(forms, keysOf), forms.length);
  return {
    gold: gold.size,
    joined: joined.size,
    right: [...joined].filter((pair) => gold.has(pair)).length,
  };
}

function report(label: string, { gold, joined, right }: Counts): void {
  const recall = right / gold;
  const precision = joined === 0 ? 1 : right / joined;
  const f1 = (2 * recall * precision) / (recall + precision || 1);
  const figures = [recall, precision, f1].map((share) => percent(share).padStart(9));
  console.log(`  ${label.padEnd(30)}${figures.join('')}`);
}

/** Which forms of one lemma conflate, and which of different lemmas do not: pairwise, per source. */
export function evaluateStems(): void {
  const analyzer = createAnalyzer();
  const methods: Record<string, KeysOf> = {
    Axtar: (form) => analyzer.word(form).stems,
    'Axtar, typed without ə ş ç': (form) => analyzer.word(fold(form)).stems,
    'no stemming': (form) => [fold(form)],
    'first five letters': (form) => [fold(form).slice(0, 5)],
  };
  const rows = readTable('eval/stem-groups.tsv');
  const sources = [...new Set(rows.map(({ source = '' }) => source))];
  console.log('\nStemming (eval/stem-groups.tsv)     recall precision      F1');
  for (const source of sources) {
    const lemmas = new Map<string, string[]>();
    for (const { form = '', lemma = '' } of rows.filter((row) => row.source === source)) {
      lemmas.set(form, [...(lemmas.get(form) ?? []), lemma]);
    }
    console.log(`  ${source}: ${lemmas.size} forms`);
    for (const [label, keysOf] of Object.entries(methods)) {
      report(
        label,
        compare([...lemmas.keys()], (form) => lemmas.get(form) ?? [], keysOf),
      );
    }
  }
  const forms = [...new Set(rows.map(({ form = '' }) => form))];
  const stable = forms.filter((form) =>
    isStable(analyzer.word(form).stems, (stem) => analyzer.word(stem).stems),
  );
  console.log(
    `  a stem's stem is itself: ${percent(stable.length / forms.length)} of ${forms.length} forms`,
  );
}

const isStable = (stems: readonly string[], stemsOf: KeysOf): boolean =>
  stems.every((stem) => stemsOf(stem).some((again) => stems.includes(again)));
