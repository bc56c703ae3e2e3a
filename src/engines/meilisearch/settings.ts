import { z } from 'zod';
import { readConfig } from '../../../indexer/config.js';

const names = z.array(z.string().min(1));
const count = z.int().positive();

const Filterable = z.strictObject({
  attributePatterns: names,
  features: z.strictObject({
    facetSearch: z.boolean(),
    filter: z.strictObject({ equality: z.boolean(), comparison: z.boolean() }),
  }),
});

/** What Meilisearch is told of an index; the names are Meilisearch's own. */
const IndexSettings = z.strictObject({
  displayedAttributes: names,
  searchableAttributes: names,
  filterableAttributes: z.array(Filterable),
  sortableAttributes: names,
  rankingRules: names,
  typoTolerance: z.strictObject({
    enabled: z.boolean(),
    minWordSizeForTypos: z.strictObject({ oneTypo: count, twoTypos: count }),
    disableOnNumbers: z.boolean(),
    disableOnWords: names,
    disableOnAttributes: names,
  }),
  separatorTokens: names,
  nonSeparatorTokens: names,
  dictionary: names,
  stopWords: names,
  prefixSearch: z.enum(['indexingTime', 'disabled']),
  proximityPrecision: z.enum(['byWord', 'byAttribute']),
  faceting: z.strictObject({
    maxValuesPerFacet: count,
    sortFacetValuesBy: z.record(z.string(), z.enum(['alpha', 'count'])),
  }),
  pagination: z.strictObject({ maxTotalHits: count }),
  searchCutoffMs: count,
});

export type IndexSettings = z.infer<typeof IndexSettings>;

/** Schema of `config/meilisearch.json`. */
export const MeilisearchSettings = z.strictObject({
  provenance: z.string(),
  index: IndexSettings,
  /** As in `config/engine.json`: a document that is ranked has to come over the network once. */
  rankedHits: count,
  /** Former indexes kept for `axtar rollback`. */
  keepOldIndexes: z.int().min(0).max(9),
  /** Documents sent at once, in bytes of JSON. */
  batchBytes: count,
});

export type MeilisearchSettings = z.infer<typeof MeilisearchSettings>;

/** The settings in `config/meilisearch.json`. */
export const loadMeilisearchSettings = (): MeilisearchSettings =>
  readConfig('meilisearch', MeilisearchSettings);
