import type { EngineHit } from '../../indexer/engine.js';
import type { HitScore } from '../../indexer/hit-score.js';
import type { Order, Standing } from './partial.js';
import type { Score } from './rank.js';
import { layerOfWeight } from './scan.js';

/** A scored document in its place. */
export interface PlacedScore {
  readonly score: Score;
  readonly standing: Standing;
}

const BY_DATE: Standing = { by: 'date', worth: 0 };

/** A scored document among documents in the order of dates. */
export const placedByDate = (score: Score): PlacedScore => ({ score, standing: BY_DATE });

/** Documents in the order that their scores give. */
export const placedByScore = ({ scores, standingOf }: Order): PlacedScore[] =>
  scores.map((score) => ({ score, standing: standingOf(score) }));

/** The score of a document that was found, but not read. */
export const unscored = (row: number): Score => ({
  row,
  layers: 0,
  adjacent: 0,
  inTitle: 0,
  bm25: 0,
  relevance: 0,
  spread: Infinity,
  weights: new Uint8Array(),
  titles: new Uint8Array(),
  information: [],
  complete: false,
  phrase: false,
});

/** What a hit says of how its document answers the query. */
export function describeScore({
  score,
  standing,
}: PlacedScore): Pick<EngineHit, 'layers' | 'phrase' | 'bodyAt' | 'score'> {
  const { weights, phrase, bodyAt } = score;
  return {
    layers: Array.from(weights, layerOfWeight),
    phrase,
    ...(bodyAt === undefined ? {} : { bodyAt }),
    score: hitScore(score, standing),
  };
}

function hitScore(score: Score, standing: Standing): HitScore {
  const { weights, titles, information, spread, layers, adjacent, inTitle } = score;
  return {
    ...standing,
    words: Array.from(weights, (weight, at) => ({
      weight,
      inTitle: titles[at] === 1,
      information: information[at] ?? 0,
    })),
    spread,
    layers,
    adjacent,
    inTitle,
    relevance: score.relevance,
    step: score.bm25,
  };
}
