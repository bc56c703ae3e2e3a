const BAKU_MONTH = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Baku',
  year: 'numeric',
  month: '2-digit',
});

/** Seconds since 1970 of an RFC 3339 instant. */
export const toSeconds = (instant: string): number => Math.floor(Date.parse(instant) / 1000);

/**
 * The month of an instant as people in Baku count it.
 *
 * @example monthOf('2023-12-31T21:00:00Z') // '2024-01'
 */
export const monthOf = (instant: string): string =>
  BAKU_MONTH.format(new Date(instant)).slice(0, 7);
