import { z } from 'zod';
import { readConfig } from '../../indexer/config.js';
import { LAYERS } from '../../indexer/engine.js';

const positive = z.number().positive();
const count = z.int().positive();

const Field = z.strictObject({ weight: positive, words: positive });

/** Schema of `config/engine.json`. */
export const EngineSettings = z.strictObject({
  provenance: z.string(),
  /** With fewer full matches than this, documents that lack a word follow. */
  fullPage: count,
  /** Documents ranked by relevance at most; the newest of the strongest matches are taken. */
  rankedHits: count,
  /** Hits that can be paged to. */
  maxHits: count,
  bm25: z.strictObject({
    k1: positive,
    b: z.number().min(0).max(1),
    /** What of a word's information counts wherever and however often it stands. */
    presence: z.number().min(0).max(1),
    /** What a match in each layer tells, as a share of an exact one. */
    layers: z.record(z.enum(LAYERS), z.number().min(0).max(1)),
    /** What a word written as a name tells, as a multiple of another that is as rare. */
    names: positive,
    /** What a word tells that only makes a sentence of a question, as a share of another. */
    light: z.number().min(0).max(1),
    /** Scores closer than this count as equal, so that the newer article comes first. */
    step: positive,
    /** Per field its weight, and the words of an ordinary one: of shorter fields a word says more. */
    fields: z.strictObject({ title: Field, extra: Field, body: Field }),
  }),
  /** Documents that lack words. */
  partial: z.strictObject({
    /** With them there are so many hits, at least. */
    hits: count,
    /** Documents that have all words go before them when so many words of text have them all. */
    nearWords: count,
    /**
     * A long query tells of an event, and events have a time: documents from the time of the
     * strongest matches are preferred.
     */
    story: z.strictObject({
      /** Queries of so many words are long. */
      words: count,
      /** Documents that tell the time, and the power of their relevance by which they do. */
      strongest: count,
      sharpness: positive,
      /** After so many hours the preference is a third; the share of relevance that it adds. */
      hours: positive,
      weight: z.number().nonnegative(),
    }),
  }),
  typos: z.strictObject({
    /** What errors may cost, by config/misspelling.json: in any word, for each letter, in no word more. */
    leastCost: positive,
    costPerLetter: positive,
    mostCost: positive,
    /** Words so much farther are proposed, not searched for. */
    farCost: z.number().nonnegative(),
    /** Words of the index that a misspelt word is read as: so many, and so much worse than the best. */
    corrections: count,
    margin: positive,
    /** A word that fewer documents have may be misspelt, though the index knows it. */
    rareBelow: count,
    /** Then words at this cost are proposed that so many times as many documents have. */
    rareCost: positive,
    rarer: positive,
  }),
  /** Completions of a half-typed word that are told apart in ranking, at most. */
  prefixForms: count,
});

export type EngineSettings = z.infer<typeof EngineSettings>;

/** The settings in `config/engine.json`. */
export const loadEngineSettings = (): EngineSettings => readConfig('engine', EngineSettings);
