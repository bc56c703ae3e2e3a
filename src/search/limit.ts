import { z } from 'zod';

/**
 * The parameter `limit`, a whole number as a string.
 *
 * @example limitOf({ usual: 8, most: 20 }).parse('12') // 12
 */
export const limitOf = ({ usual, most }: { readonly usual: number; readonly most: number }) =>
  z
    .string()
    .regex(/^\d{1,9}$/, 'expected a whole number')
    .transform(Number)
    .pipe(z.number().min(1).max(most))
    .default(usual)
    .meta({ description: `How many to give at most, 1 to ${most}; ${usual} unless said.` });
