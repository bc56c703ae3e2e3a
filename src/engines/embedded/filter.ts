import { z } from 'zod';
import type { FacetName, Filters } from '../../../indexer/engine.js';
import type { Filter, FilterAttribute, ValueAttribute } from '../../../indexer/filter.js';
import type { Connection } from '../database.js';
import { filterParts, partsFor, type FilterPart } from '../filters.js';
import { toStored } from '../stored-text.js';
import { dateOf, type Columns, type Dictionaries, type Dictionary } from './columns.js';
import { combinationsWhere } from './combinations.js';

/** Whether a row passes a filter. */
type RowTest = (row: number) => boolean;

/** One of a query's filters as a test of rows. */
export interface FilterTest extends Pick<FilterPart, 'of'> {
  readonly test: RowTest;
}

/** Where values are looked up. */
interface Index {
  readonly connection: Connection;
  readonly columns: Columns;
  readonly names: Dictionaries;
}

/** Filters as tests on the columns; a value that no document has matches nothing. */
export const compileFilters = (filters: Filters, index: Index): FilterTest[] =>
  filterParts(filters).map(({ of, filter }) => ({ of, test: compile(filter, index) }));

/** Rows that pass every filter, but for a facet's own. */
export function filterRows(
  rows: Uint32Array,
  tests: readonly FilterTest[],
  facet?: FacetName,
): Uint32Array {
  const wanted = partsFor(tests, facet);
  return wanted.length === 0 ? rows : rows.filter((row) => wanted.every(({ test }) => test(row)));
}

function compile(filter: Filter, index: Index): RowTest {
  if ('all' in filter) return every(filter.all.map((part) => compile(part, index)));
  if ('any' in filter) return some(filter.any.map((part) => compile(part, index)));
  if ('not' in filter) return negate(compile(filter.not, index));
  if ('attribute' in filter) return hasValue(filter.attribute, filter.in, index);
  if ('exists' in filter) return hasAny(filter.exists, index);
  const { from = -Number.MAX_VALUE, to = Number.MAX_VALUE } = filter;
  return inRange(index.columns, from, to);
}

const every =
  (tests: readonly RowTest[]): RowTest =>
  (row) =>
    tests.every((test) => test(row));
const some =
  (tests: readonly RowTest[]): RowTest =>
  (row) =>
    tests.some((test) => test(row));
const negate =
  (test: RowTest): RowTest =>
  (row) =>
    !test(row);

/** A row without a date has a date below all others. */
const inRange =
  (columns: Columns, from: number, to: number): RowTest =>
  (row) => {
    const date = dateOf(columns, row);
    return date >= from && date <= to;
  };

function hasValue(attribute: ValueAttribute, values: readonly string[], index: Index): RowTest {
  if (attribute === 'id') return within(rowsOf(values, index.connection));
  const { columns, names } = index;
  if (attribute !== 'topic') {
    return oneOf(columns[attribute], numbersOf(values, names[attribute]));
  }
  const wanted = new Set(values);
  const having = combinationsWhere(names.topics, (topics) =>
    topics.some(({ id }) => wanted.has(id)),
  );
  return oneOf(columns.topics, having);
}

function hasAny(attribute: FilterAttribute, { columns, names }: Index): RowTest {
  if (attribute === 'id') return () => true;
  if (attribute === 'date') return inRange(columns, -Number.MAX_VALUE, Number.MAX_VALUE);
  if (attribute !== 'topic') return (row) => columns[attribute][row] !== 0;
  return oneOf(
    columns.topics,
    combinationsWhere(names.topics, (topics) => topics.length > 0),
  );
}

const oneOf =
  (column: Uint32Array, wanted: ReadonlySet<number>): RowTest =>
  (row) =>
    wanted.has(column[row] ?? 0);
const within =
  (rows: ReadonlySet<number>): RowTest =>
  (row) =>
    rows.has(row);

const numbersOf = (values: readonly string[], names: Dictionary): Set<number> =>
  new Set(values.map((value) => names.find(value)).filter((number) => number !== undefined));

const Row = z.tuple([z.int()]);
const ROWS = 'SELECT row FROM docs WHERE id IN (SELECT value FROM json_each(?))';

const rowsOf = (ids: readonly string[], connection: Connection): Set<number> =>
  new Set(connection.all(Row, ROWS, JSON.stringify(ids.map(toStored))).map(([row]) => row));
