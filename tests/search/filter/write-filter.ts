import type { Filter } from '../../../indexer/filter.js';
import { quoteValue } from '../../../src/search/filter/quote.js';

/** Every document has an id. */
const EVERYTHING = 'id EXISTS';
const NOTHING = 'id NOT EXISTS';

/**
 * A filter as the language writes it. What is read back lets the same documents pass, where topics
 * and authors are called by their ids.
 *
 * @example writeFilter({ not: { attribute: 'lang', in: ['ru'] } }) // 'NOT lang IN ["ru"]'
 */
export function writeFilter(filter: Filter): string {
  if ('all' in filter) return join(filter.all, 'AND') ?? EVERYTHING;
  if ('any' in filter) return join(filter.any, 'OR') ?? NOTHING;
  if ('not' in filter) return `NOT ${writePart(filter.not)}`;
  if ('exists' in filter) return `${filter.exists} EXISTS`;
  if ('attribute' in filter) {
    return `${filter.attribute} IN [${filter.in.map(quoteValue).join(', ')}]`;
  }
  return writeTimes(filter);
}

function join(filters: readonly Filter[], operator: 'AND' | 'OR'): string | undefined {
  return filters.length === 0 ? undefined : filters.map(writePart).join(` ${operator} `);
}

const isJoined = (filter: Filter): boolean => 'all' in filter || 'any' in filter;

const writePart = (filter: Filter): string =>
  isJoined(filter) ? `(${writeFilter(filter)})` : writeFilter(filter);

function writeTimes({ from, to }: { readonly from?: number; readonly to?: number }): string {
  if (from === undefined) return to === undefined ? 'date EXISTS' : `date <= ${to}`;
  if (to === undefined) return `date >= ${from}`;
  // No time at all: the language refuses a range that ends before it begins.
  return from > to ? NOTHING : `date ${from} TO ${to}`;
}
