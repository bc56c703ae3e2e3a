import type { Candidate } from './find.js';
import type { SuggestIndex } from './index.js';
import type { SuggestionKind } from './request.js';

/** Of one kind not more than this share is chosen while there are others. */
const SHARES: Readonly<Record<SuggestionKind, number>> = {
  phrase: 0.5,
  title: 0.5,
  author: 0.125,
  topic: 0.125,
};
/** Two titles with this share of their words in common say the same. */
const SAME = 0.75;

/**
 * A good mix of the candidates, best first: none that says what a better one says, and of each kind
 * its share; what is free then goes to the best of the rest.
 */
export function chooseMix(
  candidates: readonly Candidate[],
  limit: number,
  texts: SuggestIndex['texts'],
): Candidate[] {
  const wordsOf = ({ number }: Candidate) => {
    const from = texts.beginOf(number);
    const length = texts.beginOf(number + 1) - from;
    return new Set(Array.from({ length }, (_, at) => texts.stemAt(from + at)));
  };
  const chosen: { readonly one: Candidate; readonly words: ReadonlySet<number> }[] = [];
  const counts = new Map<SuggestionKind, number>();

  function fill(mayJoin: (one: Candidate, words: ReadonlySet<number>) => boolean): void {
    for (const one of candidates) {
      if (chosen.length >= limit) return;
      if (chosen.some((other) => other.one === one)) continue;
      const words = wordsOf(one);
      if (!mayJoin(one, words)) continue;
      chosen.push({ one, words });
      counts.set(one.entry.kind, (counts.get(one.entry.kind) ?? 0) + 1);
    }
  }
  const isNew = (words: ReadonlySet<number>) =>
    chosen.every((other) => overlap(words, other.words) < SAME);
  const hasRoom = ({ entry: { kind } }: Candidate) =>
    (counts.get(kind) ?? 0) < Math.ceil(SHARES[kind] * limit);

  fill((one, words) => hasRoom(one) && isNew(words));
  fill((_, words) => isNew(words));
  return chosen.map(({ one }) => one).sort((a, b) => b.score - a.score);
}

/** Words in common, as a share of those of the longer. */
function overlap(some: ReadonlySet<number>, others: ReadonlySet<number>): number {
  let common = 0;
  for (const word of some) if (others.has(word)) common++;
  return common / Math.max(some.size, others.size);
}
