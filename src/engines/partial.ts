import type { HitScore } from '../../indexer/hit-score.js';
import { compareScores, type Score } from './rank.js';
import { weightOf } from './scan.js';
import type { EngineSettings } from './settings.js';

const TYPO = weightOf('typo');

type PartialSettings = EngineSettings['partial'];

/** Seconds since 1970 of a scored document; not finite where it has no date. */
export type TimeOf = (score: Score) => number;

/** What put a document in its place. */
export type Standing = Pick<HitScore, 'by' | 'worth'>;

export interface Order {
  /** Best first. */
  readonly scores: readonly Score[];
  standingOf(score: Score): Standing;
}

const BY_PARTS: Standing = { by: 'parts', worth: 0 };

/**
 * Orders documents of which some lack words of the query. Those that have all words, near each
 * other, come first, in the order of `compareScores`; the others by what their words tell and how
 * short the field is that tells it: of two headlines the nearer one wins, and words scattered over
 * a long body are worth less than a headline that has all but one. Among documents that have the same
 * words a weaker layer still never stands before a stronger one, nor the body before the title.
 *
 * @example orderPartial([lacks, has], timeOf, settings.partial).scores // [has, lacks]
 */
export function orderPartial(
  scores: readonly Score[],
  timeOf: TimeOf,
  partial: PartialSettings,
): Order {
  if (scores.every(({ complete }) => complete)) {
    return { scores: [...scores].sort(compareScores), standingOf: () => BY_PARTS };
  }
  const isFull = (score: Score) =>
    score.complete && isSure(score) && score.spread <= partial.nearWords;
  const full = scores.filter(isFull).sort(compareScores);
  const nearness = nearnessInTime(scores, timeOf, partial.story);
  const worth = new Map(
    scores.map((score) => [score, score.relevance * (1 + partial.story.weight * nearness(score))]),
  );
  const worthOf = (score: Score) => worth.get(score) ?? 0;
  const byWorth = (a: Score, b: Score) => worthOf(b) - worthOf(a);
  const lacking = scores.filter((score) => !isFull(score)).sort(byWorth);
  return {
    scores: [...full, ...keepLayers(lacking)],
    standingOf: (score) => (isFull(score) ? BY_PARTS : { by: 'worth', worth: worthOf(score) }),
  };
}

/** No word is met by what it was corrected to alone. */
const isSure = ({ weights }: Score): boolean =>
  weights.every((weight) => weight === 0 || weight > TYPO);

/** Documents with the same words take the places that they have together, the stronger first. */
function keepLayers(ordered: readonly Score[]): Score[] {
  const groups = new Map<string, Score[]>();
  for (const score of [...ordered].sort(byStrength)) {
    const words = wordsOf(score);
    const group = groups.get(words);
    if (group) group.push(score);
    else groups.set(words, [score]);
  }
  const next = new Map([...groups].map(([words, group]) => [words, group.values()]));
  return ordered.flatMap((score) => next.get(wordsOf(score))?.next().value ?? []);
}

const wordsOf = ({ weights }: Score): string =>
  Array.from(weights, (weight) => (weight > 0 ? 1 : 0)).join('');

const byStrength = (a: Score, b: Score): number => b.layers - a.layers || b.inTitle - a.inTitle;

/** How near documents are to the time of the strongest matches, from 0 to 1; 0 for short queries. */
function nearnessInTime(
  scores: readonly Score[],
  timeOf: TimeOf,
  { words, strongest, sharpness, hours }: PartialSettings['story'],
): (score: Score) => number {
  const byRelevance = [...scores].sort((a, b) => b.relevance - a.relevance).slice(0, strongest);
  const [best] = byRelevance;
  if (!best || best.weights.length < words) return () => 0;
  const witnesses = byRelevance
    .map((score) => ({ time: timeOf(score), say: (score.relevance / best.relevance) ** sharpness }))
    .filter(({ time }) => Number.isFinite(time));
  const say = witnesses.reduce((sum, witness) => sum + witness.say, 0);
  return (score) => {
    const time = timeOf(score);
    if (!Number.isFinite(time) || say === 0) return 0;
    const near = witnesses.map(
      (witness) => witness.say * Math.exp(-Math.abs(time - witness.time) / (hours * 3600)),
    );
    return near.reduce((sum, each) => sum + each, 0) / say;
  };
}
