import type { EngineQuery, Place } from '../../../indexer/engine.js';
import type { FoundDocuments, ListedSearch } from './client.js';
import type { Version } from './documents.js';
import type { Counted, Counter } from './count.js';
import { allOf, anyOf, not, versions } from './filter.js';
import { readerFilters } from './filter-tree.js';

/** The documents of a query, before the reader's filters. */
export interface Match {
  readonly q: string;
  readonly filter: string;
  readonly count: number;
  /** The strongest of them, the strongest first; they may overlap. */
  readonly bands: readonly Counted[];
  /** Some documents lack a word: those that have more come first, in whatever order is asked for. */
  readonly relaxed: boolean;
}

/** What of a document a search gives: enough to name the version that was found. */
export const VERSION = {
  attributesToRetrieve: ['pk', 'n', 'made', 'byTime'],
  matchingStrategy: 'all',
} satisfies ListedSearch;

/** Of equal dates the one that came in later counts as newer; the undated come last either way. */
const orderOf = ({ sort }: EngineQuery): string[] =>
  sort === 'date:asc' ? ['byTime:asc', 'n:asc'] : ['byTime:desc', 'n:desc'];

/** The place of a document in the order of dates. */
export const placeOf = ({ byTime, n }: Version): Place =>
  byTime === undefined ? { n } : { time: byTime, n };

/** Documents after a place, if there is one; undated ones come last, whichever way dates go. */
function past({ after, sort }: EngineQuery): string[] {
  if (!after) return [];
  const { time, n } = after;
  const beyond = sort === 'date:asc' ? '>' : '<';
  const undated = 'byTime NOT EXISTS';
  if (time === undefined) return [allOf([undated, `n ${beyond} ${n}`])];
  const sameTime = allOf([`byTime = ${time}`, `n ${beyond} ${n}`]);
  return [anyOf([`byTime ${beyond} ${time}`, sameTime, undated])];
}

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
  const filter = allOf([match.filter, ...left, ...past(query), ...readerFilters(query.filters)]);
  return { ...VERSION, q: match.q, filter, sort: orderOf(query), offset, limit };
}

/**
 * The searches for the documents that ranking looks at: all, or where they are too many the newest
 * of the strongest.
 */
export function windowSearches(
  query: EngineQuery,
  match: Match,
  counter: Counter,
  most: number,
): ListedSearch[] {
  const all = pageSearch(query, match, { offset: 0, limit: most });
  if (match.count <= most) return [all];
  const filtered = readerFilters(query.filters).length > 0;
  // What a band leaves of the window, the weaker ones fill; a reader's filters leave more.
  const enough = match.bands.findIndex((band) => !filtered && counter.of(band) >= most);
  const bands = enough < 0 ? match.bands : match.bands.slice(0, enough + 1);
  const searches = bands
    .filter((band) => counter.of(band) > 0)
    .map((band) => pageSearch(query, { ...match, ...band }, { offset: 0, limit: most }));
  return enough < 0 ? [...searches, all] : searches;
}

/** The documents that the window's searches found, the strongest first, each once. */
export function readWindow(answers: readonly FoundDocuments[], most: number): Version[] {
  const found = answers.flatMap(({ hits }) => hits);
  return [...new Map(found.map((version) => [version.n, version])).values()].slice(0, most);
}
