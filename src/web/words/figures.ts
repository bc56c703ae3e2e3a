import type { Language } from '../language.js';
import { MONTHS } from './months.data.js';

/** Numbers and days in words. Needs nothing else, so that browsers load it, too. */

/**
 * A count with its thousands apart by a space that does not break.
 *
 * @example writeCount(13112) // '13 112'
 */
export const writeCount = (count: number): string =>
  String(count).replace(/\B(?=(\d{3})+$)/g, '\u00a0');

/** @example nameOfMonth('10', 'az') // 'oktyabr' */
export const nameOfMonth = (month: string | undefined, lang: Language): string =>
  MONTHS[lang][Number(month) - 1] ?? String(month);

/**
 * A day of the calendar.
 *
 * @example writeDate('2025-10-23', 'az') // '23 oktyabr 2025'
 */
export function writeDate(day: string, lang: Language): string {
  const [year, month, number] = day.split('-');
  return `${Number(number)} ${nameOfMonth(month, lang)} ${String(year)}`;
}
