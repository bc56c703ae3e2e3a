import { z } from 'zod';
import { fromBakuTime } from '../../indexer/extraction/baku-time.js';

/** Whether this is written as a day: `2025-10-23`. */
export const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);

/**
 * The first or last second of a day in Baku, as seconds since 1970; undefined when there is no such
 * day.
 *
 * @example edgeOfDay('2025-10-23', 'first') // 1761163200
 */
export function edgeOfDay(text: string, edge: 'first' | 'last'): number | undefined {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  const time = edge === 'first' ? [0, 0, 0] : [23, 59, 59];
  const [hour = 0, minute = 0, second = 0] = time;
  const instant = fromBakuTime({ year, month, day, hour, minute, second });
  return instant === undefined ? undefined : instantSeconds(instant);
}

/** The second in which an RFC 3339 instant lies, since 1970; undefined when it is none. */
export function instantSeconds(text: string): number | undefined {
  // In an address a plus sign that is not escaped reaches us as a space.
  const parsed = z.iso.datetime({ offset: true }).safeParse(text.replace(/ (?=\d\d:\d\d$)/, '+'));
  return parsed.success ? Math.floor(Date.parse(parsed.data) / 1000) : undefined;
}
