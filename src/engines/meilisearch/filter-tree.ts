import type { FacetName, Filters } from '../../../indexer/engine.js';
import type { Filter, FilterAttribute, ValueAttribute } from '../../../indexer/filter.js';
import { filterParts, partsFor } from '../filters.js';
import { allOf, among, anyOf, EVERY_ARTICLE, not } from './filter.js';
import { encodeValue, primaryKey } from './values.js';

/** Where a document holds the values of an attribute. */
const FIELDS: Readonly<Record<FilterAttribute, string>> = {
  id: 'pk',
  topic: 'byTopic',
  author: 'byAuthor',
  source: 'bySource',
  lang: 'byLang',
  date: 'byTime',
};

/** The reader's filters, but for that of the facet named. */
export const readerFilters = (filters: Filters, facet?: FacetName): string[] =>
  partsFor(filterParts(filters), facet).map(({ filter }) => treeFilter(filter));

/** Whether the reader's filters hold one of this facet's own. */
export function hasOwnFilter(filters: Filters, facet: FacetName): boolean {
  const parts = filterParts(filters);
  return partsFor(parts, facet).length < parts.length;
}

/**
 * A tree in the server's filter language. It speaks of articles alone: beside another condition
 * that the marker of the index does not meet.
 *
 * @example treeFilter({ not: { attribute: 'lang', in: ['ru'] } }) // 'NOT (byLang IN ["ru"])'
 */
export function treeFilter(filter: Filter): string {
  if ('all' in filter) return allOf(filter.all.map(treeFilter));
  if ('any' in filter) return anyOf(filter.any.map(treeFilter));
  if ('not' in filter) return not(treeFilter(filter.not));
  if ('attribute' in filter) return among(FIELDS[filter.attribute], keysOf(filter));
  if ('exists' in filter) return existing(filter.exists);
  const { from, to } = filter;
  return allOf([
    ...(from === undefined ? [] : [`byTime >= ${from}`]),
    ...(to === undefined ? [] : [`byTime <= ${to}`]),
    ...(from === undefined && to === undefined ? [existing('date')] : []),
  ]);
}

const keysOf = ({ attribute, in: values }: { attribute: ValueAttribute; in: readonly string[] }) =>
  values.map((value) => (attribute === 'id' ? primaryKey(value) : encodeValue(value)));

function existing(attribute: FilterAttribute): string {
  if (attribute === 'id' || attribute === 'lang') return EVERY_ARTICLE;
  const exists = `${FIELDS[attribute]} EXISTS`;
  // An empty list exists, too; and what has no list at all counts as not empty.
  return attribute === 'topic' ? allOf([exists, `${FIELDS.topic} IS NOT EMPTY`]) : exists;
}
