import type { EngineQuery } from '../../indexer/engine.js';
import type { Filter } from '../../indexer/filter.js';
import { readCursor } from './cursor.js';
import type { FilterNames } from './filter/names.js';
import { parseFilterList } from './filter/parse-list.js';
import { ENGINE_FACET } from './histogram.js';
import type { SearchRequest } from './request.js';
import type { UnderstoodQuery } from './understand.js';

/**
 * A request in the words of the port.
 * @throws FilterSyntaxError when its filter cannot be read
 */
export function toEngineQuery(
  read: UnderstoodQuery,
  request: SearchRequest,
  typos: boolean,
  names: FilterNames,
): EngineQuery {
  const { topic, author, source, lang, from, to, sort, page, hitsPerPage, facets, after } = request;
  const where = whereOf(request, names);
  return {
    ...read,
    typos,
    matching: request.matchingStrategy,
    ...(after === undefined ? {} : { after: readCursor(after, sort) }),
    filters: {
      ...(topic && { topic: topic.map(names.topicId) }),
      ...(author && { author: author.flatMap(names.authorIds) }),
      ...(source && { source }),
      ...(lang && { lang }),
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
      ...(where && { where }),
    },
    sort,
    ...(request.window ?? { offset: (page - 1) * hitsPerPage, limit: hitsPerPage }),
    facets: [...new Set(facets.map((facet) => ENGINE_FACET[facet]))],
  };
}

/** What the caller asked for in the filter language, and what it may see at all. */
function whereOf({ filter, only }: SearchRequest, names: FilterNames): Filter | undefined {
  const asked = filter === undefined ? undefined : parseFilterList(filter, names);
  const all = [only, asked].filter((each) => each !== undefined);
  return all.length > 1 ? { all } : all[0];
}
