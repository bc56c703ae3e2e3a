import type { EngineHit } from '../../../indexer/engine.js';

/** Weight of the strongest layer. */
const MOST_WEIGHT = 14;

/**
 * `_rankingScore`, from 0 to 1: how well a hit answers the query of `words` words. Above 0.5 it has
 * all words, and the parts of its rank decide in their order; below it lacks some or has them far
 * apart, and the share of the query's information that it carries decides. Without words all have 1;
 * matches beyond those that are ranked have 0.
 */
export function rankingScore({ score }: Pick<EngineHit, 'score'>, words: number): number {
  if (words === 0) return 1;
  if (score.words.length === 0) return 0;
  return rounded(isWhole(score) ? 0.5 + wholeScore(score) / 2 : shareOf(score) / 2);
}

/**
 * Scores of hits in their order, none above that of the hit before it: a hit without all words may
 * stand in the place that another with the same words has won.
 *
 * @example falling([0.9, 0.4, 0.45]) // [0.9, 0.4, 0.4]
 */
export function falling(scores: readonly number[]): number[] {
  let least = 1;
  return scores.map((score) => (least = Math.min(least, score)));
}

type Score = EngineHit['score'];

const isWhole = ({ by, words }: Score): boolean =>
  by !== 'worth' && words.every(({ weight }) => weight > 0);

/** The parts as the digits of one number: the first that differs decides. */
function wholeScore({ words, layers, adjacent, inTitle, step }: Score): number {
  const digits = [
    { value: layers, most: MOST_WEIGHT * words.length },
    { value: adjacent, most: MOST_WEIGHT * (words.length - 1) },
    { value: inTitle, most: words.length },
  ];
  const relevance = step / (1 + step);
  return digits.reduceRight((rest, { value, most }) => (value + rest) / (most + 1), relevance);
}

function shareOf({ words }: Score): number {
  const all = words.reduce((sum, { information }) => sum + information, 0);
  const met = words.reduce(
    (sum, { information, weight }) => sum + (information * weight) / MOST_WEIGHT,
    0,
  );
  return all === 0 ? 0 : met / all;
}

const rounded = (score: number): number =>
  Math.round(Math.min(Math.max(score, 0), 1) * 10_000) / 10_000;
