import { z } from 'zod';
import type { Matching } from '../../indexer/engine.js';
import { limitOf } from './limit.js';
import { areInOrder, filters, MOST_QUERY_CHARACTERS, q, TIMES_IN_ORDER } from './parameters.js';
import { VALUE_FACETS, type Inside } from './request.js';

/** The facet whose values are looked for. */
export const FacetPath = z.object({
  name: z.enum(VALUE_FACETS).meta({ description: 'The facet.', example: 'author' }),
});

/** Which values of a facet are looked for, and among which articles. */
export const FacetValuesQuery = z
  .strictObject({
    q: z.string().max(MOST_QUERY_CHARACTERS).default('').meta({
      description: 'Beginnings of words of the value, in any spelling; empty: all values.',
      example: 'eliyev',
    }),
    query: q.meta({ description: 'The search whose articles are counted; empty: every article.' }),
    ...filters,
    limit: limitOf({ usual: 20, most: 100 }),
  })
  .refine(areInOrder, TIMES_IN_ORDER);

export type FacetValuesRequest = z.infer<typeof FacetPath> &
  z.infer<typeof FacetValuesQuery> &
  Inside & { readonly matchingStrategy?: Matching };

/** A value of a facet that has the words that were looked for. */
export const FacetValueFound = z
  .object({
    id: z.string().meta({ description: 'What to filter by.' }),
    name: z.string(),
    html: z.string().meta({ description: 'The name, escaped; what was typed is in <mark>.' }),
    count: z.number().int().meta({ description: 'Articles of the search that have it.' }),
  })
  .meta({
    id: 'FacetValueFound',
    description: 'A value of a facet, with the number of articles of the search that have it.',
    example: {
      id: 'ilham-aliyav',
      name: 'İlham Əliyev',
      html: 'İlham <mark>Əliyev</mark>',
      count: 12,
    },
  });

export type FacetValueFound = z.infer<typeof FacetValueFound>;

/** Values of a facet, the most frequent first. */
export const FacetValuesResponse = z
  .object({
    name: z.enum(VALUE_FACETS),
    q: z.string(),
    layout: z
      .object({ text: z.string(), from: z.string(), to: z.string() })
      .exactOptional()
      .meta({ description: 'No value has what was typed; the same keys on another keyboard.' }),
    values: z.array(FacetValueFound),
    totalValues: z.number().int().meta({ description: 'Values found, beyond the limit too.' }),
    processingTimeMs: z.number(),
  })
  .meta({
    id: 'FacetValuesResponse',
    description: 'Values of a facet that have the words that were typed, the most frequent first.',
    example: {
      name: 'topic',
      q: 'ene',
      values: [{ id: 'enerji', name: 'Enerji', html: '<mark>Ene</mark>rji', count: 12 }],
      totalValues: 1,
      processingTimeMs: 5.1,
    },
  });

export type FacetValuesResponse = z.infer<typeof FacetValuesResponse>;
