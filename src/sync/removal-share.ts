import type { Source } from './source-shapes.js';

/** So few may always go: a small source must be able to take one article back. */
const ALWAYS = 3;

/**
 * Why so many articles are not believed to be gone; undefined when they are.
 *
 * @example tooMany(40, 100, { removalShare: 0.2 }) // '40 of 100 articles are gone at once, more than 20 %'
 */
export function tooMany(
  gone: number,
  before: number,
  { removalShare }: Pick<Source, 'removalShare'>,
): string | undefined {
  if (gone <= Math.max(ALWAYS, removalShare * before)) return undefined;
  const share = Math.round(removalShare * 100);
  return `${gone} of ${before} articles are gone at once, more than ${share} %`;
}
