import { createTopicCatalogue, loadTopics } from '../../../indexer/extraction/topics.js';
import { createAnalyzer } from '../../../indexer/language/analyzer.js';
import { FilterSyntaxError } from '../../../src/search/filter/error.js';
import { createFilterNames, type FilterNames } from '../../../src/search/filter/names.js';

export const analyzer = createAnalyzer();

/** As the service reads names. */
export const names = createFilterNames(createTopicCatalogue(loadTopics()), analyzer);

/** Every name is an id already. */
export const plainNames: FilterNames = { topicId: (id) => id, authorIds: (id) => [id] };

/** The error with which reading fails; anything else that happens is thrown. */
export function refusalOf(read: () => unknown): FilterSyntaxError {
  try {
    read();
  } catch (error) {
    if (error instanceof FilterSyntaxError) return error;
    throw error;
  }
  throw new Error('Expected a FilterSyntaxError.');
}
