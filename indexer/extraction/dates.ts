import { asUtc, formatBaku, fromBakuTime } from './baku-time.js';

/** A date found in a text. */
export interface FoundDate {
  /** Where it stands, in UTF-16 units of the folded text (as long as the original). */
  readonly start: number;
  readonly end: number;
  /** RFC 3339 in Baku; absent when the year is unknown or there is no such day. */
  readonly instant?: string;
  /** Whether a year, month and day were written. */
  readonly complete: boolean;
}

/** Finds dates; made once from the month names. */
export type DateFinder = (folded: string) => FoundDate[];

const TIME = String.raw`(?<hour>\d{1,2})[:.](?<minute>\d{2})(?::(?<second>\d{2})(?:\.\d+)?)?(?!\d)`;
const BEFORE = String.raw`(?:(?<hour0>\d{1,2}):(?<minute0>\d{2})[\s,|/–—-]+)?`;
const AFTER = String.raw`(?:(?:[\s,|/–—-]*(?:saat\s*)?[[(\s,|-]\s*|t)${TIME}\s*(?<zone>z\b|[+-]\d{2}:?\d{2})?[\])]?)?`;
const YEAR_SUFFIX = String.raw`(?:[-' ]?c[iu])?(?: il\p{L}*| г\.?| года)?`;

/**
 * Makes a finder of dates in folded, lower-case text: `23.10.2025 [17:08]`, `05/03/2024 14:30`,
 * `2024-03-05 14:30`, `5 mart 2024-cü il, 14:30`, `14:30, 5 mart 2024`, `11 noyabr 12:31` (no year:
 * incomplete). Numbers are day first, as Azerbaijani writes them.
 *
 * @param months folded month name to number, 1 to 12
 * @example createDateFinder({ mart: 3 })('5 mart 2024, 14:30')[0]?.instant // '2024-03-05T14:30:00+04:00'
 */
export function createDateFinder(months: Readonly<Record<string, number>>): DateFinder {
  const names = Object.keys(months).toSorted((a, b) => b.length - a.length);
  const month = `(?<name>${names.join('|')})(?!\\p{L})`;
  const patterns = [
    String.raw`(?<year>\d{4})[-./](?<month>\d{1,2})[-./](?<day>\d{1,2})(?!\d)${AFTER}`,
    String.raw`${BEFORE}(?<day>\d{1,2})[-./](?<month>\d{1,2})[-./](?<year>\d{4})(?!\d)${AFTER}`,
    String.raw`${BEFORE}(?<day>\d{1,2})[ .-]+${month},? *(?<year>\d{4})(?!\d)${YEAR_SUFFIX}${AFTER}`,
    String.raw`${month} (?<day>\d{1,2}),? (?<year>\d{4})(?!\d)${AFTER}`,
    String.raw`(?<day>\d{1,2}) ${month}${AFTER}`,
  ].map((pattern) => new RegExp(String.raw`(?<![\d\p{L}.])${pattern}`, 'gu'));
  return (folded) => findDates(folded, patterns, months);
}

function findDates(
  folded: string,
  patterns: readonly RegExp[],
  months: Readonly<Record<string, number>>,
): FoundDate[] {
  const found: FoundDate[] = [];
  for (const pattern of patterns) {
    for (const match of folded.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].trimEnd().length;
      if (found.every((other) => other.end <= start || end <= other.start)) {
        found.push({ start, end, ...readGroups(match.groups ?? {}, months) });
      }
    }
  }
  return found.toSorted((a, b) => a.start - b.start);
}

function readGroups(
  groups: Readonly<Record<string, string | undefined>>,
  months: Readonly<Record<string, number>>,
): { instant?: string; complete: boolean } {
  if (groups['year'] === undefined) return { complete: false };
  const local = {
    year: Number(groups['year']),
    month: Number(groups['month'] ?? months[groups['name'] ?? '']),
    day: Number(groups['day']),
    hour: Number(groups['hour'] ?? groups['hour0'] ?? 0),
    minute: Number(groups['minute'] ?? groups['minute0'] ?? 0),
    second: Number(groups['second'] ?? 0),
  };
  const utc = asUtc(local);
  const zone = groups['zone'];
  if (utc === undefined) return { complete: true };
  const instant = zone === undefined ? fromBakuTime(local) : formatBaku(utc - offsetOf(zone));
  return instant === undefined ? { complete: true } : { instant, complete: true };
}

/** `+04:00`, `-0330` or `z` in milliseconds. */
function offsetOf(zone: string): number {
  if (zone === 'z') return 0;
  const digits = zone.replace(/\D/g, '');
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
  return (zone.startsWith('-') ? -minutes : minutes) * 60_000;
}

const LONGEST_DATE = 80;

/** A year and month without a day: what some archives give instead of a date. */
const MONTH_ONLY = /^\d{4}(?:-\d{2})?$/;

/**
 * Reads the date field of a record: RFC 3339, or any form that the finder knows; without a zone it
 * is Baku time. Null when only month or year are known: the day is never guessed.
 *
 * @example parseDateField('2024-01', find) // null
 * @returns undefined when the text is no date, or a day that does not exist
 */
export function parseDateField(folded: string, find: DateFinder): string | null | undefined {
  if (folded.length > LONGEST_DATE) return undefined;
  if (MONTH_ONLY.test(folded)) return null;
  const [first, ...others] = find(folded);
  if (first === undefined || others.length > 0) return undefined;
  if (first.start > 0 || first.end < folded.length) return undefined;
  return first.complete ? first.instant : null;
}
