import { z } from 'zod';
import { LAYERS } from '../../indexer/engine.js';
import { REQUEST_FACETS } from './request.js';

const Layer = z.enum(LAYERS).meta({
  id: 'Layer',
  description: 'How a word of the query met a word of the article; the best first.',
});

export const Named = z
  .object({
    id: z.string().meta({ description: 'What filters take.' }),
    name: z.string().meta({ description: 'What people read.' }),
  })
  .meta({ id: 'Named', example: { id: 'siyaset', name: 'Siyasət' } });
export type Named = z.infer<typeof Named>;

const HitWord = z.object({
  text: z.string().meta({ description: 'The word of the query.' }),
  layer: Layer,
});
export type HitWord = Readonly<z.infer<typeof HitWord>>;

const Html = z.string().meta({ description: 'HTML: escaped, with <mark> around what was met.' });

/** An article as an answer shows it. Which fields come is what "fields" of the request says. */
export const Hit = z
  .object({
    id: z.string().meta({ description: 'Always comes, whatever is asked for.' }),
    slug: z.string().optional().meta({
      description: 'The title for the end of a link: readable, not unique, never an id.',
      example: 'sabah-yagis-yagacaq',
    }),
    title: z.string().optional().meta({ description: 'Plain text.' }),
    subtitle: z.string().optional().meta({ description: 'Comes when asked for.' }),
    snippet: z.string().optional().meta({
      description: 'The passage of the body that answers best; plain text.',
    }),
    body: z.string().optional().meta({ description: 'Comes when asked for.' }),
    date: z.string().optional().meta({ format: 'date-time', example: '2025-10-23T17:08:00+04:00' }),
    author: Named.extend({ role: z.string().optional() }).optional(),
    topics: z.array(Named).readonly().optional(),
    source: z.string().optional(),
    url: z.string().optional().meta({ format: 'uri' }),
    lang: z.string().optional().meta({ example: 'az' }),
    tags: z.array(z.string()).readonly().optional().meta({ description: 'Comes when asked for.' }),
    _formatted: z
      .object({ title: Html, snippet: Html, author: Html.optional() })
      .optional()
      .meta({ description: 'The texts with what was met marked.' }),
    match: z
      .object({
        layer: z.union([Layer, z.literal('phrase')]).optional(),
        words: z.array(HitWord).readonly(),
      })
      .optional()
      .meta({
        description: 'The weakest layer that was needed, and the layer of each word that was met.',
      }),
    duplicates: z
      .array(
        z.object({
          id: z.string(),
          title: z.string(),
          source: z.string().optional(),
          date: z.string().optional(),
          url: z.string().optional(),
        }),
      )
      .readonly()
      .optional()
      .meta({ description: 'With distinct=story: articles of the same story, folded into this.' }),
  })
  .meta({ id: 'Hit', description: 'An article that was found.' });
export type Hit = Readonly<z.infer<typeof Hit>>;

export const QueryWordReport = z.object({
  text: z.string().meta({ description: 'As the analyzer reads it.' }),
  layersTried: z.array(Layer).readonly().meta({ description: 'How it was looked for.' }),
  readAs: z.array(z.string()).readonly().optional().meta({
    description: 'Words of the index that an unknown word was read as, likeliest first.',
  }),
  proposed: z.array(z.string()).readonly().optional().meta({
    description: 'Words that may have been meant instead of a rare one; not searched for.',
  }),
});
export type QueryWordReport = Readonly<z.infer<typeof QueryWordReport>>;

const Layout = z
  .object({ text: z.string(), from: z.string(), to: z.string() })
  .meta({ description: 'What the same keys type on another keyboard; nothing matched as typed.' });

const Corrected = z
  .object({
    text: z.string(),
    searched: z.boolean().meta({
      description: 'Whether this was searched for; otherwise it is but proposed.',
    }),
    words: z
      .array(
        z.object({
          typed: z.string(),
          read: z.string(),
          by: z.enum(['misspelling', 'spelling of a name', 'script', 'keyboard']),
        }),
      )
      .readonly(),
  })
  .meta({ description: 'What was typed as it was read, where it had to be read otherwise.' });

