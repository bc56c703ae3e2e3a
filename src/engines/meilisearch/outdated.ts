import { EngineError } from '../../../indexer/engine.js';
import type { FoundDocuments, ListedSearch } from './client.js';
import { allOf, EVERY_ARTICLE } from './filter.js';
import { ServerRefusedError } from './server-errors.js';

/** Fields that documents made by earlier versions of Axtar lack. */
const LATER_FIELDS: readonly string[] = ['byLang', 'byDay'];
const OUTDATED = allOf([EVERY_ARTICLE, 'byLang NOT EXISTS']);

/**
 * Where searches ask for later fields, one that finds the documents that lack them: without a
 * look, these would silently be left out. It goes in the same request, since another process may
 * go back to a former index at any time.
 */
export const outdatedSearches = (searches: readonly ListedSearch[]): ListedSearch[] =>
  searches.some(asksLaterFields) ? [{ filter: OUTDATED, limit: 0 }] : [];

/** No value in a filter has a capital letter. */
const asksLaterFields = ({ filter, facets = [] }: ListedSearch): boolean =>
  LATER_FIELDS.some((field) => facets.includes(field) || String(filter).includes(field));

/** @throws EngineError `index_unusable` when the answers to `outdatedSearches` have found any */
export function checkOutdated(answers: readonly FoundDocuments[]): void {
  if (answers.some(({ estimatedTotalHits }) => estimatedTotalHits > 0)) throw outdated();
}

/** The server refuses to filter by what it was not told of when the index was made. */
export function asOutdated(error: unknown): unknown {
  const refused = error instanceof ServerRefusedError && /not filterable/.test(error.message);
  return refused ? outdated({ cause: error }) : error;
}

const outdated = (options?: ErrorOptions) =>
  new EngineError(
    'index_unusable',
    'An earlier version of Axtar made this index, without the fields that were asked for: run "axtar reindex".',
    options,
  );
