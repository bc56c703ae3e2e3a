import { whole } from './parameters.js';

/**
 * The parameter `limit`.
 *
 * @example limitOf({ usual: 8, most: 20 }).parse('12') // 12
 */
export const limitOf = ({ usual, most }: { readonly usual: number; readonly most: number }) =>
  whole(1, most)
    .default(usual)
    .meta({ description: `How many to give at most, 1 to ${most}; ${usual} unless said.` });
