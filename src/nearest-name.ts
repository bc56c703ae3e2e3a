/** Letters that may differ between what was written and the name that was meant. */
const FAR = 3;

/**
 * The name that was most likely meant, or undefined when none is near.
 *
 * @example nearestName('hitPerPage', ['page', 'hitsPerPage']) // 'hitsPerPage'
 */
export function nearestName(written: string, names: readonly string[]): string | undefined {
  if (written.length > 50) return undefined;
  const [best] = names
    .map((name) => ({ name, edits: countEdits(written.toLowerCase(), name.toLowerCase()) }))
    .filter(({ name, edits }) => edits <= Math.min(FAR, Math.floor(name.length / 2)))
    .sort((a, b) => a.edits - b.edits);
  return best?.name;
}

/** How many letters to add, leave out or replace (Levenshtein). */
export function countEdits(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [line, letter] of Array.from(one).entries()) {
    const next = [line + 1];
    for (const [at, wanted] of Array.from(other).entries()) {
      const replaced = (row[at] ?? 0) + (letter === wanted ? 0 : 1);
      next.push(Math.min(replaced, (row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
