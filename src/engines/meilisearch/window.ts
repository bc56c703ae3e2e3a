import type { EngineQuery } from '../../../indexer/engine.js';
import type { FoundDocuments, ListedSearch } from './client.js';
import type { Version } from './documents.js';
import { allOf, equals, not, readerFilters, versions } from './filter.js';
import { shapeTerm } from './values.js';

/** The documents of a query, before the reader's filters. */
export interface Match {
  readonly q: string;
  readonly filter: string;
  readonly count: number;
  /** Some documents lack a word: those that have more come first, in whatever order is asked for. */
  readonly relaxed: boolean;
}

/** What of a document a search gives: enough to name the version that was found. */
export const VERSION = {
  attributesToRetrieve: ['pk', 'n', 'made'],
  matchingStrategy: 'all',
} satisfies ListedSearch;

/** Of equal dates the one that came in later counts as newer; the undated come last either way. */
const orderOf = ({ sort }: EngineQuery): string[] =>
  sort === 'date:asc' ? ['date:asc', 'n:asc'] : ['date:desc', 'n:desc'];

/** Whether the server itself can put the page in order, by date alone. */
export const isOrderedByDate = ({ words, sort }: EngineQuery, { relaxed }: Match): boolean =>
  words.length === 0 || (sort !== 'relevance' && !relaxed);

/** The search for a page in the order of dates, but for the documents left out. */
export function pageSearch(
  query: EngineQuery,
  match: Match,
  { offset, limit }: Pick<EngineQuery, 'offset' | 'limit'>,
  without: readonly Version[] = [],
): ListedSearch {
  const left = without.length === 0 ? [] : [not(versions(without.map(({ n }) => n)))];
  const filter = allOf([match.filter, ...left, ...readerFilters(query.filters)]);
  return { ...VERSION, q: match.q, filter, sort: orderOf(query), offset, limit };
}

/**
 * The searches for the documents that ranking looks at: all, or where they are too many the newest
 * of the strongest: the query as a phrase, all its words in the title, all as written, the rest.
 */
export function windowSearches(query: EngineQuery, match: Match, most: number): ListedSearch[] {
  const all = pageSearch(query, match, { offset: 0, limit: most });
  if (match.count <= most || match.relaxed) return [all];
  const terms = query.words.map(({ word }) => shapeTerm(word.fold));
  const every = (field: string): ListedSearch => ({
    ...all,
    filter: allOf([...terms.map((term) => equals(field, term)), String(all.filter)]),
  });
  const phrase = { ...all, q: `${match.q} "${terms.join(' ')}"` };
  return [...(terms.length > 1 ? [phrase] : []), every('titleFolds'), every('folds'), all];
}

/** The documents that the window's searches found, the strongest first, each once. */
export function readWindow(answers: readonly FoundDocuments[], most: number): Version[] {
  const found = answers.flatMap(({ hits }) => hits);
  return [...new Map(found.map((version) => [version.n, version])).values()].slice(0, most);
}
