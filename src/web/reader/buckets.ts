import { periodRange, type Range } from './presets.js';

/** A bar of the histogram: a month or a year. */
export interface Bucket extends Range {
  /** `2025-10` or `2025`. */
  readonly name: string;
  readonly count: number;
  /** Whether the chosen range reaches into it; all are where none is chosen. */
  readonly inRange: boolean;
}

/** More bars than these are too thin to be aimed at. */
const MOST_BARS = 40;

/**
 * The bars of a histogram, oldest first, empty ones included: months, or years where there are too
 * many months. A chosen range of few years is shown by its months.
 *
 * @param months counts by month, whatever range is chosen
 * @param chosen days; empty where a side is open
 * @example bucketsOf({ '2025-09': 2, '2025-11': 1 }, { from: '', to: '' }).length // 3
 */
export function bucketsOf(months: Readonly<Record<string, number>>, chosen: Range): Bucket[] {
  const names = Object.keys(months).sort();
  const [first] = names;
  const last = names.at(-1);
  if (first === undefined || last === undefined) return [];
  const whole = monthsBetween(first, last);
  if (whole.length <= MOST_BARS) return toBuckets(whole, months, chosen);
  const zoomed = chosen.from && chosen.to ? monthsOfYears(chosen) : [];
  if (zoomed.length > 0 && zoomed.length <= MOST_BARS) return toBuckets(zoomed, months, chosen);
  const years = [...new Set(whole.map((name) => name.slice(0, 4)))];
  return toBuckets(years, byYear(months), chosen);
}

const monthsOfYears = ({ from, to }: Range): string[] =>
  monthsBetween(`${from.slice(0, 4)}-01`, `${to.slice(0, 4)}-12`);

/** All months from one to the other, both included. */
function monthsBetween(first: string, last: string): string[] {
  const [year = 0, month = 1] = first.split('-').map(Number);
  const [lastYear = 0, lastMonth = 1] = last.split('-').map(Number);
  const count = (lastYear - year) * 12 + lastMonth - month + 1;
  return Array.from({ length: Math.max(0, count) }, (_, step) => {
    const at = month - 1 + step;
    const number = String((at % 12) + 1).padStart(2, '0');
    return `${String(year + Math.floor(at / 12)).padStart(4, '0')}-${number}`;
  });
}

function byYear(months: Readonly<Record<string, number>>): Record<string, number> {
  const years: Record<string, number> = {};
  for (const [month, count] of Object.entries(months)) {
    const year = month.slice(0, 4);
    years[year] = (years[year] ?? 0) + count;
  }
  return years;
}

const toBuckets = (
  names: readonly string[],
  counts: Readonly<Record<string, number>>,
  { from, to }: Range,
): Bucket[] =>
  names.map((name) => {
    const range = periodRange(name);
    const inRange = (to === '' || range.from <= to) && (from === '' || range.to >= from);
    return { name, ...range, count: counts[name] ?? 0, inRange };
  });
