/** Ranges of dates that have a name. */
export const PRESETS = ['today', 'week', 'month', 'year'] as const;
export type Preset = (typeof PRESETS)[number];

export interface Range {
  /** First and last day, as `2025-10-23`. */
  readonly from: string;
  readonly to: string;
}

/**
 * The range that holds the given day: the day, its week from Monday on, its month, its year.
 *
 * @example presetRange('week', '2025-10-23') // { from: '2025-10-20', to: '2025-10-26' }
 */
export function presetRange(preset: Preset, today: string): Range {
  const year = today.slice(0, 4);
  switch (preset) {
    case 'today':
      return { from: today, to: today };
    case 'week': {
      const monday = addDays(today, -((dayOf(today).getUTCDay() + 6) % 7));
      return { from: monday, to: addDays(monday, 6) };
    }
    case 'month':
      return periodRange(today.slice(0, 7));
    case 'year':
      return periodRange(year);
  }
}

/**
 * The days of a month or a year.
 *
 * @example periodRange('2024-02') // { from: '2024-02-01', to: '2024-02-29' }
 */
export function periodRange(name: string): Range {
  if (name.length === 4) return { from: `${name}-01-01`, to: `${name}-12-31` };
  const first = `${name}-01`;
  const next = dayOf(first);
  next.setUTCMonth(next.getUTCMonth() + 1);
  return { from: first, to: addDays(next.toISOString().slice(0, 10), -1) };
}

/** The named range that this is, or none. */
export const presetOf = ({ from, to }: Range, today: string): Preset | undefined =>
  PRESETS.find((preset) => {
    const range = presetRange(preset, today);
    return range.from === from && range.to === to;
  });

const dayOf = (day: string): Date => new Date(`${day}T00:00:00Z`);

function addDays(day: string, days: number): string {
  const date = dayOf(day);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
