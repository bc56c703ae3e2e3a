import type { Language } from '../language.js';

const LOCALES: Readonly<Record<Language, string>> = { az: 'az-Latn-AZ', en: 'en-GB' };

/**
 * Thousands stand apart, as on the reader's page, where a dot could be read as the one of decimals.
 *
 * @example sayNumber('az', 13112) // '13 112'
 */
export const sayNumber = (lang: Language, value: number, places = 0): string =>
  new Intl.NumberFormat(LOCALES[lang], { maximumFractionDigits: places })
    .formatToParts(value)
    .map(({ type, value: part }) => (type === 'group' ? '\u00a0' : part))
    .join('');

/**
 * An instant as people read it, in Baku time.
 *
 * @example sayInstant('2025-10-23T17:08:00+04:00') // '23.10.2025 17:08'
 */
export function sayInstant(instant: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Asia/Baku',
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(new Date(instant));
  return parts.replaceAll('/', '.').replace(',', '');
}

const UNITS = {
  az: { hours: 'saat', minutes: 'dəq', seconds: 'san' },
  en: { hours: 'h', minutes: 'min', seconds: 's' },
} as const;

/**
 * A length of time in its two greatest units.
 *
 * @example sayDuration('en', 3725) // '1 h 2 min'
 */
export function sayDuration(lang: Language, seconds: number): string {
  const unit = UNITS[lang];
  if (seconds < 60) return `${sayNumber(lang, seconds, seconds < 10 ? 1 : 0)} ${unit.seconds}`;
  const whole = Math.round(seconds);
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60)];
  if (hours > 0) return `${hours} ${unit.hours} ${minutes} ${unit.minutes}`;
  return `${minutes} ${unit.minutes} ${whole % 60} ${unit.seconds}`;
}

/** @example sayBytes('en', 1500000) // '1.4 MB' */
export function sayBytes(lang: Language, bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  const kilobytes = bytes / 1024;
  if (kilobytes < 1024) return `${sayNumber(lang, kilobytes, 1)} KB`;
  const megabytes = kilobytes / 1024;
  if (megabytes < 1024) return `${sayNumber(lang, megabytes, 1)} MB`;
  return `${sayNumber(lang, megabytes / 1024, 1)} GB`;
}