export const QueryReport = z
  .object({
    q: z.string().meta({ description: 'As it was sent.' }),
    normalized: z.string().meta({
      description: 'The words that were searched for, as the analyzer reads them.',
    }),
    words: z.array(QueryWordReport).readonly(),
    script: z.enum(['Latn', 'Cyrl', 'Arab', 'mixed']).meta({
      description: 'Of what was typed.',
    }),
    layout: Layout.optional(),
    corrected: Corrected.optional(),
  })
  .meta({ id: 'QueryReport', description: 'What was made of the query.' });
export type QueryReport = Readonly<z.infer<typeof QueryReport>>;

const perFacet = <Value extends z.ZodType>(value: Value) =>
  z.partialRecord(z.enum(REQUEST_FACETS), z.record(z.string(), value));

const FacetStats = z.object({
  date: z
    .object({
      min: z.string().meta({ format: 'date-time' }),
      max: z.string().meta({ format: 'date-time' }),
      bucketsOmitted: z.int().optional().meta({
        description: 'Older buckets of a histogram that were left out: it has the newest 1,000.',
      }),
    })
    .optional(),
});

export const SearchResponse = z
  .object({
    query: QueryReport,
    hits: z.array(Hit).readonly(),
    page: z.int(),
    hitsPerPage: z.int(),
    totalHits: z.int().meta({ description: 'Exact.' }),
    totalPages: z.int().meta({ description: 'Pages that can be paged to.' }),
    facetDistribution: perFacet(z.int()).meta({
      description:
        'Exact count of each value. A facet is counted as if its own filter were not set.',
    }),
    facetNames: perFacet(z.string()).meta({
      description: 'Names to show for the ids in facetDistribution.',
    }),
    facetStats: FacetStats.optional().meta({
      description: 'Earliest and latest date of what was found, where facets of dates are counted.',
    }),
    next: z.string().optional().meta({
      description: 'With sort by date: what "after" takes to go on from here.',
    }),
    processingTimeMs: z.number().meta({ description: 'Milliseconds, without the network.' }),
  })
  .meta({
    id: 'SearchResponse',
    description: 'A page of hits, and what was counted beside them.',
    example: {
      query: {
        q: 'Токаев',
        normalized: 'tokayev',
        words: [{ text: 'tokayev', layersTried: ['exact', 'fold', 'stem', 'prefix', 'key'] }],
        script: 'Cyrl',
      },
      hits: [
        {
          id: 'sefer',
          slug: 'tokayev-bakiya-sefer-edib',
          title: 'Tokayev Bakıya səfər edib',
          snippet: 'Qazaxıstan Prezidenti Kasım-Jomart Tokayevin Azərbaycana səfəri başlayıb.',
          date: '2025-10-23T17:08:00+04:00',
          author: { id: 'musvik-safarav', name: 'Müşfiq Səfərov', role: 'müxbir' },
          topics: [{ id: 'xarici-siyaset', name: 'Xarici siyasət' }],
          source: 'Xəzər Xəbər',
          url: 'https://xeber.example/sefer',
          lang: 'az',
          _formatted: {
            title: '<mark>Tokayev</mark> Bakıya səfər edib',
            snippet:
              'Qazaxıstan Prezidenti Kasım-Jomart <mark>Tokayevin</mark> Azərbaycana səfəri başlayıb.',
            author: 'Müşfiq Səfərov',
          },
          match: { layer: 'key', words: [{ text: 'tokayev', layer: 'key' }] },
        },
      ],
      page: 1,
      hitsPerPage: 20,
      totalHits: 1,
      totalPages: 1,
      facetDistribution: { topic: { 'xarici-siyaset': 1 } },
      facetNames: { topic: { 'xarici-siyaset': 'Xarici siyasət' } },
      processingTimeMs: 4.1,
    },
  });
export type SearchResponse = Readonly<z.infer<typeof SearchResponse>>;
