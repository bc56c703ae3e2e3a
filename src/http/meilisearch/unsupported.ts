import { z } from 'zod';

/** A parameter of Meilisearch that has no meaning here; `instead` is what there is. */
export const unsupported = (instead: string) =>
  z
    .unknown()
    .refine(saysNothing, { error: `not supported: ${instead}; leave it out` })
    .optional()
    .meta({
      description: `Not supported: ${instead}. Only null, false or nothing in it is taken.`,
    });

/** `null`, `false`, `0`, an empty text, list or object. */
function saysNothing(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return Object.keys(value).length === 0;
  return !value || value === 'false' || value === '0';
}

const embeddings = unsupported('there are no embeddings');

/**
 * Clients send these empty; anything else is refused, since answering as if it were heeded would be
 * wrong.
 */
export const UNSUPPORTED = {
  distinct: unsupported('documents are not grouped'),
  rankingScoreThreshold: unsupported('every match counts; see `matchingStrategy`'),
  locales: unsupported('texts and queries are read as Azerbaijani'),
  hybrid: embeddings,
  vector: embeddings,
  retrieveVectors: embeddings,
  media: embeddings,
  personalize: unsupported('everybody gets the same hits'),
  useNetwork: unsupported('there is one index'),
  showRankingScoreDetails: unsupported('see `GET /v1/explain`'),
  showPerformanceDetails: unsupported('see `GET /metrics`'),
};

/** What these are called in the query of a GET. */
export const UNSUPPORTED_IN_QUERY = {
  distinct: UNSUPPORTED.distinct,
  rankingScoreThreshold: UNSUPPORTED.rankingScoreThreshold,
  locales: UNSUPPORTED.locales,
  hybridEmbedder: embeddings,
  hybridSemanticRatio: embeddings,
  vector: embeddings,
  retrieveVectors: embeddings,
  personalizeUserContext: UNSUPPORTED.personalize,
  useNetwork: UNSUPPORTED.useNetwork,
  showRankingScoreDetails: UNSUPPORTED.showRankingScoreDetails,
  showPerformanceDetails: UNSUPPORTED.showPerformanceDetails,
};
