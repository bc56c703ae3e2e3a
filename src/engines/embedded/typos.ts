import { z } from 'zod';
import type { Connection } from '../database.js';
import type { EngineSettings } from '../settings.js';
import { editDistance, likeliest, mostErrors } from '../typos.js';

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
    let most = mostErrors(fold, typos);
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
    return likeliest(fold, best, typos);
  }

  return { refresh, nearest };
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
