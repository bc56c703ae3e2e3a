import { z } from 'zod';
import { readConfig } from '../config.js';

/** Schema of `config/variants.json`. */
export const VariantSettings = z.strictObject({
  provenance: z.string().min(1),
  /** Pairs with a lower score are not proposed. */
  leastScore: z.number().min(0),
  /** Part of the rarer spelling's surroundings that the other one must share, from 0 to 1. */
  leastPortion: z.number().min(0).max(1),
  /** Words that stand beside any person's name and do not tell one person from another. */
  besideAnyName: z.array(z.string().regex(/^\p{Ll}+$/u, 'expected one word in small letters')),
});

export type VariantSettings = z.infer<typeof VariantSettings>;

/** The settings in `config/variants.json`. */
export const loadVariantSettings = (): VariantSettings => readConfig('variants', VariantSettings);
