import type { Matching } from '../../indexer/engine.js';
import type { EngineSettings } from './settings.js';

/**
 * What a document is worth by the units of the query that it has: those that are worth less are
 * given up first. Documents that have the same units are worth the same number, to the last bit.
 */
export type Gain = (worth: number, at: number) => number;

/**
 * What a document of some worth is worth when it has the unit at a place as well. Units are to be
 * asked for in the order of the query, from a worth of 0 on.
 * - `frequency`: the information of its units, so that rare words are kept longest;
 * - `last`, `all`: how many units it has from the first on, without a gap.
 *
 * @example gainOf('last', [])(0, 1) // 0: it lacks the unit before
 */
export const gainOf = (matching: Matching, information: readonly number[]): Gain =>
  matching === 'frequency'
    ? (worth, at) => worth + (information[at] ?? 0)
    : (worth, at) => (worth === at ? at + 1 : worth);

/**
 * The worth from which a document counts, when so many documents are worth so much: those with
 * most, and those that follow until there are enough.
 */
export function leastWorth(
  counts: ReadonlyMap<number, number>,
  { fullPage, partial }: EngineSettings,
): number {
  let taken = 0;
  for (const [worth, count] of [...counts].sort((a, b) => b[0] - a[0])) {
    const isFull = taken === 0;
    taken += count;
    if (taken >= (isFull ? fullPage : partial.hits)) return worth;
  }
  return 0;
}
