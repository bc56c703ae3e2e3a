import type { Place, SearchEngine } from '../../indexer/engine.js';
import type { Filter } from '../../indexer/filter.js';
import { EVERYTHING } from './visible.js';

const PAGE = 500;

/**
 * Ids of all documents that pass a filter, 500 at a time, the newest first. What was given may be
 * removed meanwhile: each page goes on after the place of the last document, wherever others stand.
 *
 * @example idsMatching(engine, { attribute: 'lang', in: ['ru'] }) // yields ['17', '4', …], then ['9', …]
 */
export async function* idsMatching(
  engine: Pick<SearchEngine, 'search'>,
  where: Filter,
): AsyncGenerator<readonly string[]> {
  let after: Place | undefined;
  do {
    const { hits } = await engine.search({
      ...EVERYTHING,
      filters: { where },
      sort: 'date:desc',
      limit: PAGE,
      ...(after && { after }),
    });
    if (hits.length > 0) yield hits.map(({ article }) => article.id);
    after = hits.at(-1)?.place;
  } while (after);
}
