import type { EngineResult, FacetName, FacetValue } from '../../indexer/engine.js';
import { formatBaku } from '../../indexer/extraction/baku-time.js';
import type { RequestFacet, SearchRequest } from './request.js';

/** Buckets of a histogram: beyond them the newest are kept. */
export const MOST_BUCKETS = 1000;

/** The facet of the engine that a facet of a request is counted by. */
export const ENGINE_FACET: Readonly<Record<RequestFacet, FacetName>> = {
  topic: 'topic',
  author: 'author',
  source: 'source',
  lang: 'lang',
  year: 'year',
  month: 'month',
  'date:day': 'day',
  'date:month': 'month',
  'date:year': 'year',
};

/** Characters of a day that name its bucket. */
const LENGTH: Readonly<Record<string, number>> = {
  'date:day': 10,
  'date:month': 7,
  'date:year': 4,
};

export interface Histogram {
  /** Oldest first, empty buckets included. */
  readonly buckets: readonly FacetValue[];
  /** Older buckets that were left out. */
  readonly omitted: number;
}

/**
 * A histogram of dates over the asked-for range, or the range of what was found: with its empty
 * buckets, so that it can be drawn as it is. Undefined for other facets.
 *
 * @example histogramOf('date:month', result, { from: 1759262400, … }).buckets
 * // [{ value: '2025-10', count: 3 }, { value: '2025-11', count: 0 }]
 */
export function histogramOf(
  facet: RequestFacet,
  { facets, dates }: EngineResult,
  { from, to }: Pick<SearchRequest, 'from' | 'to'>,
): Histogram | undefined {
  const length = LENGTH[facet];
  if (length === undefined) return undefined;
  const first = from ?? dates?.first;
  const last = to ?? dates?.last;
  if (first === undefined || last === undefined) return { buckets: [], omitted: 0 };
  const counts = new Map(
    (facets[ENGINE_FACET[facet]] ?? []).map(({ value, count }) => [value, count]),
  );
  const { names, omitted } = bucketNames(first, last, length);
  return {
    buckets: names.map((value) => ({ value, count: counts.get(value) ?? 0 })),
    omitted,
  };
}

/** Names of the buckets from the one that holds `first` to the one that holds `last`, in seconds. */
function bucketNames(first: number, last: number, length: number) {
  const start = nameOf(first, length);
  const names: string[] = [];
  let name = nameOf(last, length);
  for (; name >= start && names.length < MOST_BUCKETS; name = before(name)) names.push(name);
  return { names: names.reverse(), omitted: countBetween(start, name) };
}

const nameOf = (seconds: number, length: number): string =>
  (formatBaku(seconds * 1000) ?? '0000-01-01').slice(0, length);

/** The bucket before this one. */
function before(name: string): string {
  const [year = 0, month, day] = name.split('-').map(Number);
  if (month === undefined) return String(year - 1).padStart(4, '0');
  const date = new Date(Date.UTC(year, month - 1, day ?? 1));
  if (day === undefined) date.setUTCMonth(date.getUTCMonth() - 1);
  else date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, name.length);
}

/** How many buckets there are from `start` to `end`, both included; 0 when `end` comes first. */
function countBetween(start: string, end: string): number {
  if (end < start) return 0;
  const [fromYear = 0, fromMonth = 1, fromDay = 1] = start.split('-').map(Number);
  const [toYear = 0, toMonth = 1, toDay = 1] = end.split('-').map(Number);
  if (start.length === 4) return toYear - fromYear + 1;
  if (start.length === 7) return (toYear - fromYear) * 12 + toMonth - fromMonth + 1;
  const days = Date.UTC(toYear, toMonth - 1, toDay) - Date.UTC(fromYear, fromMonth - 1, fromDay);
  return days / 86_400_000 + 1;
}

export const isHistogram = (facet: RequestFacet): boolean => LENGTH[facet] !== undefined;
