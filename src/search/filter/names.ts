import { authorId } from '../../../indexer/document.js';
import type { TopicCatalogue } from '../../../indexer/extraction/topics.js';
import type { Analyzer } from '../../../indexer/language/analyzer.js';
import type { Attribute } from './attributes.js';

/** What readers call topics and authors, as the index calls them. */
export interface FilterNames {
  topicId(label: string): string;
  /** The name as an id, and the id of the name: whichever it is, one of them is found. */
  authorIds(name: string): readonly string[];
  /** What attributes are called besides, in some other shape of requests. */
  readonly aliases?: ReadonlyMap<string, Attribute>;
}

/**
 * Makes the one way in which every filter reads topics and authors.
 *
 * @example createFilterNames(topics, analyzer).topicId('Cəmiyyət') // 'cemiyyet'
 */
export const createFilterNames = (topics: TopicCatalogue, analyzer: Analyzer): FilterNames => ({
  topicId: (label) => topics.topicOf(topics.mapTopic(label)).id,
  authorIds: (name) => [name, authorId(name, analyzer)],
});
