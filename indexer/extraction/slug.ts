import { createHash } from 'node:crypto';
import slugify from 'slugify';
import { latinReadings } from '../language/transliterate.js';

/**
 * A readable name for addresses. Different names can share a slug, so it never
 * identifies anything by itself. What has no letter of a known script becomes a hash.
 *
 * @example slugOf('Гарабағ аты') // 'qarabag-ati'
 */
export function slugOf(text: string): string {
  const latin = text.normalize('NFC').replace(/[\p{Script=Cyrillic}]+/gu, toLatin);
  // Slugify writes symbols out in English: «&» would become «and».
  const lettersOnly = latin.replace(/[ǝƏ]/gu, 'e').replace(/[^\p{L}\p{N}]+/gu, ' ');
  const slug = slugify.default(lettersOnly, { lower: true, strict: true });
  return slug === '' ? shortHash(text) : slug;
}

function toLatin(word: string): string {
  return latinReadings(word.toLowerCase())[0] ?? word;
}

/** Twelve hexadecimal digits of SHA-256: the same text always gives the same ones. */
export function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
