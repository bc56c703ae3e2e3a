import { edgeOfDay, instantSeconds, isDay } from '../times.js';
import type { DateAttribute } from './attributes.js';

/** A piece of time, both ends in it, in seconds since 1970. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** What a value of each attribute looks like, for errors. */
export const DATE_VALUES: Readonly<Record<DateAttribute, string>> = {
  date: 'a day such as 2025-10-23, an instant such as 2025-10-23T17:08:00+04:00 or whole seconds since 1970',
  year: 'a year such as 2025',
  month: 'a month such as 2025-10',
};

/**
 * The time that a value of a date attribute means: of a day, month or year all of it, as people in
 * Baku count; of an instant its second. Undefined when the value is not one of `DATE_VALUES`.
 *
 * @example spanOf('year', '2025') // { from: 1735675200, to: 1767211199 }
 */
export const spanOf = (attribute: DateAttribute, value: string): Span | undefined =>
  READERS[attribute](value);

const READERS: Readonly<Record<DateAttribute, (value: string) => Span | undefined>> = {
  date: (value) => {
    if (isDay(value)) return spanOfDays(value, value);
    const second = instantSeconds(value) ?? unixSeconds(value);
    return second === undefined ? undefined : { from: second, to: second };
  },
  year: (value) =>
    /^\d{4}$/.test(value) ? spanOfDays(`${value}-01-01`, `${value}-12-31`) : undefined,
  month: (value) =>
    /^\d{4}-\d{2}$/.test(value) ? spanOfDays(`${value}-01`, lastDayOf(value)) : undefined,
};

function spanOfDays(first: string, last: string): Span | undefined {
  const from = edgeOfDay(first, 'first');
  const to = edgeOfDay(last, 'last');
  return from === undefined || to === undefined ? undefined : { from, to };
}

function lastDayOf(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return `${month}-${new Date(Date.UTC(year, number, 0)).getUTCDate()}`;
}

/** The last second of 9999; milliseconds, which somebody will send, lie far beyond. */
const LAST_SECOND = 253_402_300_799;

function unixSeconds(value: string): number | undefined {
  if (!/^-?\d{1,12}$/.test(value)) return undefined;
  const seconds = Number(value);
  return Math.abs(seconds) <= LAST_SECOND ? seconds : undefined;
}
