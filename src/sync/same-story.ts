import type { SimilarService } from '../search/similar.js';
import type { SourceReport } from './report.js';

/** So many others of each story are told. */
const MOST_OTHERS = 5;

/**
 * New articles that tell what others tell, by the judgement that folds stories in answers too.
 *
 * @example await findSameStories(['a.az-1'], similar) // [{ id: 'a.az-1', others: ['b.az-7'] }]
 */
export async function findSameStories(
  ids: readonly string[],
  similar: SimilarService,
): Promise<SourceReport['sameStory']> {
  const found: SourceReport['sameStory'] = [];
  for (const id of ids) {
    const others = (await similar({ id, limit: MOST_OTHERS }))?.similar ?? [];
    if (others.length > 0) found.push({ id, others: others.map((other) => other.id) });
  }
  return found;
}
