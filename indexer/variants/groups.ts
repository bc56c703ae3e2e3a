import { isNamePair, type ScoredPair } from './score.js';
import type { Lexeme } from './vocabulary.js';

/** `name`: two spellings of a name, both current. `typo`: a slip, or a spelling hardly used. */
export type VariantKind = 'name' | 'typo';

/** Spellings of one word, joined by pairs, the best pair first. */
export interface VariantGroup {
  readonly kind: VariantKind;
  readonly pairs: readonly ScoredPair[];
}

interface Growing extends VariantGroup {
  readonly pairs: ScoredPair[];
}

/** A name that is so many times as frequent as another is not merely spelt otherwise. */
const SLIP_RATIO = 10;

const kindOf = (pair: ScoredPair): VariantKind =>
  isNamePair(pair) && (pair.sound || pair.head.articles < SLIP_RATIO * pair.rarer.articles)
    ? 'name'
    : 'typo';

/**
 * Joins pairs that share a spelling, so that no spelling stands in two entries of a kind. A pair
 * that says again what better ones said, or would join two groups, is left out.
 *
 * @param pairs the best first
 * @example of skot/scott, skott/scott, skott/skot // one group, of the first two pairs
 */
export function joinPairs(pairs: readonly ScoredPair[]): VariantGroup[] {
  const groups: Growing[] = [];
  const joined = { name: new Map<Lexeme, Growing>(), typo: new Map<Lexeme, Growing>() };
  for (const pair of pairs) {
    const kind = kindOf(pair);
    const known = joined[kind];
    const [ofHead, ofRarer] = [known.get(pair.head), known.get(pair.rarer)];
    if (ofRarer && (ofHead || kind === 'typo')) continue;
    // A spelling that is current for one name is no slip of another.
    if (kind === 'typo' && joined.name.has(pair.rarer)) continue;
    const group = ofHead ?? ofRarer ?? { kind, pairs: [] };
    if (group.pairs.length === 0) groups.push(group);
    group.pairs.push(pair);
    known.set(pair.head, group).set(pair.rarer, group);
  }
  return groups;
}

/** The spellings of a group, the most frequent first. */
export const spellingsOf = ({ pairs }: VariantGroup): Lexeme[] =>
  [...new Set(pairs.flatMap(({ head, rarer }) => [head, rarer]))].sort(
    (a, b) => b.count - a.count || a.id - b.id,
  );
