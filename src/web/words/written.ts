import { formatBaku } from '../../../indexer/extraction/baku-time.js';
import type { Language } from '../language.js';
import { nameOfMonth, writeDate } from './figures.js';

export { writeCount } from './figures.js';

/**
 * The day of an instant, in Baku; a day stays what it is.
 *
 * @example writeDay('2025-10-23T17:08:00+04:00', 'az') // '23 oktyabr 2025'
 */
export function writeDay(date: string, lang: Language): string {
  const day = date.length === 10 ? date : formatBaku(Date.parse(date));
  return writeDate((day ?? date).slice(0, 10), lang);
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
