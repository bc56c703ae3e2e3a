import { z } from 'zod';
import type { Matching } from '../../indexer/engine.js';
import type { Filter } from '../../indexer/filter.js';
import { areInOrder, filters, flag, listOf, q, TIMES_IN_ORDER, whole } from './parameters.js';

export const MOST_HITS_PER_PAGE = 100;
/** Words of a snippet. */
const MOST_CROP_WORDS = 200;

/** Facets by value, and the histograms of dates, in Baku time. */
export const VALUE_FACETS = ['topic', 'author', 'source', 'lang', 'year', 'month'] as const;
export const DATE_HISTOGRAMS = ['date:day', 'date:month', 'date:year'] as const;
export const REQUEST_FACETS = [...VALUE_FACETS, ...DATE_HISTOGRAMS] as const;
export type RequestFacet = (typeof REQUEST_FACETS)[number];

/** What of a hit can be asked for; `id` always comes. */
export const HIT_FIELDS = [
  'id',
  'slug',
  'title',
  'subtitle',
  'snippet',
  'body',
  'date',
  'author',
  'topics',
  'source',
  'url',
  'lang',
  'tags',
  '_formatted',
  'match',
] as const;
export type HitField = (typeof HIT_FIELDS)[number];

const MATCHING = ['frequency', 'last', 'all'] as const satisfies readonly Matching[];

/** What is never said from outside. */
export interface Inside {
  /** What the caller may see at most, whatever it asks for. */
  readonly only?: Filter;
  /** Hits to give, instead of those of the page. */
  readonly window?: { readonly offset: number; readonly limit: number };
}

/** The parameters of a search, as strings from a URL or a command line, or as JSON. */
export const SearchRequest = z
  .strictObject({
    q,
    ...filters,
    sort: z.enum(['relevance', 'date:desc', 'date:asc']).default('relevance').meta({
      description: 'By relevance, or by date, newest or oldest first.',
    }),
    page: whole(1, 999_999_999).default(1).meta({ description: 'The page, from 1.' }),
    hitsPerPage: whole(1, MOST_HITS_PER_PAGE).default(20).meta({
      description: 'Hits of a page; pages reach up to 10,000 hits.',
    }),
    after: z
      .string()
      .max(200)
      .transform((text) => text || undefined)
      .optional()
      .meta({
        override: { type: 'string', maxLength: 200 },
        description:
          'The "next" of an answer in the order of dates: goes on where that page ended, as deep as there are articles.',
      }),
    facets: listOf(REQUEST_FACETS, 'Facets to count, with commas between.').default([]),
    fields: listOf(
      HIT_FIELDS,
      'Fields of the hits, with commas between; all but body, subtitle and tags unless said.',
    ).optional(),
    highlight: flag.default(true).meta({ description: 'Whether hits have "_formatted".' }),
    cropLength: whole(1, MOST_CROP_WORDS).optional().meta({
      description: 'Words of the snippet; some 30 unless said.',
    }),
    matchingStrategy: z.enum(MATCHING).default('frequency').meta({
      description:
        'What to do when few articles have all words: give up the most frequent words first, or the last, or none.',
    }),
    distinct: z.enum(['story']).optional().meta({
      description: 'Folds near-duplicate articles of several outlets into one hit.',
    }),
  })
  .refine(areInOrder, TIMES_IN_ORDER)
  .refine(({ after, sort }) => after === undefined || sort !== 'relevance', {
    path: ['after'],
    message: 'expected sort=date:desc or date:asc beside it',
  })
  .refine(
    ({ after, q, matchingStrategy }) =>
      after === undefined || q === '' || matchingStrategy === 'all',
    {
      path: ['after'],
      message: 'expected matchingStrategy=all beside it',
    },
  )
  .refine(({ after, page, distinct }) => after === undefined || (page === 1 && !distinct), {
    path: ['after'],
    message: 'expected neither page nor distinct beside it',
  })
  .meta({
    id: 'SearchRequest',
    description: 'What is searched for, among what, and how it is shown.',
    example: {
      q: 'orta dəhliz',
      filter: 'topic = neqliyyat AND date >= 2024-01-01',
      facets: ['topic', 'date:month'],
      hitsPerPage: 10,
    },
  });

export type SearchRequest = z.infer<typeof SearchRequest> & Inside;

/** The parameters of an explanation: a query, the filters that go with it, and a document. */
export const ExplainRequest = z
  .strictObject({
    q,
    id: z.string().min(1, 'expected the id of a document').max(200).meta({
      description: 'Id of the article.',
      example: 'numune-038',
    }),
    ...filters,
  })
  .refine(areInOrder, TIMES_IN_ORDER);

export type ExplainRequest = z.infer<typeof ExplainRequest> & Inside;
