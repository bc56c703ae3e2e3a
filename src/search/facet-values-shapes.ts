import { z } from 'zod';
import { FACETS } from '../../indexer/engine.js';
import { limitOf } from './limit.js';
import { MOST_QUERY_CHARACTERS, SearchRequest } from './request.js';

const { topic, author, source, from, to } = SearchRequest.shape;

/** Which values of a facet are looked for, and among which articles, as strings from a URL. */
export const FacetValuesRequest = z
  .strictObject({
    name: z.enum(FACETS).meta({ description: 'The facet.' }),
    q: z
      .string()
      .max(MOST_QUERY_CHARACTERS)
      .default('')
      .meta({ description: 'Beginnings of words of the value; empty: all values.' }),
    query: z
      .string()
      .max(MOST_QUERY_CHARACTERS)
      .default('')
      .meta({ description: 'The search whose articles are counted; empty: every article.' }),
    topic,
    author,
    source,
    from,
    to,
    limit: limitOf({ usual: 20, most: 100 }),
  })
  .refine((times) => times.from === undefined || times.to === undefined || times.from <= times.to, {
    path: ['from'],
    message: 'expected a time that is not after "to"',
  })
  .meta({
    id: 'FacetValuesRequest',
    description: 'Values of a facet to look for, and the search in which they are counted.',
    example: { name: 'author', q: 'eliyev', query: 'neft', topic: 'enerji' },
  });

export type FacetValuesRequest = z.infer<typeof FacetValuesRequest>;

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
    name: z.enum(FACETS),
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
