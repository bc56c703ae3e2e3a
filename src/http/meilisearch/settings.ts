import { z } from 'zod';
import type { Lexicon, SynonymGroup } from '../../../indexer/lexicon/lexicon.js';
import { ATTRIBUTES, COUNTED, FILTER_ALIASES, SEARCHABLE, SORTABLE } from './attributes.js';
import { ATTRIBUTES as FILTERABLE } from '../../search/filter/attributes.js';
import { MOST_FACET_VALUES } from './facets.js';

const Names = z.array(z.string()).readonly();

export const IndexSettings = z
  .object({
    displayedAttributes: Names,
    searchableAttributes: Names,
    filterableAttributes: Names,
    sortableAttributes: Names,
    rankingRules: Names.meta({ description: "Ours, by the names of Meilisearch's nearest." }),
    stopWords: Names,
    synonyms: z.record(z.string(), Names),
    nonSeparatorTokens: Names,
    separatorTokens: Names,
    dictionary: Names,
    distinctAttribute: z.null(),
    proximityPrecision: z.literal('byWord'),
    typoTolerance: z.object({ enabled: z.literal(true) }),
    faceting: z.object({
      maxValuesPerFacet: z.int(),
      sortFacetValuesBy: z.record(z.string(), z.literal('count')),
    }),
    pagination: z.object({ maxTotalHits: z.int() }),
    embedders: z.object({}),
    searchCutoffMs: z.int(),
    localizedAttributes: z.array(z.object({ attributePatterns: Names, locales: Names })),
    facetSearch: z.literal(true),
    prefixSearch: z.literal('indexingTime'),
  })
  .meta({ id: 'MeilisearchSettings', description: 'Read only: they are set in `config/`.' });

interface Facts {
  readonly lexicon: Lexicon;
  readonly maxHits: number;
  readonly searchDeadline: number;
}

/** The settings of the index, in Meilisearch's words. */
export const indexSettings = ({
  lexicon,
  maxHits,
  searchDeadline,
}: Facts): z.infer<typeof IndexSettings> => ({
  displayedAttributes: [...ATTRIBUTES],
  searchableAttributes: [...SEARCHABLE],
  filterableAttributes: [...new Set([...FILTERABLE, ...FILTER_ALIASES.keys(), ...COUNTED.keys()])],
  sortableAttributes: [...SORTABLE],
  rankingRules: ['sort', 'words', 'exactness', 'typo', 'proximity', 'attribute', 'date:desc'],
  stopWords: [...lexicon.stopWords].sort(),
  synonyms: synonymsOf(lexicon.synonyms),
  nonSeparatorTokens: [],
  separatorTokens: [],
  dictionary: [],
  distinctAttribute: null,
  proximityPrecision: 'byWord',
  typoTolerance: { enabled: true },
  faceting: { maxValuesPerFacet: MOST_FACET_VALUES, sortFacetValuesBy: { '*': 'count' } },
  pagination: { maxTotalHits: maxHits },
  embedders: {},
  searchCutoffMs: searchDeadline,
  localizedAttributes: [{ attributePatterns: ['*'], locales: ['aze'] }],
  facetSearch: true,
  prefixSearch: 'indexingTime',
});

/**
 * Per phrase, what it is searched for by besides.
 *
 * @example synonymsOf([{ id: 'bmt', mode: 'oneway', head: 'BMT', members: ['UN'] }]) // { BMT: ['UN'] }
 */
export function synonymsOf(groups: readonly SynonymGroup[]): Record<string, string[]> {
  const found = new Map<string, Set<string>>();
  for (const { mode, head, members } of groups) {
    const phrases = [head, ...members];
    const keys = { mutual: phrases, oneway: [head], off: [] }[mode];
    for (const key of keys) {
      const others = phrases.filter((phrase) => phrase !== key);
      found.set(key, new Set([...(found.get(key) ?? []), ...others]));
    }
  }
  return Object.fromEntries([...found].map(([key, others]) => [key, [...others]]));
}
