import type { Candidate } from './candidates.js';
import { lexemeIdOf, nearby, touches, type Feature } from './contexts.js';
import type { SightingsOf } from './sightings.js';
import { isName, type Lexeme, type Vocabulary } from './vocabulary.js';

/** Where heads and rarer ones were seen. */
export interface Evidence {
  readonly heads: SightingsOf;
  readonly rarer: SightingsOf;
}

export interface ScoredPair extends Candidate {
  /** 0 or more; what it counts is in natural logarithms of likelihoods. */
  readonly score: number;
  /** Part of what stands around the rarer one that the head shares, by weight, from 0 to 1. */
  readonly portion: number;
  /** Neighbours that both have, the weightiest first, each once. */
  readonly shared: readonly Lexeme[];
}

interface SharedFeature {
  readonly feature: Feature;
  /** How much likelier it is beside the head than anywhere, as a natural logarithm: above 0. */
  readonly weight: number;
}

/**
 * Scores a pair by the neighbours that both have. A neighbour weighs more the rarer it is anywhere
 * and the more usual it is beside the head. Their sum counts as far as it covers what stands around
 * the rarer one, and less where the difference looks like grammar. Words that stand near each other
 * are two words: 0.
 */
export function scorePair(
  candidate: Candidate,
  { heads, rarer }: Evidence,
  vocabulary: Vocabulary,
): ScoredPair {
  const around = [...(rarer.get(candidate.rarer)?.features.keys() ?? [])];
  const aroundHead = heads.get(candidate.head)?.features ?? new Map<Feature, number>();
  const usualness = (feature: Feature) =>
    (vocabulary.lexemes[lexemeIdOf(feature)]?.articles ?? 1) / vocabulary.articles;
  const shared = around
    .map((feature) => {
      const portion = (aroundHead.get(feature) ?? 0) / candidate.head.count;
      return { feature, weight: Math.log(portion / usualness(feature)) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  const possible = around.reduce((sum, feature) => sum - Math.log(usualness(feature)), 0);
  const portion = possible > 0 ? weigh(shared) / possible : 0;
  const apart = !around.includes(nearby(candidate.head));
  const score = apart ? weigh(shared) * portion * trust(candidate, shared) : 0;
  return { ...candidate, score, portion, shared: lexemesOf(shared, vocabulary) };
}

const weigh = (features: readonly SharedFeature[]): number =>
  features.reduce((sum, { weight }) => sum + weight, 0);

/** How far a pair's neighbours are to be believed, from 0 to 1. */
function trust(candidate: Candidate, shared: readonly SharedFeature[]): number {
  const own = isNamePair(candidate) ? trustName(shared) : trustWord(candidate);
  return (own * trustLength(candidate)) / (1 + Math.log(candidate.alternations));
}

/** A person is told by the words that touch the name: the first name, the surname, the office. */
function trustName(shared: readonly SharedFeature[]): number {
  const company = weigh(shared.filter(({ feature }) => touches(feature)));
  return (1 + company) / (4 + company);
}

/**
 * A slip is rare where the right spelling is not; of two frequent words each is a word. A wrong last
 * letter is often an ending.
 */
function trustWord({ head, rarer }: Candidate): number {
  const ratio = Math.max(1, head.articles / rarer.articles);
  const isAtEnd = head.stem.slice(0, -1) === rarer.stem.slice(0, -1);
  return Math.min(1, Math.log10(ratio)) / (isAtEnd ? 2 : 1);
}

/** The shorter the words, the more of them are one slip apart. */
function trustLength({ head, rarer, sound }: Candidate): number {
  const letters = Math.min(head.stem.length, rarer.stem.length);
  return sound ? 1 : Math.min(1, (letters - 2) / 4);
}

export const isNamePair = ({ head, rarer }: Candidate): boolean => isName(head) && isName(rarer);

function lexemesOf(features: readonly SharedFeature[], { lexemes }: Vocabulary): Lexeme[] {
  const found = features.map(({ feature }) => lexemes[lexemeIdOf(feature)]);
  return [...new Set(found)].filter((lexeme) => lexeme !== undefined);
}
