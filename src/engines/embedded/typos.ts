import { z } from 'zod';
import type { Connection } from '../database.js';
import type { EngineSettings } from '../settings.js';

const Fold = z.tuple([z.int(), z.string()]);

/** The vocabulary's folded words, kept for comparing all of them with a misspelt one. */
export interface TypoIndex {
  /** Takes in the words that the vocabulary got since the last call. */
  refresh(connection: Connection): void;
  /**
   * The nearest words to a folded word that the index does not know, nearest first. Counts a
   * letter left out, put in, changed, or two swapped, as one error, at any place in the word.
   *
   * @example nearest('azerbaycn') // ['azerbaycan', …]
   */
  nearest(fold: string): string[];
}

export function createTypoIndex({ typos }: EngineSettings): TypoIndex {
  const folds: string[] = [];
  const masks: number[] = [];
  const seen = new Set<string>();
  let lastId = 0;

  function refresh(connection: Connection): void {
    for (const [id, fold] of connection.all(
      Fold,
      'SELECT id, fold FROM vocab WHERE id > ?',
      lastId,
    )) {
      lastId = Math.max(lastId, id);
      if (seen.has(fold) || /\d/.test(fold)) continue;
      seen.add(fold);
      folds.push(fold);
      masks.push(letterMask(fold));
    }
  }

  function nearest(fold: string): string[] {
    let most = fold.length >= typos.twoFrom ? 2 : fold.length >= typos.oneFrom ? 1 : 0;
    const mask = letterMask(fold);
    let best: string[] = [];
    for (let at = 0; most > 0 && at < folds.length; at++) {
      const other = folds[at] ?? '';
      if (Math.abs(other.length - fold.length) > most) continue;
      if (bitCount(mask ^ (masks[at] ?? 0)) > 2 * most) continue;
      const distance = editDistance(fold, other, most);
      if (distance > most || distance === 0) continue;
      if (distance < most) best = [];
      most = distance;
      best.push(other);
    }
    return best.sort((a, b) => likeness(fold, b) - likeness(fold, a)).slice(0, typos.corrections);
  }

  return { refresh, nearest };
}

/** Errors are rarest in the first letter, and endings are where words of one stem differ. */
function likeness(typed: string, other: string): number {
  let shared = 0;
  while (shared < typed.length && typed[shared] === other[shared]) shared++;
  return shared;
}

function letterMask(word: string): number {
  let mask = 0;
  for (let at = 0; at < word.length; at++) mask |= 1 << (word.charCodeAt(at) & 31);
  return mask;
}

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
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
