import type { EngineSettings } from '../settings.js';
import { allOf, anyOf, EVERY_ARTICLE, not, toFilter, versions } from './filter.js';
import type { CountedUnit } from './questions.js';

/** What relaxing asks with; each filter is asked among what every hit must have. */
export interface RelaxTools {
  readonly settings: EngineSettings;
  count(filters: readonly string[]): Promise<number[]>;
  /** The numbers of the documents that each filter finds. */
  numbers(filters: readonly string[]): Promise<number[][]>;
}

/** The documents that lack the least. */
export interface Relaxed {
  readonly filter: string;
  /** Of these the ones that lack less than the others, fewer than a page. */
  readonly strongest?: string;
}

/** Numbers that are fetched to be added up, at most: some 6 µs each. */
const MOST_NUMBERS = 10_000;
/** As numbers in a filter a set is quick up to here; beyond, it is said by its units. */
const MOST_LISTED = 300;
const MOST_COMBINED = 5;
/** Combinations counted in one request. */
const COUNTED_AT_ONCE = 16;

const filterOf = ({ condition }: CountedUnit) => toFilter(condition);

/**
 * The documents that lack the least information: of those that have one of the rarer words it is
 * added up; where words are so frequent that this is not enough, their combinations are counted.
 * Of more than five words, all frequent, only what was added up counts. A document has at least so
 * many units as `fewest`, none or one.
 */
export async function relax(
  units: readonly CountedUnit[],
  fewest: 0 | 1,
  tools: RelaxTools,
): Promise<Relaxed> {
  const rarestFirst = units
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.information - a.information);
  const all = fewest === 0 ? EVERY_ARTICLE : anyOf(rarestFirst.map(filterOf));
  if (rarestFirst.length === 0) return { filter: all };
  const near = rarestFirst.slice(0, withinReach(rarestFirst));
  const found = await addUp(rarestFirst, near, tools);
  const least = found[tools.settings.partial.hits - 1]?.mass ?? 0;
  const unseen = rarestFirst.slice(near.length).reduce((sum, unit) => sum + unit.information, 0);
  if (unseen === 0 && least === 0) return { ...describe(found, 0), filter: all };
  if (least > unseen) return describe(found, least);
  if (rarestFirst.length <= MOST_COMBINED) return combinations(rarestFirst, fewest, tools);
  const surely = found.findLast(({ mass }) => mass > unseen)?.mass;
  return surely === undefined ? { filter: anyOf(near.map(filterOf)) } : describe(found, surely);
}

/** How many of the rarest units have so few documents that all can be added up; at least one. */
function withinReach(units: readonly CountedUnit[]): number {
  let sum = 0;
  const beyond = units.findIndex(({ count }) => (sum += count) > MOST_NUMBERS);
  return beyond < 0 ? units.length : beyond;
}

/** A document, the units that it has, and the information that they carry. */
interface Weighed {
  readonly number: number;
  readonly units: readonly CountedUnit[];
  readonly mass: number;
}

/** Documents that have one of the near units, those with most information first. */
async function addUp(
  units: readonly CountedUnit[],
  near: readonly CountedUnit[],
  tools: RelaxTools,
): Promise<Weighed[]> {
  if (near.length === 0) return [];
  const within = anyOf(near.map(filterOf));
  const lists = await tools.numbers(units.map((unit) => allOf([filterOf(unit), within])));
  const had = new Map<number, CountedUnit[]>();
  // Added up in one order for every document, so that equal sets of units are equal numbers.
  for (const [at, unit] of units.entries()) {
    for (const number of lists[at] ?? []) had.set(number, [...(had.get(number) ?? []), unit]);
  }
  return [...had]
    .map(([number, own]) => ({ number, units: own, mass: massOf(own) }))
    .sort((a, b) => b.mass - a.mass);
}

const massOf = (units: readonly CountedUnit[]): number =>
  units.reduce((sum, { information }) => sum + information, 0);

/** The documents from a mass on; the last group apart, they are fewer than a page. */
function describe(found: readonly Weighed[], least: number): Relaxed {
  const taken = found.filter(({ mass }) => mass >= least);
  const above = taken.filter(({ mass }) => mass > (taken.at(-1)?.mass ?? 0));
  return {
    filter: taken.length <= MOST_LISTED ? listed(taken) : saidByUnits(taken),
    ...(above.length > 0 && above.length <= MOST_LISTED ? { strongest: listed(above) } : {}),
  };
}

const listed = (found: readonly Weighed[]): string => versions(found.map(({ number }) => number));

/** Who has more units than one that is taken has more information, and is taken too. */
function saidByUnits(found: readonly Weighed[]): string {
  const sets = new Map(found.map(({ units }) => [allOf(units.map(filterOf)), units]));
  const smallest = [...sets].filter(([, units]) =>
    [...sets.values()].every((other) => other === units || !isWithin(other, units)),
  );
  return anyOf(smallest.map(([filter]) => filter));
}

const isWithin = (inner: readonly CountedUnit[], outer: readonly CountedUnit[]): boolean =>
  inner.every((unit) => outer.includes(unit));

/** The richest combinations of units that together have enough documents. */
async function combinations(
  units: readonly CountedUnit[],
  fewest: 0 | 1,
  tools: RelaxTools,
): Promise<Relaxed> {
  const richestFirst = subsets(units, fewest).sort((a, b) => massOf(b) - massOf(a));
  const groups: { readonly units: readonly CountedUnit[]; readonly count: number }[] = [];
  let documents = 0;
  for (
    let at = 0;
    at < richestFirst.length && documents < tools.settings.partial.hits;
    at += COUNTED_AT_ONCE
  ) {
    const batch = richestFirst.slice(at, at + COUNTED_AT_ONCE);
    const counts = await tools.count(batch.map((had) => exactly(had, units)));
    for (const [step, had] of batch.entries()) {
      const isTie = massOf(had) === massOf(groups.at(-1)?.units ?? []);
      if (documents >= tools.settings.partial.hits && !isTie) break;
      groups.push({ units: had, count: counts[step] ?? 0 });
      documents += counts[step] ?? 0;
    }
  }
  const last = massOf(groups.at(-1)?.units ?? []);
  const above = groups.filter((group) => group.count > 0 && massOf(group.units) > last);
  return {
    filter: anyOf(groups.map((group) => atLeast(group.units))),
    ...(above.length > 0 ? { strongest: anyOf(above.map((group) => atLeast(group.units))) } : {}),
  };
}

function subsets(units: readonly CountedUnit[], fewest: 0 | 1): CountedUnit[][] {
  return Array.from({ length: 2 ** units.length - fewest }, (_, at) =>
    units.filter((__, bit) => ((at + fewest) >> bit) % 2 === 1),
  );
}

const atLeast = (units: readonly CountedUnit[]) => allOf(units.map(filterOf));

const exactly = (had: readonly CountedUnit[], units: readonly CountedUnit[]) =>
  allOf(units.map((unit) => (had.includes(unit) ? filterOf(unit) : not(filterOf(unit)))));
