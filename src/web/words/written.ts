import { formatBaku } from '../../../indexer/extraction/baku-time.js';
import type { Language } from '../language.js';
import { writeDate } from './figures.js';

export { writeCount, writePeriod } from './figures.js';

/**
 * The day of an instant, in Baku; a day stays what it is.
 *
 * @example writeDay('2025-10-23T17:08:00+04:00', 'az') // '23 oktyabr 2025'
 */
export function writeDay(date: string, lang: Language): string {
  const day = date.length === 10 ? date : formatBaku(Date.parse(date));
  return writeDate((day ?? date).slice(0, 10), lang);
}
