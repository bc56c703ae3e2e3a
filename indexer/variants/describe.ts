import type { ScoredPair } from './score.js';
import type { Lexeme } from './vocabulary.js';
import type { Seen } from './wording.js';

/** A spelling of a proposal and where it was found, inflections and all. */
export interface SpellingEvidence {
  readonly spelling: string;
  /** Occurrences, and articles that hold them. */
  readonly count: number;
  readonly articles: number;
  /** The most frequent forms, as written. */
  readonly forms: readonly string[];
  /** Ids of two articles that hold it. */
  readonly examples: readonly string[];
}

/** Why two spellings of a proposal are one word. */
export interface PairEvidence {
  readonly spellings: readonly [string, string];
  readonly score: number;
  /** Part of what stands around the rarer one that the other shares, from 0 to 1. */
  readonly portion: number;
  /** Their name keys meet, so that search finds one by the other, but only as a weak match. */
  readonly sound: boolean;
  /** Words that stand near both, the weightiest first. */
  readonly neighbours: readonly string[];
}

const SHOWN_NEIGHBOURS = 6;
const SHOWN_FORMS = 3;

/** @param spelling its wording in the entry */
export function describeSpelling({ lexeme, sightings }: Seen, spelling: string): SpellingEvidence {
  const forms = [...sightings.spellings].sort(([, a], [, b]) => b - a).map(([form]) => form);
  return {
    spelling,
    count: lexeme.count,
    articles: lexeme.articles,
    forms: forms.slice(0, SHOWN_FORMS),
    examples: sightings.articles,
  };
}

/** @param nameOf gives the wording of a lexeme in the entry */
export function describePair(pair: ScoredPair, nameOf: (lexeme: Lexeme) => string): PairEvidence {
  return {
    spellings: [nameOf(pair.head), nameOf(pair.rarer)],
    score: roundScore(pair.score),
    portion: roundScore(pair.portion),
    sound: pair.sound,
    neighbours: pair.shared.slice(0, SHOWN_NEIGHBOURS).map(({ form }) => form),
  };
}

/** To two decimals. */
export const roundScore = (value: number): number => Math.round(value * 100) / 100;
