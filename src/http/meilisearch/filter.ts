import type { Filter } from '../../../indexer/filter.js';
import { FilterSyntaxError } from '../../search/filter/error.js';
import type { FilterNames } from '../../search/filter/names.js';
import { parseFilterList, type FilterList } from '../../search/filter/parse-list.js';
import { MeilisearchProblem } from './meilisearch-problem.js';

/**
 * What every hit must pass: the caller's filter and the one that its key forces, for every count
 * too. Undefined when there is neither.
 *
 * @throws MeilisearchProblem `invalid_search_filter`
 */
export function whereOf(
  given: FilterList | null | undefined,
  forced: Filter | undefined,
  names: FilterNames,
): Filter | undefined {
  const filters = [
    ...(given === null || given === undefined ? [] : [read(given, names)]),
    ...(forced === undefined ? [] : [forced]),
  ];
  return filters.length > 1 ? { all: filters } : filters[0];
}

function read(given: FilterList, names: FilterNames): Filter {
  try {
    return parseFilterList(given, names);
  } catch (error) {
    if (!(error instanceof FilterSyntaxError)) throw error;
    throw new MeilisearchProblem('invalid_search_filter', `Invalid filter: ${error.message}`);
  }
}
