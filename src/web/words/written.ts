import { formatBaku } from '../../../indexer/extraction/baku-time.js';
import type { Language } from '../language.js';
import { MONTHS } from './months.data.js';

/** How the languages of the pages write numbers and dates. */

/**
 * A count with its thousands apart by a space that does not break.
 *
 * @example writeCount(13112) // '13 112'
 */
export const writeCount = (count: number): string =>
  String(count).replace(/\B(?=(\d{3})+$)/g, '\u00a0');

const nameOfMonth = (month: string | undefined, lang: Language): string =>
  MONTHS[lang][Number(month) - 1] ?? String(month);

/**
 * The day of an instant, in Baku; a day stays what it is.
 *
 * @example writeDay('2025-10-23T17:08:00+04:00', 'az') // '23 oktyabr 2025'
 */
export function writeDay(date: string, lang: Language): string {
  const day = date.length === 10 ? date : formatBaku(Date.parse(date));
  const [year, month, number] = (day ?? date).slice(0, 10).split('-');
  return `${Number(number)} ${nameOfMonth(month, lang)} ${String(year)}`;
}

/**
 * A month or a year by its name.
 *
 * @example writePeriod('2025-10', 'az') // 'oktyabr 2025'
 * @example writePeriod('2025', 'az') // '2025'
 */
export function writePeriod(name: string, lang: Language): string {
  const [year, month] = name.split('-');
  return month === undefined ? name : `${nameOfMonth(month, lang)} ${String(year)}`;
}
