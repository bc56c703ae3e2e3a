import { z } from 'zod';
import type { Dictionary } from './columns.js';

const Topics = z.array(z.object({ id: z.string(), name: z.string() }));
type Topic = z.infer<typeof Topics>[number];

const read = new Map<string, readonly Topic[]>();

/** The topics of a combination; there are few combinations, and each is read once. */
export function topicsOf(combinations: Dictionary, number: number): readonly Topic[] {
  const json = combinations.string(number);
  const known = read.get(json) ?? Topics.parse(JSON.parse(json));
  read.set(json, known);
  return known;
}

/** The numbers of the combinations whose topics pass a test. */
export function combinationsWhere(
  combinations: Dictionary,
  test: (topics: readonly Topic[]) => boolean,
): Set<number> {
  const found = new Set<number>();
  for (let number = 1; number < combinations.size; number++) {
    if (test(topicsOf(combinations, number))) found.add(number);
  }
  return found;
}
