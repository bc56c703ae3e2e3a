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
    .map((name) => ({ name, distance: distance(written.toLowerCase(), name.toLowerCase()) }))
    .filter(({ name, distance: far }) => far <= Math.min(FAR, Math.floor(name.length / 2)))
    .sort((a, b) => a.distance - b.distance);
  return best?.name;
}

/** Letters to put in, take out or change. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (const [line, letter] of [...from].entries()) {
    const next = [line + 1];
    for (let at = 0; at < to.length; at++) {
      const change = (row[at] ?? 0) + (to[at] === letter ? 0 : 1);
      next.push(Math.min(change, (row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
