import { z } from 'zod';

/** The answers as the API promises them, written apart from the program on purpose. */

const Layer = z.enum(['exact', 'fold', 'stem', 'prefix', 'synonym', 'key', 'typo']);
const Named = z.strictObject({ id: z.string().min(1), name: z.string().min(1) });
const MarkedHtml = z.string().regex(/^(?:[^<>]|<mark>[^<>]+<\/mark>)*$/);
const Instant = z.iso.datetime({ offset: true });

const Hit = z.strictObject({
  slug: z.string().regex(/^[a-z0-9-]+$/),
  id: z.string().min(1),
  title: z.string().min(1),
  snippet: z.string().max(300),
  date: Instant.optional(),
  author: Named.extend({ role: z.string().min(1).optional() }).optional(),
  topics: z.array(Named),
  source: z.string().min(1).optional(),
  url: z.url().optional(),
  lang: z.string().min(2).max(3),
  _formatted: z
    .strictObject({ title: MarkedHtml, snippet: MarkedHtml, author: MarkedHtml.optional() })
    .optional(),
  match: z.strictObject({
    layer: z.union([Layer, z.literal('phrase')]).optional(),
    words: z.array(z.strictObject({ text: z.string().min(1), layer: Layer })),
  }),
});

const Facet = z.enum([
  'topic',
  'author',
  'source',
  'lang',
  'year',
  'month',
  'date:day',
  'date:month',
  'date:year',
]);
const perFacet = <Value extends z.ZodType>(value: Value) =>
  z.partialRecord(Facet, z.record(z.string(), value));

export const SearchAnswer = z.strictObject({
  query: z.strictObject({
    q: z.string(),
    normalized: z.string(),
    words: z.array(
      z.strictObject({
        text: z.string(),
        layersTried: z.array(Layer),
        readAs: z.array(z.string().min(1)).min(1).optional(),
        proposed: z.array(z.string().min(1)).min(1).optional(),
      }),
    ),
    corrected: z
      .strictObject({
        text: z.string().min(1),
        searched: z.boolean(),
        words: z.array(
          z.strictObject({
            typed: z.string().min(1),
            read: z.string().min(1),
            by: z.enum(['misspelling', 'spelling of a name', 'script', 'keyboard']),
          }),
        ),
      })
      .optional(),
    script: z.enum(['Latn', 'Cyrl', 'Arab', 'mixed']),
    layout: z.strictObject({ text: z.string(), from: z.string(), to: z.string() }).optional(),
  }),
  hits: z.array(Hit),
  page: z.int().min(1),
  hitsPerPage: z.int().min(1).max(100),
  totalHits: z.int().min(0),
  totalPages: z.int().min(0),
  facetDistribution: perFacet(z.int().min(0)),
  facetNames: perFacet(z.string().min(1)),
  facetStats: z
    .strictObject({
      date: z
        .strictObject({
          min: Instant,
          max: Instant,
          bucketsOmitted: z.int().min(1).optional(),
        })
        .optional(),
    })
    .optional(),
  next: z.string().min(1).optional(),
  processingTimeMs: z.number().min(0),
});
export type SearchAnswer = z.infer<typeof SearchAnswer>;

export const StatsAnswer = z.strictObject({
  engine: z.literal('embedded'),
  documents: z.int(),
  words: z.int(),
  bytes: z.int().min(1),
  updatedAt: Instant.optional(),
  analysis: z.string().min(1),
  revision: z.string().min(1),
});

export const ProblemBody = z.strictObject({
  type: z.string().regex(/^\/docs#[a-z_]+$/),
  title: z.string().min(1),
  status: z.int(),
  detail: z.string().min(1),
  instance: z.string().startsWith('/'),
  code: z.string().regex(/^[a-z_]+$/),
  requestId: z.string().min(1),
  retryAfter: z.int().min(1).optional(),
  errors: z.array(
    z.strictObject({
      in: z.enum(['query', 'path', 'header', 'body']),
      path: z.string().min(1),
      message: z.string().min(1),
      position: z.int().min(0).optional(),
    }),
  ),
});
export type ProblemBody = z.infer<typeof ProblemBody>;

const ExplainedWord = z.strictObject({
  text: z.string().min(1),
  layersTried: z.array(Layer),
  readAs: z.array(z.string().min(1)).min(1).optional(),
  proposed: z.array(z.string().min(1)).min(1).optional(),
  information: z.number().positive().optional(),
  layer: Layer.optional(),
  inTitle: z.boolean(),
  alternatives: z.array(
    z.strictObject({
      text: z.string().min(1),
      respelt: z.literal(true).optional(),
      found: z.boolean(),
    }),
  ),
  count: z.int().min(0),
  matches: z
    .array(
      z.strictObject({
        field: z.enum(['title', 'extra', 'body']),
        of: z.string().min(1),
        text: z.string().min(1),
        start: z.int().min(0),
        layer: Layer,
      }),
    )
    .max(10),
});

const Part = z.enum(['words', 'near', 'layers', 'neighbours', 'title', 'relevance', 'date']);
const Sentence = z.string().regex(/^[A-Z].*\.$/);

export const ExplainAnswer = z.strictObject({
  query: SearchAnswer.shape.query.omit({ words: true }),
  document: z.strictObject({
    id: z.string().min(1),
    title: z.string().min(1),
    date: Instant.optional(),
  }),
  matches: z.boolean(),
  says: Sentence,
  absence: z
    .enum(['nothing-asked', 'filters', 'excluded', 'phrase', 'words', 'unknown'])
    .optional(),
  place: z.int().min(1).optional(),
  lookedAt: z.int().min(0),
  totalHits: z.int().min(0),
  words: z.array(ExplainedWord),
  lacking: z.array(z.string().min(1)),
  score: z.array(
    z.strictObject({
      part: Part,
      value: z.union([z.number(), z.string()]).optional(),
      says: Sentence,
    }),
  ),
  above: z
    .strictObject({ id: z.string(), title: z.string(), part: Part, says: Sentence })
    .optional(),
});
export type ExplainAnswer = z.infer<typeof ExplainAnswer>;
