import type { EngineQuery, EngineResult } from '../../../indexer/engine.js';
import { isPeriod } from '../dates.js';
import type { FoundDocuments, ListedSearch } from './client.js';
import { allOf } from './filter.js';
import { readerFilters } from './filter-tree.js';
import { VERSION, type Match } from './window.js';

/** The searches for the earliest and the latest document, where years, months or days are counted. */
export function dateSearches({ facets, filters }: EngineQuery, match: Match): ListedSearch[] {
  if (!facets.some(isPeriod)) return [];
  const filter = allOf([match.filter, ...readerFilters(filters)]);
  const search = { ...VERSION, q: match.q, filter, limit: 1 };
  return ['byTime:asc', 'byTime:desc'].map((order) => ({ ...search, sort: [order] }));
}

/** What the answers to `dateSearches` tell; nothing where no document has a date. */
export function readDates(answers: readonly FoundDocuments[]): Pick<EngineResult, 'dates'> {
  const [first, last] = answers.map(({ hits }) => hits[0]?.byTime);
  return first === undefined || last === undefined ? {} : { dates: { first, last } };
}
