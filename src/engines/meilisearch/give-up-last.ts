import { leastWorth } from '../giving-up.js';
import { allOf, EVERY_ARTICLE, toFilter } from './filter.js';
import type { CountedUnit } from './questions.js';
import type { Relaxed, RelaxTools } from './relax.js';

/** Beginnings of the query that are counted in one request. */
const COUNTED_AT_ONCE = 8;

/**
 * The documents that have the longest beginning of the query, and those that follow with shorter
 * ones until there are enough; of at least so many units as `fewest`, none or one.
 */
export async function giveUpLast(
  units: readonly CountedUnit[],
  fewest: 0 | 1,
  tools: RelaxTools,
): Promise<Relaxed> {
  const beginning = (length: number): string =>
    length === 0
      ? EVERY_ARTICLE
      : allOf(units.slice(0, length).map((unit) => toFilter(unit.condition)));
  const found = new Map<number, number>();
  let longer = 0;
  for (let top = units.length; top >= fewest && longer < tools.settings.partial.hits;) {
    const lengths = stepsDown(top, fewest);
    const counts = await tools.count(lengths.map(beginning));
    for (const [at, length] of lengths.entries()) {
      // Who has a longer beginning has the shorter one as well.
      found.set(length, (counts[at] ?? 0) - longer);
      longer = counts[at] ?? 0;
    }
    top -= lengths.length;
  }
  const least = Math.max(fewest, leastWorth(found, tools.settings));
  const above = [...found].filter(([length, count]) => length > least && count > 0);
  const strongest = Math.min(...above.map(([length]) => length));
  return {
    filter: beginning(least),
    ...(above.length > 0 ? { strongest: beginning(strongest) } : {}),
  };
}

/** @example stepsDown(3, 1) // [3, 2, 1] */
const stepsDown = (top: number, least: number): number[] =>
  Array.from({ length: Math.min(COUNTED_AT_ONCE, top - least + 1) }, (_, at) => top - at);
