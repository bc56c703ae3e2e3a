import type { Analyzer } from '../language/analyzer.js';
import type { Lexicon, SynonymGroup } from './lexicon.js';

/**
 * Makes something of the groups of a lexicon, at once, and anew whenever they are others: editors
 * may change them while a service runs.
 *
 * @example const count = madeOf(lexicon, ({ synonyms }) => synonyms.length); count() // 1368
 */
export function madeOf<Made>(lexicon: Lexicon, make: (lexicon: Lexicon) => Made): () => Made {
  const makeNow = () => {
    const { synonyms } = lexicon;
    return { synonyms, made: make({ ...lexicon, synonyms }) };
  };
  let known = makeNow();
  return () => {
    if (lexicon.synonyms !== known.synonyms) known = makeNow();
    return known.made;
  };
}

/** What a group is read with. */
export interface GroupTools {
  readonly lexicon: Pick<Lexicon, 'stopWords'>;
  readonly analyzer: Analyzer;
}

interface Remembered<Made> {
  readonly stopWords: Lexicon['stopWords'];
  readonly analyzer: Analyzer;
  readonly made: Made;
}

/**
 * Remembers what was made of each group as long as the group itself is kept, so that a changed
 * lexicon costs no more than the groups that have changed.
 *
 * @example const phrases = rememberGroups(({ head, members }) => [head, ...members])
 */
export function rememberGroups<Made>(
  make: (group: SynonymGroup, tools: GroupTools) => Made,
): (group: SynonymGroup, tools: GroupTools) => Made {
  const known = new WeakMap<SynonymGroup, Remembered<Made>>();
  return (group, tools) => {
    const { analyzer } = tools;
    const { stopWords } = tools.lexicon;
    const last = known.get(group);
    if (last?.analyzer === analyzer && last.stopWords === stopWords) return last.made;
    const made = make(group, tools);
    known.set(group, { stopWords, analyzer, made });
    return made;
  };
}
