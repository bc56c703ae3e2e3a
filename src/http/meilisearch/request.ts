import { z } from 'zod';
import { MOST_QUERY_CHARACTERS } from '../../search/parameters.js';
import { COUNTED } from './attributes.js';
import { strict } from './strict.js';
import { unsupported, UNSUPPORTED } from './unsupported.js';

/** Hits of one request, all of its queries together: each is read again for its highlights. */
export const MOST_HITS = 1000;
export const MOST_QUERIES = 50;

function count(most: number) {
  const error = `expected a positive integer up to ${most}`;
  return z.int().min(0, { error }).max(most, { error });
}
const names = z.array(z.string().max(200)).max(100);
const tag = z.string().max(200);

const error = 'expected a string, or an array of strings and of arrays of strings';
const FilterTexts = z.union(
  [z.string(), z.array(z.union([z.string(), z.array(z.string())], { error })).max(500)],
  { error },
);

const asking = {
  q: z
    .string()
    .max(MOST_QUERY_CHARACTERS)
    .nullish()
    .meta({ description: 'What was typed; empty: the newest first.' }),
  filter: FilterTexts.nullish().meta({
    description:
      'One filter, or a list of which all are demanded; of a list in it, any. The language is that of `filter` in `GET /v1/search`, with `timestamp` for `date` and `topics` for `topic`.',
  }),
  facets: z
    .union([z.string(), names])
    .transform((value) => (typeof value === 'string' ? [value] : value))
    .nullish()
    .meta({ description: `Of ${[...COUNTED.keys()].join(', ')}; \`*\` is all.` }),
  matchingStrategy: z.enum(['last', 'all', 'frequency']).nullish().meta({
    description:
      'What follows when few documents have every word: nothing (`all`), or documents that lack the last words, or the commonest ones (`frequency`, unless said).',
  }),
  attributesToSearchOn: z
    .array(z.string())
    .refine((list) => list.length === 0 || list.includes('*'), {
      error: 'every searchable attribute is searched; expected `["*"]`, or nothing',
    })
    .nullish()
    .meta({ description: 'Only `["*"]`: every searchable attribute is searched.' }),
};

const paging = {
  offset: count(1_000_000_000).nullish().meta({ description: 'Hits to pass over; 0 unless said.' }),
  limit: count(MOST_HITS)
    .nullish()
    .meta({ description: `Hits to give, up to ${MOST_HITS}; 20 unless said.` }),
  page: count(1_000_000_000)
    .nullish()
    .meta({ description: 'Page from 1. With it or `hitsPerPage`, pages are counted.' }),
  hitsPerPage: count(MOST_HITS).nullish().meta({ description: '20 unless said.' }),
};

const showing = {
  sort: names
    .nullish()
    .meta({ description: '`date:desc`, `date:asc`, or the same of `timestamp`.' }),
  attributesToRetrieve: names.nullish().meta({ description: 'All unless said; `*` is all.' }),
  attributesToHighlight: names.nullish().meta({ description: 'None unless said; `*` is all.' }),
  highlightPreTag: tag
    .nullish()
    .meta({ description: '`<em>` unless said. Texts are not escaped.' }),
  highlightPostTag: tag.nullish().meta({ description: '`</em>` unless said.' }),
  attributesToCrop: names
    .nullish()
    .meta({ description: 'None unless said; `body:20` keeps 20 words of the body.' }),
  cropLength: count(10_000)
    .nullish()
    .meta({ description: 'Words to keep; 10 unless said, 0 is all.' }),
  cropMarker: tag.nullish().meta({ description: 'Put where a text was cut; `…` unless said.' }),
  showMatchesPosition: z.boolean().nullish().meta({ description: 'In bytes of UTF-8.' }),
  showRankingScore: z.boolean().nullish(),
};

/** What `POST /indexes/{uid}/search` takes. */
export const SearchBody = strict({
  ...asking,
  ...paging,
  ...showing,
  ...UNSUPPORTED,
}).meta({ id: 'MeilisearchSearch' });
export type SearchBody = z.infer<typeof SearchBody>;

const indexUid = z
  .string()
  .meta({ description: 'The setting AXTAR_INDEX, `articles` unless said.' });

/** What `POST /multi-search` takes; federated searches are not supported. */
export const MultiSearchBody = strict({
  queries: z
    .array(
      strict({
        indexUid,
        ...SearchBody.shape,
        federationOptions: unsupported('queries are answered one by one'),
      }),
    )
    .max(MOST_QUERIES, `expected at most ${MOST_QUERIES} queries`),
  federation: z
    .null({ error: 'federated searches are not supported: leave `federation` out' })
    .optional()
    .meta({ description: 'Not supported.' }),
}).meta({ id: 'MeilisearchMultiSearch' });
export type MultiSearchBody = z.infer<typeof MultiSearchBody>;

/** What `POST /indexes/{uid}/facet-search` takes; clients send their whole search along. */
export const FacetSearchBody = z
  .object({
    facetName: z.string().meta({ description: 'The facet in whose values is searched.' }),
    facetQuery: z
      .string()
      .max(MOST_QUERY_CHARACTERS)
      .nullish()
      .meta({ description: 'What the values are searched for; nothing: all of them.' }),
    ...asking,
    exhaustiveFacetCount: z.boolean().nullish().meta({ description: 'Counts always are.' }),
  })
  .omit({ facets: true })
  .meta({ id: 'MeilisearchFacetSearch' });
export type FacetSearchBody = z.infer<typeof FacetSearchBody>;
