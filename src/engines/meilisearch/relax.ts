import type { ListedSearch } from './client.js';
import type { Version } from './documents.js';
import { allOf, anyOf, EVERY_ARTICLE, not, toFilter, versions } from './filter.js';
import type { CountedUnit } from './questions.js';

/** What relaxing asks with. */
export interface RelaxTools {
  /** With fewer full matches than this, documents that lack a word follow. */
  readonly fullPage: number;
  /** Documents that are looked at one by one, at most. */
  readonly most: number;
  find(filter: string, limit: number): Promise<Version[]>;
  count(filters: readonly string[]): Promise<number[]>;
  /** Information that each document's matching units carry. */
  masses(versions: readonly Version[]): Promise<number[]>;
}

export type Required = Pick<ListedSearch, 'q' | 'filter'>;

/**
 * The filter for documents that lack the least information: those with the rarest words are looked
 * at one by one; where words are so frequent that this is not enough, their combinations are
 * counted. Beyond five frequent words only what was looked at counts. A document has at least so
 * many units as `fewest`, none or one.
 */
export async function relax(
  units: readonly CountedUnit[],
  fewest: 0 | 1,
  tools: RelaxTools,
): Promise<string> {
  const rarestFirst = units
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.information - a.information);
  const near = rarestFirst.slice(0, withinReach(rarestFirst, tools.most));
  const all = fewest === 0 ? EVERY_ARTICLE : anyOf(rarestFirst.map(filterOf));
  if (rarestFirst.length === 0) return all;
  const found = near.length === 0 ? [] : await tools.find(anyOf(near.map(filterOf)), tools.most);
  const masses = await tools.masses(found);
  const least = nthLargest(masses, tools.fullPage) ?? 0;
  const unseen = rarestFirst.slice(near.length).reduce((sum, unit) => sum + unit.information, 0);
  if (unseen === 0 && least === 0) return all;
  if (least > unseen) return withMass(found, masses, least);
  if (rarestFirst.length <= MOST_COMBINED) return combinations(rarestFirst, fewest, tools);
  const surely = Math.min(...masses.filter((mass) => mass > unseen));
  return Number.isFinite(surely)
    ? withMass(found, masses, surely)
    : anyOf(rarestFirst.slice(0, 1).map(filterOf));
}

const MOST_COMBINED = 5;
/** Combinations counted in one request. */
const COUNTED_AT_ONCE = 16;

const filterOf = ({ condition }: CountedUnit) => toFilter(condition);

/** How many of the rarest units have so few documents that all can be looked at. */
function withinReach(units: readonly CountedUnit[], most: number): number {
  let sum = 0;
  const beyond = units.findIndex(({ count }) => (sum += count) > most);
  return beyond < 0 ? units.length : beyond;
}

const nthLargest = (values: readonly number[], n: number): number | undefined =>
  [...values].sort((a, b) => b - a)[n - 1];

const withMass = (found: readonly Version[], masses: readonly number[], least: number): string =>
  versions(found.filter((_, at) => (masses[at] ?? 0) >= least).map(({ n }) => n));

interface Combination {
  readonly units: readonly CountedUnit[];
  readonly mass: number;
}

/** The richest combinations of units that together have enough documents. */
async function combinations(
  units: readonly CountedUnit[],
  fewest: 0 | 1,
  tools: RelaxTools,
): Promise<string> {
  const richestFirst = subsets(units, fewest).sort((a, b) => b.mass - a.mass);
  const taken: Combination[] = [];
  let documents = 0;
  for (let at = 0; at < richestFirst.length; at += COUNTED_AT_ONCE) {
    const batch = richestFirst.slice(at, at + COUNTED_AT_ONCE);
    const counts = await tools.count(batch.map(({ units: had }) => exactly(had, units)));
    for (const [step, combination] of batch.entries()) {
      const isTie = combination.mass === taken.at(-1)?.mass;
      if (documents >= tools.fullPage && !isTie) return anyOf(taken.map(atLeast));
      taken.push(combination);
      documents += counts[step] ?? 0;
    }
  }
  return anyOf(taken.map(atLeast));
}

function subsets(units: readonly CountedUnit[], fewest: 0 | 1): Combination[] {
  return Array.from({ length: 2 ** units.length - fewest }, (_, at) => {
    const had = units.filter((__, bit) => ((at + fewest) >> bit) % 2 === 1);
    return { units: had, mass: had.reduce((sum, unit) => sum + unit.information, 0) };
  });
}

const atLeast = ({ units }: Combination) => allOf(units.map(filterOf));

const exactly = (had: readonly CountedUnit[], units: readonly CountedUnit[]) =>
  allOf(units.map((unit) => (had.includes(unit) ? filterOf(unit) : not(filterOf(unit)))));
