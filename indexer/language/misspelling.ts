import { z } from 'zod';
import { createComparison, type CostOf } from './misspelling-compare.js';
import { tabulate } from './misspelling-table.js';

const Cost = z.number().nonnegative();
const Letters = z.string().regex(/^[a-z]+$/, 'expected folded letters');
/** Letters beside the one that is left out; `$` is the end of the word. */
const Beside = z
  .string()
  .regex(/^[a-z]*\$?$/, 'expected folded letters, $ for the end of the word');

/** Schema of `config/misspelling.json`. */
export const MisspellingCosts = z.strictObject({
  provenance: z.string(),
  /** A letter typed for another that `confused` does not list, left out, or put in. */
  changed: Cost,
  missing: Cost,
  superfluous: Cost,
  /** A letter typed twice for once, or once for twice; each more, where it is drawn out. */
  doubled: Cost,
  drawnOut: Cost,
  /** Two neighbours in each other's place. */
  swapped: Cost,
  /** Added where the error is in the first letter, which is rarely wrong; for `confused` letters. */
  inFirst: Cost,
  confusedInFirst: Cost,
  /** Letters that are left out more easily than others; where several rows fit, the cheapest. */
  leftOut: z.array(
    z.strictObject({
      why: z.string(),
      cost: Cost,
      letters: Letters,
      after: Beside.optional(),
      before: Beside.optional(),
    }),
  ),
  /** Pairs of folded letters that are typed for each other. */
  confused: z.array(
    z.strictObject({ why: z.string(), cost: Cost, pairs: z.array(Letters.length(2)) }),
  ),
  /** What is written otherwise as a whole: typed, meant; anywhere, or only at the end of words. */
  rewritten: z.array(
    z.strictObject({
      why: z.string(),
      cost: Cost,
      atEnd: z.boolean(),
      pairs: z.array(z.tuple([Letters, z.string().regex(/^[a-z]*$/)])),
    }),
  ),
  keyboard: z.strictObject({ cost: Cost, rows: z.array(Letters) }),
  /** A word that ends in so many of these consonants was followed by laughter. */
  laughter: z.strictObject({ cost: Cost, letters: Letters, least: z.int().min(2) }),
  /** Letters of other alphabets that look like folded ones, in pairs. */
  lookAlikes: z.array(z.string().length(2)),
  /** What frequency weighs against errors: a word e times as frequent may cost so much more. */
  frequency: Cost,
});

export type MisspellingCosts = z.infer<typeof MisspellingCosts>;

/**
 * Makes the function that tells how costly it is to read a folded word as another one: the sum of
 * the errors on the cheapest way from the one to the other, 0 for itself, some 1 an error.
 *
 * @example createMisspelling(costs)('bawqa')('basqa', 2) // 0.15: w is typed for ş
 */
export function createMisspelling(costs: MisspellingCosts): (typed: string) => CostOf {
  const table = tabulate(costs);
  return (typed) => createComparison(typed, table);
}
