import { VALUE_FACETS } from '../../search/request.js';

/** What a document has, as clients see it, in the order in which it is shown. */
export const ATTRIBUTES = [
  'id',
  'title',
  'subtitle',
  'body',
  'author',
  'authorRole',
  'topics',
  'date',
  'timestamp',
  'source',
  'url',
  'lang',
  'tags',
  'slug',
] as const;
export type AttributeName = (typeof ATTRIBUTES)[number];

/** Where words are looked for, the most important first. */
export const SEARCHABLE = [
  'title',
  'subtitle',
  'author',
  'authorRole',
  'source',
  'topics',
  'tags',
  'body',
] as const satisfies readonly AttributeName[];

export const isSearchable = (attribute: AttributeName): boolean =>
  SEARCHABLE.some((known) => known === attribute);

export type CountedFacet = (typeof VALUE_FACETS)[number];

/**
 * What can be counted, and by which facet of the port it is. Of `timestamp` the ends are told alone:
 * hardly two documents share one.
 */
export const COUNTED: ReadonlyMap<string, CountedFacet | 'timestamp'> = new Map([
  ...VALUE_FACETS.map((facet) => [facet, facet] as const),
  // Documents have `topics`, so that clients filter and count by it.
  ['topics', 'topic'] as const,
  ['timestamp', 'timestamp'] as const,
]);

/** Other names of what the filter language calls otherwise. */
export const FILTER_ALIASES = new Map([
  ['timestamp', 'date'],
  ['topics', 'topic'],
] as const);

/** Attributes by which hits can be sorted: both are the date. */
export const SORTABLE = ['date', 'timestamp'] as const;

/**
 * The attributes that a list names; `*` is all. Names of nothing say nothing, as in Meilisearch.
 *
 * @example chooseAttributes(['title', 'price']) // ['title']
 */
export function chooseAttributes(names: readonly string[]): readonly AttributeName[] {
  if (names.includes('*')) return ATTRIBUTES;
  return ATTRIBUTES.filter((attribute) => names.includes(attribute));
}
