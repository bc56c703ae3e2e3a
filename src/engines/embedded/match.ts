import { z } from 'zod';
import type { Connection } from '../database.js';
import type { Matching } from '../../../indexer/engine.js';
import { informationOf, type Condition, type Unit } from '../condition.js';
import { gainOf, leastWorth } from '../giving-up.js';
import { toExpression } from './expression.js';
import type { EngineSettings } from '../settings.js';
import type { Snapshot } from './snapshot.js';

/** The documents of a query, before filters. */
export interface Matches {
  readonly rows: Uint32Array;
  /** What a row is worth by the units that it has; the same for all when none was given up. */
  worthOf(row: number): number;
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
 * least, group by group, until there are `partial.hits`; a mandatory unit is never lacking.
 */
export function matchUnits(
  snapshot: Snapshot,
  units: readonly Unit[],
  excluded: Condition,
  matching: Matching,
  settings: EngineSettings,
): Matches {
  const { columns, connection } = snapshot;
  const found = units.map((unit) => findRows(connection, unit.condition));
  const information = units.map((unit, at) =>
    informationOf(unit, found[at]?.length ?? 0, columns.documents, settings),
  );
  const gain = gainOf(matching, information);
  const worths = new Float64Array(columns.end);
  const mandatory = new Uint8Array(columns.end);
  found.forEach((rows, at) => {
    for (const row of rows) {
      worths[row] = gain(worths[row] ?? 0, at);
      if (units[at]?.mandatory) mandatory[row] = (mandatory[row] ?? 0) + 1;
    }
  });
  const worthOf = (row: number) => worths[row] ?? 0;
  const demanded = units.filter((unit) => unit.mandatory).length;
  const any = units.length === 0 || demanded > 0;
  const out = new Set(findRows(connection, excluded));
  const rows = snapshot
    .newestFirst()
    .filter((row) => mandatory[row] === demanded && !out.has(row) && (any || worthOf(row) > 0));
  const least = matching === 'all' ? units.length : leastWorth(countBy(rows, worthOf), settings);
  return { rows: rows.filter((row) => worthOf(row) >= least), worthOf, information };
}

function countBy(rows: Uint32Array, worthOf: (row: number) => number): Map<number, number> {
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(worthOf(row), (counts.get(worthOf(row)) ?? 0) + 1);
  return counts;
}
