import { z } from 'zod';
import type { FacetName, FacetValue, Filters } from '../../../indexer/engine.js';
import { careOf } from '../names.js';
import type { Columns, Dictionaries, Dictionary } from './columns.js';

const Topics = z.array(z.object({ id: z.string(), name: z.string() }));
type Topic = z.infer<typeof Topics>[number];

/** A test of one row by one filter. */
type RowTest = (row: number) => boolean;
type FilterName = 'topic' | 'author' | 'source' | 'date';

/** Filters as tests on the columns; a value that no document has matches nothing. */
export function compileFilters(
  filters: Filters,
  columns: Columns,
  names: Dictionaries,
): ReadonlyMap<FilterName, RowTest> {
  const tests = new Map<FilterName, RowTest>();
  const { topic, author, source, from, to } = filters;
  if (topic) tests.set('topic', oneOf(columns.topics, combinationsWith(topic, names.topics)));
  if (author) tests.set('author', oneOf(columns.author, numbersOf(author, names.author)));
  if (source) tests.set('source', oneOf(columns.source, numbersOf(source, names.source)));
  if (from !== undefined || to !== undefined) {
    const [first, last] = [from ?? -Number.MAX_VALUE, to ?? Number.MAX_VALUE];
    tests.set('date', (row) => inRange(columns.date[row], first, last));
  }
  return tests;
}

const inRange = (value: number | undefined, first: number, last: number) =>
  value !== undefined && value >= first && value <= last;

const oneOf = (column: Uint32Array, wanted: ReadonlySet<number>): RowTest => {
  return (row) => wanted.has(column[row] ?? 0);
};

const numbersOf = (values: readonly string[], names: Dictionary): Set<number> =>
  new Set(values.map((value) => names.find(value)).filter((number) => number !== undefined));

function combinationsWith(wanted: readonly string[], combinations: Dictionary): Set<number> {
  const found = new Set<number>();
  for (let number = 1; number < combinations.size; number++) {
    if (topicsOf(combinations, number).some(({ id }) => wanted.includes(id))) found.add(number);
  }
  return found;
}

const readCombinations = new Map<string, readonly Topic[]>();

/** The topics of a combination; there are few combinations, and each is read once. */
function topicsOf(combinations: Dictionary, number: number): readonly Topic[] {
  const json = combinations.string(number);
  const known = readCombinations.get(json) ?? Topics.parse(JSON.parse(json));
  readCombinations.set(json, known);
  return known;
}

/** Rows that pass every filter, but for that of the facet named; dates are that of year and month. */
export function filterRows(
  rows: Uint32Array,
  tests: ReadonlyMap<FilterName, RowTest>,
  except?: FacetName,
): Uint32Array {
  const own = except === 'year' || except === 'month' ? 'date' : except;
  const wanted = [...tests].filter(([name]) => name !== own).map(([, test]) => test);
  return wanted.length === 0 ? rows : rows.filter((row) => wanted.every((test) => test(row)));
}

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
      return sorted(count(rows, columns.source, names.source));
    case 'month':
      return newestFirst(count(rows, columns.month, names.month));
    case 'year':
      return newestFirst(
        merge(count(rows, columns.month, names.month), (month) => month.slice(0, 4)),
      );
  }
}

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
