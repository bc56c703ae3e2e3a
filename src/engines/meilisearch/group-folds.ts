import type { SynonymGroup } from '../../../indexer/lexicon/lexicon.js';
import { rememberGroups } from '../../../indexer/lexicon/made-of.js';

/** The folded words of each phrase of a group, the head's first. */
export const foldsOfGroup = rememberGroups(
  ({ head, members }: SynonymGroup, { analyzer }): ReadonlyMap<string, readonly string[]> =>
    new Map(
      [head, ...members].map((phrase) => [
        phrase,
        analyzer.analyze(phrase).tokens.map(({ word }) => word.fold),
      ]),
    ),
);
