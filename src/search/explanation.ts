import { z } from 'zod';
import { Article } from '../../indexer/article.js';
import { FIELDS } from '../../indexer/document.js';
import { LAYERS } from '../../indexer/engine.js';
import { QueryReport, QueryWordReport } from './response.js';

/** Where an article meets a word of the query. */
export const WordPlace = z.object({
  field: z.enum(FIELDS),
  of: Article.keyof().meta({ description: 'Tells apart what is searched as "extra".' }),
  text: z.string().meta({ description: 'As it stands there.' }),
  start: z.int().meta({ description: 'In UTF-16 units of that text; of a topic, of its name.' }),
  layer: z.enum(LAYERS),
});
export type WordPlace = Readonly<z.infer<typeof WordPlace>>;

/** Other words in which a word of the query, with its neighbours, may be said. */
export const TriedWording = z.object({
  text: z.string(),
  respelt: z.literal(true).optional().meta({
    description: "The query's own words, spelt otherwise; not a synonym that somebody has listed.",
  }),
  found: z.boolean().meta({ description: 'Whether the article has it.' }),
});
export type TriedWording = Readonly<z.infer<typeof TriedWording>>;

export const ExplainedWord = QueryWordReport.extend({
  information: z.number().optional().meta({
    description: 'How rare it is: the fewer documents have it, the more.',
  }),
  layer: z.enum(LAYERS).optional().meta({ description: 'The best; absent: not met.' }),
  inTitle: z.boolean().meta({ description: 'Whether its best match is in the title.' }),
  alternatives: z.array(TriedWording).readonly(),
  count: z.int().meta({ description: 'Places where it is met.' }),
  matches: z.array(WordPlace).readonly().meta({ description: 'The best first; ten at most.' }),
});
export type ExplainedWord = Readonly<z.infer<typeof ExplainedWord>>;

const PART_NAMES = ['words', 'near', 'layers', 'neighbours', 'title', 'relevance', 'date'] as const;
export type PartName = (typeof PART_NAMES)[number];

/** A part of the score, in a sentence. */
export const ScorePart = z.object({
  part: z.enum(PART_NAMES),
  value: z.union([z.number(), z.string()]).optional().meta({
    description: 'Greater is better, but for "near", a length in words; of "date", the date.',
  }),
  says: z.string(),
});
export type ScorePart = Readonly<z.infer<typeof ScorePart>>;

/** The document just above, and the first part in which it is better. */
export const Above = z.object({
  id: z.string(),
  title: z.string(),
  part: z.enum(PART_NAMES),
  says: z.string(),
});
export type Above = Readonly<z.infer<typeof Above>>;

const ABSENCES = ['nothing-asked', 'filters', 'excluded', 'phrase', 'words', 'unknown'] as const;
export type Absence = (typeof ABSENCES)[number];

export const Explanation = z
  .object({
    query: QueryReport.omit({ words: true }),
    document: Article.pick({ id: true, title: true, date: true }),
    matches: z.boolean(),
    says: z.string().meta({ description: 'Where it matches and where not, in a sentence.' }),
    absence: z.enum(ABSENCES).optional().meta({ description: 'Why it does not match.' }),
    place: z.int().optional().meta({ description: 'From 1, among the hits looked at.' }),
    lookedAt: z.int().meta({ description: 'Hits among which the place is sought.' }),
    totalHits: z.int(),
    words: z.array(ExplainedWord).readonly(),
    lacking: z.array(z.string()).readonly().meta({
      description: 'Words of the query that the article does not have.',
    }),
    score: z
      .array(ScorePart)
      .readonly()
      .meta({ description: 'In the order in which they decide.' }),
    above: Above.optional().meta({ description: 'The article just before it.' }),
  })
  .meta({
    id: 'Explanation',
    description: 'Why a document stands where it does among the hits of a query.',
  });
export type Explanation = Readonly<z.infer<typeof Explanation>>;
