import { z } from 'zod';
import { readConfig } from '../../indexer/config.js';

const positive = z.number().positive();
const count = z.int().positive();

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
    /** Scores closer than this count as equal, so that the newer article comes first. */
    step: positive,
    fieldWeights: z.strictObject({ title: positive, extra: positive, body: positive }),
  }),
  typos: z.strictObject({
    /** Shortest words, in letters, that may hold one and two errors. */
    oneFrom: count,
    twoFrom: count,
    /** Words of the index that a misspelt word is read as, at most. */
    corrections: count,
  }),
  /** Completions of a half-typed word that are told apart in ranking, at most. */
  prefixForms: count,
});

export type EngineSettings = z.infer<typeof EngineSettings>;

/** The settings in `config/engine.json`. */
export const loadEngineSettings = (): EngineSettings => readConfig('engine', EngineSettings);
