import { formatBaku } from '../../extraction/baku-time.js';
import { parseDateField, type DateFinder } from '../../extraction/dates.js';
import { foldText } from '../../extraction/text.js';

/** `Mon, 03 Mar 2025 10:00:00 +0400`, the day of the week and the seconds not always given. */
const RFC_822 = /^(?:[a-z]{3,9},?\s+)?\d{1,2}\s+[a-z]{3,9}\.?\s+\d{2,4}\s+\d{1,2}:\d{2}/i;
const ISO = /^\d{4}-\d{2}-\d{2}(?:t|\s+)\d{2}:\d{2}/i;
const ZONE = /(?:[zZ]|[+-]\d{2}:?\d{2}|\b[A-Z]{2,4})$/;

/**
 * A date as feeds, sitemaps and pages write it, as RFC 3339 in Baku. Without a zone it is Baku's.
 * Undefined for what is no date: a date is never guessed.
 *
 * @example readWebDate('Mon, 03 Mar 2025 10:00:00 GMT', find) // '2025-03-03T14:00:00+04:00'
 */
export function readWebDate(text: string | undefined, find: DateFinder): string | undefined {
  const date = text?.trim() ?? '';
  if (RFC_822.test(date) || (ISO.test(date) && ZONE.test(date))) {
    const zoned = ZONE.test(date) ? date : `${date} +0400`;
    const instant = Date.parse(zoned.replace(/\s+([+-]\d{2}):?(\d{2})$/, ' $1$2'));
    return Number.isNaN(instant) ? undefined : formatBaku(instant);
  }
  return date === '' ? undefined : (parseDateField(foldText(date), find) ?? undefined);
}
