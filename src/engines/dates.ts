import type { FacetName } from '../../indexer/engine.js';

const BAKU_DAY = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Baku',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** Seconds since 1970 of an RFC 3339 instant. */
export const toSeconds = (instant: string): number => Math.floor(Date.parse(instant) / 1000);

/**
 * The day of an instant as people in Baku count it.
 *
 * @example dayOf('2023-12-31T21:00:00Z') // '2024-01-01'
 */
export const dayOf = (instant: string): string =>
  BAKU_DAY.format(new Date(instant)).padStart('2024-01-01'.length, '0');

/**
 * The month of a day.
 *
 * @example monthOf('2024-01-31') // '2024-01'
 */
export const monthOf = (day: string): string => day.slice(0, 7);

/**
 * The year of a day, or of a month.
 *
 * @example yearOf('2024-01') // '2024'
 */
export const yearOf = (day: string): string => day.slice(0, 4);

const PERIODS: ReadonlySet<FacetName> = new Set(['year', 'month', 'day']);

/** Whether a facet counts documents by their dates. */
export const isPeriod = (facet: FacetName): boolean => PERIODS.has(facet);
