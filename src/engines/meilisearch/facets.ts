import type { EngineQuery, FacetName, FacetValue, Filters } from '../../../indexer/engine.js';
import { careOf } from '../names.js';
import type { FoundDocuments, ListedSearch } from './client.js';
import { yearOf } from '../dates.js';
import { allOf, EVERY_ARTICLE } from './filter.js';
import { hasOwnFilter, readerFilters } from './filter-tree.js';
import { decodePair, decodeValue } from './values.js';

type Distribution = FoundDocuments['facetDistribution'];
type Counts = Readonly<Record<string, number>>;

/** The field whose values a facet counts. */
const FIELD: Readonly<Record<FacetName, string>> = {
  topic: 'byTopic',
  author: 'byAuthor',
  source: 'bySource',
  lang: 'byLang',
  year: 'byMonth',
  month: 'byMonth',
  day: 'byDay',
};
/** The field that holds the names to show for a facet's ids. */
const NAMES: Readonly<Partial<Record<FacetName, string>>> = {
  topic: 'byTopicName',
  author: 'byAuthorName',
};

/** The searches that count the facets asked for; the first is the search for the total. */
export function facetSearches(
  { facets, filters }: EngineQuery,
  match: { readonly q: string; readonly filter: string },
): ListedSearch[] {
  const countOnly = { q: match.q, limit: 0, matchingStrategy: 'all' as const };
  const search = (counted: readonly FacetName[], except?: FacetName): ListedSearch => ({
    ...countOnly,
    filter: allOf([match.filter, ...readerFilters(filters, except)]),
    facets: fieldsOf(counted),
  });
  const own = ownFacets(facets, filters);
  return [
    search(facets.filter((facet) => !own.includes(facet))),
    ...own.map((facet) => search([facet], facet)),
    ...nameSearches(facets),
  ];
}

const fieldsOf = (facets: readonly FacetName[]) => [
  ...new Set(facets.map((facet) => FIELD[facet])),
];

/** Facets that the reader has filtered by: each is counted as if its own filter were not set. */
const ownFacets = (facets: readonly FacetName[], filters: Filters): FacetName[] =>
  facets.filter((facet) => hasOwnFilter(filters, facet));

/** Names are those of the whole index: the same author is not called now so, now otherwise. */
function nameSearches(facets: readonly FacetName[]): ListedSearch[] {
  const names = facets.map((facet) => NAMES[facet]).filter((name) => name !== undefined);
  return names.length === 0 ? [] : [{ filter: EVERY_ARTICLE, limit: 0, facets: names }];
}

/** What the answers to `facetSearches` count. */
export function readFacets(
  { facets, filters }: EngineQuery,
  answers: readonly FoundDocuments[],
): Partial<Record<FacetName, FacetValue[]>> {
  const own = ownFacets(facets, filters);
  const names = answers[own.length + 1]?.facetDistribution ?? {};
  const counted = facets.map((facet) => {
    const answer = answers[own.indexOf(facet) + 1];
    const counts = answer?.facetDistribution[FIELD[facet]] ?? {};
    return [facet, valuesOf(facet, counts, names)] as const;
  });
  return Object.fromEntries(counted);
}

function valuesOf(facet: FacetName, counts: Counts, names: Distribution): FacetValue[] {
  if (facet === 'day' || facet === 'month') return newestFirst(counts);
  if (facet === 'year') return newestFirst(byYear(counts));
  const shown = namesOf(names[NAMES[facet] ?? ''] ?? {});
  return Object.entries(counts)
    .map(([encoded, count]) => {
      const value = decodeValue(encoded) ?? encoded;
      const name = NAMES[facet] === undefined ? undefined : (shown.get(value) ?? value);
      return { value, count, ...(name === undefined ? {} : { name }) };
    })
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

function byYear(months: Counts): Counts {
  const years: Record<string, number> = {};
  for (const [month, count] of Object.entries(months)) {
    const year = yearOf(month);
    years[year] = (years[year] ?? 0) + count;
  }
  return years;
}

const newestFirst = (counts: Counts): FacetValue[] =>
  Object.entries(counts)
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => (a.value < b.value ? 1 : -1));

/** For each id the name that most documents carry; of names as frequent, the most careful one. */
function namesOf(pairs: Counts): ReadonlyMap<string, string> {
  const best = new Map<string, { readonly name: string; readonly count: number }>();
  for (const [encoded, count] of Object.entries(pairs)) {
    const [id, name] = decodePair(encoded) ?? [];
    if (id === undefined || name === undefined) continue;
    const known = best.get(id);
    if (!known || isBetter({ name, count }, known)) best.set(id, { name, count });
  }
  return new Map([...best].map(([id, { name }]) => [id, name]));
}

const isBetter = (
  one: { readonly name: string; readonly count: number },
  other: { readonly name: string; readonly count: number },
): boolean =>
  one.count > other.count || (one.count === other.count && careOf(one.name) > careOf(other.name));
