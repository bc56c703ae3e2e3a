/** Grade of a document for a query: 0 is beside the point, 3 is exactly what was asked for. */
export type Grade = number;

/**
 * Discounted cumulative gain of the first hits, as a share of that of the best order there is.
 *
 * @param found grades of the hits, best hit first
 * @param judged grades of all documents that were judged, in any order
 * @param depth how many hits count
 * @returns 0 to 1; 0 where nothing was judged relevant
 * @example ndcg([0, 3], [3], 10) // 0.63…
 */
export function ndcg(found: readonly Grade[], judged: readonly Grade[], depth: number): number {
  const best = gain([...judged].sort((a, b) => b - a).slice(0, depth));
  return best === 0 ? 0 : gain(found.slice(0, depth)) / best;
}

const gain = (grades: readonly Grade[]): number =>
  grades.reduce((sum, grade, at) => sum + (2 ** grade - 1) / Math.log2(at + 2), 0);

/**
 * One divided by the place of the first hit that is at least this good; 0 when there is none.
 *
 * @param found grades of the hits, best hit first
 * @param depth how many hits count
 * @example reciprocalRank([1, 3], 10, 2) // 0.5
 */
export function reciprocalRank(found: readonly Grade[], depth: number, least: Grade): number {
  const at = found.slice(0, depth).findIndex((grade) => grade >= least);
  return at < 0 ? 0 : 1 / (at + 1);
}

/**
 * Which share of the relevant documents is among the first hits; 0 where there are none.
 *
 * @param found grades of the hits, best hit first
 * @param judged grades of all documents that were judged, in any order
 * @param depth how many hits count
 * @example recall([3, 0, 1], [3, 2, 1, 1], 20) // 0.5
 */
export function recall(found: readonly Grade[], judged: readonly Grade[], depth: number): number {
  const relevant = judged.filter((grade) => grade > 0).length;
  return found.slice(0, depth).filter((grade) => grade > 0).length / Math.max(1, relevant);
}
