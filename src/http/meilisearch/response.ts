import { z } from 'zod';
import { ATTRIBUTES } from './attributes.js';

const Value = z.union([z.string(), z.number(), z.array(z.string())]);
const attributes = z.partialRecord(z.enum(ATTRIBUTES), Value);

const Position = z.object({
  start: z.int(),
  length: z.int(),
  indices: z.array(z.int()).readonly().optional(),
});

/** A hit: the attributes of a document, and what was asked for beside them. */
export const MeilisearchDocument = z
  .object(Object.fromEntries(ATTRIBUTES.map((name) => [name, Value.optional()])))
  .meta({
    id: 'MeilisearchDocument',
    description:
      'An article without anything inside anything: `date` is RFC 3339, `timestamp` the same in seconds since 1970, `topics` are names.',
  });

export const MeilisearchHit = MeilisearchDocument.extend({
  _formatted: attributes.optional().meta({
    description: 'Highlighted and cropped texts, numbers as texts; not escaped.',
  }),
  _matchesPosition: z
    .partialRecord(z.enum(ATTRIBUTES), z.array(Position).readonly())
    .optional()
    .meta({ description: 'Where the query is met, in bytes of UTF-8.' }),
  _rankingScore: z.number().min(0).max(1).optional(),
}).meta({ id: 'MeilisearchHit' });

/** What `POST /indexes/{uid}/search` answers. */
export const SearchAnswer = z
  .object({
    hits: z.array(MeilisearchHit),
    query: z.string(),
    processingTimeMs: z.int(),
    limit: z.int().optional(),
    offset: z.int().optional(),
    estimatedTotalHits: z.int().optional().meta({ description: 'Exact.' }),
    hitsPerPage: z.int().optional(),
    page: z.int().optional(),
    totalPages: z.int().optional(),
    totalHits: z.int().optional(),
    facetDistribution: z
      .record(z.string(), z.record(z.string(), z.int()))
      .optional()
      .meta({ description: 'Counted under all filters, as Meilisearch does.' }),
    facetStats: z.record(z.string(), z.object({ min: z.number(), max: z.number() })).optional(),
    requestUid: z.string(),
  })
  .meta({ id: 'MeilisearchSearchAnswer' });

export const MultiSearchAnswer = z
  .object({ results: z.array(SearchAnswer.extend({ indexUid: z.string() })) })
  .meta({ id: 'MeilisearchMultiSearchAnswer' });

export const FacetSearchAnswer = z
  .object({
    facetHits: z.array(z.object({ value: z.string(), count: z.int() })),
    facetQuery: z.string().nullable(),
    processingTimeMs: z.int(),
  })
  .meta({ id: 'MeilisearchFacetSearchAnswer' });
