import type { FacetName, FacetValue } from '../../../indexer/engine.js';
import { monthOf, yearOf } from '../dates.js';
import { careOf } from '../names.js';
import type { Columns, Dictionaries, Dictionary } from './columns.js';
import { topicsOf } from './combinations.js';

/** Exact counts of a facet's values over the rows, most frequent first, then by name. */
export function countFacet(
  facet: FacetName,
  rows: Uint32Array,
  columns: Columns,
  names: Dictionaries,
  authorName: (author: string) => string,
): FacetValue[] {
  switch (facet) {
    case 'topic':
      return countTopics(count(rows, columns.topics, names.topics), names.topics);
    case 'author':
      return sorted(count(rows, columns.author, names.author)).map((facet) => ({
        ...facet,
        name: authorName(facet.value),
      }));
    case 'source':
    case 'lang':
      return sorted(count(rows, columns[facet], names[facet]));
    case 'day':
    case 'month':
    case 'year':
      return newestFirst(merge(count(rows, columns.day, names.day), PERIOD[facet]));
  }
}

/** What of a day a facet counts. */
const PERIOD = { day: (day: string) => day, month: monthOf, year: yearOf };

type Counts = ReadonlyMap<string, number>;

function count(rows: Uint32Array, column: Uint32Array, names: Dictionary): Counts {
  const counts = new Uint32Array(names.size);
  for (const row of rows) {
    const value = column[row] ?? 0;
    counts[value] = (counts[value] ?? 0) + 1;
  }
  const found = new Map<string, number>();
  counts.forEach((times, number) => {
    if (number > 0 && times > 0) found.set(names.string(number), times);
  });
  return found;
}

function countTopics(combinations: Counts, names: Dictionary): FacetValue[] {
  const counts = new Map<string, number>();
  const shown = new Map<string, string>();
  for (const [combination, times] of combinations) {
    for (const { id, name } of topicsOf(names, names.find(combination) ?? 0)) {
      counts.set(id, (counts.get(id) ?? 0) + times);
      shown.set(id, shown.get(id) ?? name);
    }
  }
  return sorted(counts).map((facet) => ({ ...facet, name: shown.get(facet.value) ?? facet.value }));
}

function merge(counts: Counts, groupOf: (value: string) => string): Counts {
  const merged = new Map<string, number>();
  for (const [value, times] of counts) {
    merged.set(groupOf(value), (merged.get(groupOf(value)) ?? 0) + times);
  }
  return merged;
}

const toValues = (counts: Counts): FacetValue[] =>
  [...counts].map(([value, times]) => ({ value, count: times }));
const sorted = (counts: Counts) =>
  toValues(counts).sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
const newestFirst = (counts: Counts) =>
  toValues(counts).sort((a, b) => (a.value < b.value ? 1 : -1));

/** For each author, the spelling of the name that most documents carry. */
export function commonestNames(columns: Columns, names: Dictionary): ReadonlyMap<number, number> {
  const times = new Map<number, Map<number, number>>();
  for (let row = 0; row < columns.end; row++) {
    if (columns.alive[row] !== 1) continue;
    const spellings = times.get(columns.author[row] ?? 0) ?? new Map<number, number>();
    const name = columns.authorName[row] ?? 0;
    times.set(columns.author[row] ?? 0, spellings.set(name, (spellings.get(name) ?? 0) + 1));
  }
  return new Map([...times].map(([author, spellings]) => [author, commonest(spellings, names)]));
}

function commonest(spellings: ReadonlyMap<number, number>, names: Dictionary): number {
  const care = (name: number) => careOf(names.string(name));
  const [best] = [...spellings].sort(([a, m], [b, n]) => n - m || care(b) - care(a) || a - b);
  return best?.[0] ?? 0;
}
