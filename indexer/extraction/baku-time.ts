/** A clock reading without a zone. */
export interface LocalTime {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

const CLOCK = new Intl.DateTimeFormat('en-US', {
  timeZone: 'Asia/Baku',
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
});

const MINUTE = 60_000;
/** Baku has kept +04:00 since; asking the time zone database takes a while. */
const SUMMER_TIME_ENDED = Date.UTC(2016, 0, 1);

/**
 * An instant as RFC 3339 with the offset of Baku at that instant: +04:00 since 2016, with summer
 * time before (the rules of the IANA time zone database). Undefined when the year there is not one
 * of 1000 to 9999, as four digits must write it.
 *
 * @example formatBaku(Date.parse('2023-12-15T21:01:00Z')) // '2023-12-16T01:01:00+04:00'
 */
export function formatBaku(milliseconds: number): string | undefined {
  const offset = offsetAt(milliseconds);
  const date = new Date(milliseconds + offset * MINUTE);
  if (!isYear(date.getUTCFullYear())) return undefined;
  const local = date.toISOString().slice(0, 19);
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `${local}+${pad(Math.floor(offset / 60))}:${pad(offset % 60)}`;
}

/**
 * A clock reading in Baku as RFC 3339; undefined when there is no such day or hour (30 February,
 * 25:00), or the year is not one of 1000 to 9999.
 *
 * @example fromBakuTime({ year: 2014, month: 7, day: 1, hour: 9, minute: 0, second: 0 })
 * // '2014-07-01T09:00:00+05:00'
 */
export function fromBakuTime(local: LocalTime): string | undefined {
  const utc = asUtc(local);
  if (utc === undefined) return undefined;
  // The offset must be that of the instant looked for, which is known only after a first guess.
  const guess = utc - offsetAt(utc) * MINUTE;
  return formatBaku(utc - offsetAt(guess) * MINUTE);
}

const isYear = (year: number): boolean => year >= 1000 && year <= 9999;

/**
 * The reading as if it were UTC, in milliseconds; undefined when it cannot exist, or the year is not
 * one of 1000 to 9999.
 */
export function asUtc(local: LocalTime): number | undefined {
  const { year, month, day, hour, minute, second } = local;
  const date = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  const same =
    isYear(year) &&
    date.getUTCFullYear() === year &&
    date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === day &&
    date.getUTCHours() === hour &&
    date.getUTCMinutes() === minute &&
    date.getUTCSeconds() === second;
  return same ? date.getTime() : undefined;
}

/** Minutes that Baku is ahead of UTC at an instant. */
function offsetAt(milliseconds: number): number {
  if (milliseconds >= SUMMER_TIME_ENDED) return 240;
  const parts = CLOCK.formatToParts(milliseconds);
  const read = (type: Intl.DateTimeFormatPartTypes): number =>
    Number(parts.find((part) => part.type === type)?.value);
  const [hour, minute, second] = [read('hour'), read('minute'), read('second')];
  const local = Date.UTC(read('year'), read('month') - 1, read('day'), hour, minute, second);
  return Math.round((local - milliseconds) / MINUTE);
}
