import { sortInSlices, type Pace } from './pace.js';
import type { Term } from './term-book.js';
import { levelOf, type Level, type TypedWord } from './typed.js';

/** Terms that a typed word meets, by their number. */
export type Lookup = (typed: TypedWord) => ReadonlyMap<number, Level>;

/** Values in order, each with the number of a term that has it. */
interface Sorted {
  readonly values: readonly string[];
  readonly terms: readonly number[];
}

/** Makes the search among terms: by beginnings of letters and of keys, and by stems. */
export async function createLookup(terms: readonly Term[], pace: Pace): Promise<Lookup> {
  const byLetters = await sortValues(terms, ({ letters }) => [letters], pace);
  const byKey = await sortValues(terms, ({ keys }) => keys, pace);
  const byStem = await sortValues(terms, ({ stems }) => stems, pace);
  return (typed) => {
    const { folds, loose, prefix, stems, keys, keyPrefixes } = typed;
    const found = [
      ...folds.flatMap((letters) => numbersIn(byLetters, letters, prefix)),
      ...loose.flatMap((letters) => numbersIn(byLetters, letters, true)),
      ...stems.flatMap((stem) => numbersIn(byStem, stem, false)),
      ...keys.flatMap((key) => numbersIn(byKey, key, false)),
      ...keyPrefixes.flatMap((key) => numbersIn(byKey, key, true)),
    ];
    const levels = new Map<number, Level>();
    for (const number of found) {
      const term = terms[number];
      const level = term && levelOf(typed, term);
      if (level !== undefined) levels.set(number, level);
    }
    return levels;
  };
}

async function sortValues(
  terms: readonly Term[],
  valuesOf: (term: Term) => readonly string[],
  pace: Pace,
): Promise<Sorted> {
  const pairs: { readonly value: string; readonly number: number }[] = [];
  for (const [number, term] of terms.entries()) {
    for (const value of valuesOf(term)) pairs.push({ value, number });
    if (pace.isDue()) await pace.rest();
  }
  const sorted = await sortInSlices(
    pairs,
    (a, b) => (a.value < b.value ? -1 : +(a.value > b.value)),
    pace,
  );
  return { values: sorted.map(({ value }) => value), terms: sorted.map(({ number }) => number) };
}

/** Terms whose value is this one, or begins with it. */
function numbersIn({ values, terms }: Sorted, sought: string, prefix: boolean): readonly number[] {
  const from = firstFrom(values, sought);
  let to = from;
  while (to < values.length) {
    const value = values[to] ?? '';
    if (prefix ? !value.startsWith(sought) : value !== sought) break;
    to++;
  }
  return terms.slice(from, to);
}

/** Number of the first value that is not before this one. */
function firstFrom(values: readonly string[], sought: string): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? '') < sought) low = middle + 1;
    else high = middle;
  }
  return low;
}
