import type { EngineSettings } from './settings.js';

type TypoSettings = EngineSettings['typos'];

/** How many errors a word of this length may hold. */
export const mostErrors = (fold: string, { oneFrom, twoFrom }: TypoSettings): number =>
  fold.length >= twoFrom ? 2 : fold.length >= oneFrom ? 1 : 0;

/** Of words as near to the typed one as each other, the likeliest, then the first by letters. */
export const likeliest = (
  typed: string,
  words: readonly string[],
  { corrections }: TypoSettings,
): string[] =>
  [...words]
    .sort((a, b) => likeness(typed, b) - likeness(typed, a) || (a < b ? -1 : 1))
    .slice(0, corrections);

/**
 * Of some words the nearest to a folded word that the index does not know, likeliest first.
 *
 * @example nearestWords('kitb', ['kitab', 'kitabin', 'ket'], settings) // ['kitab']
 */
export function nearestWords(
  fold: string,
  words: readonly string[],
  { typos }: EngineSettings,
): string[] {
  const most = mostErrors(fold, typos);
  const distances = words.map((word) => editDistance(fold, word, most));
  const least = Math.min(most, ...distances.filter((distance) => distance > 0));
  return likeliest(
    fold,
    words.filter((_, at) => distances[at] === least),
    typos,
  );
}

/** Errors are rarest in the first letter, and endings are where words of one stem differ. */
function likeness(typed: string, other: string): number {
  let shared = 0;
  while (shared < typed.length && typed[shared] === other[shared]) shared++;
  return shared;
}

/**
 * Optimal string alignment distance; any number above `most` when it is more than that.
 *
 * @example editDistance('bkai', 'baki', 2) // 1
 */
export function editDistance(a: string, b: string, most: number): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(
        (last[column - 1] ?? 0) + (same ? 0 : 1),
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
      );
      const swapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (row > 1 && column > 1 && swapped)
        cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
      current.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    [beforeLast, last] = [last, current];
  }
  return last[b.length] ?? most + 1;
}
