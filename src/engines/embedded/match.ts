import { z } from 'zod';
import type { Connection } from '../database.js';
import type { Condition, Unit } from '../condition.js';
import { toExpression } from './expression.js';
import type { EngineSettings } from '../settings.js';
import type { Snapshot } from './snapshot.js';

/** The documents of a query, before filters. */
export interface Matches {
  readonly rows: Uint32Array;
  /** Information that a row's matching units carry; the same for all when none was given up. */
  massOf(row: number): number;
  /** Information of each unit: the rarer, the more. */
  readonly information: readonly number[];
}

const Rows = z.tuple([z.string()]);
const FIND_ROWS = 'SELECT json_group_array(rowid) FROM fts WHERE fts MATCH ?';
const RowNumbers = z.array(z.int());

/** Rows that match a condition. One string crosses the border to SQLite, not N rows. */
export const findRows = (connection: Connection, condition: Condition): readonly number[] =>
  findExpression(connection, toExpression(condition));

/** Rows that match a full-text expression. */
export function findExpression(connection: Connection, expression: string): readonly number[] {
  const [json] = connection.one(Rows, FIND_ROWS, expression) ?? ['[]'];
  return RowNumbers.parse(JSON.parse(json));
}

/**
 * Documents that have every unit. When they are fewer than `fullPage`, those follow that lack the
 * least information, group by group, until there are `partial.hits`; a mandatory unit is never lacking.
 * Units are added up in one order for every row, so equal sets of units are equal numbers.
 */
export function matchUnits(
  snapshot: Snapshot,
  units: readonly Unit[],
  excluded: Condition,
  settings: EngineSettings,
): Matches {
  const { columns, connection } = snapshot;
  const found = units.map((unit) => findRows(connection, unit.condition));
  const information = found.map((rows) => Math.log(1 + columns.documents / (rows.length + 0.5)));
  const masses = new Float64Array(columns.end);
  const mandatory = new Uint8Array(columns.end);
  found.forEach((rows, at) => {
    for (const row of rows) {
      masses[row] = (masses[row] ?? 0) + (information[at] ?? 0);
      if (units[at]?.mandatory) mandatory[row] = (mandatory[row] ?? 0) + 1;
    }
  });
  const demanded = units.filter((unit) => unit.mandatory).length;
  const out = new Set(findRows(connection, excluded));
  const rows = snapshot
    .newestFirst()
    .filter((row) => mandatory[row] === demanded && !out.has(row) && isMatch(units, masses, row));
  const least = leastMass(rows, masses, settings);
  return {
    rows: rows.filter((row) => (masses[row] ?? 0) >= least),
    massOf: (row) => masses[row] ?? 0,
    information,
  };
}

const isMatch = (units: readonly Unit[], masses: Float64Array, row: number) =>
  units.length === 0 || (masses[row] ?? 0) > 0;

/** The mass from which a row counts: that of the group of rows with which there are enough. */
function leastMass(
  rows: Uint32Array,
  masses: Float64Array,
  { fullPage, partial }: EngineSettings,
): number {
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(masses[row] ?? 0, (counts.get(masses[row] ?? 0) ?? 0) + 1);
  let taken = 0;
  for (const [mass, count] of [...counts].sort((a, b) => b[0] - a[0])) {
    const isFull = taken === 0;
    taken += count;
    if (taken >= (isFull ? fullPage : partial.hits)) return mass;
  }
  return 0;
}
