import type { Analyzer } from '../../indexer/language/analyzer.js';
import { checkSynonyms, type Finding } from '../../indexer/lexicon/check.js';
import { readGroupFiles } from '../../indexer/lexicon/check-files.js';
import type { Lexicon, SynonymGroup } from '../../indexer/lexicon/lexicon.js';
import { editsBetween, overlaid } from './overlay.js';

export interface ChangeChecker {
  /** What is to be said of the groups that differ between two overlays; errors first. */
  check(before: readonly SynonymGroup[], after: readonly SynonymGroup[]): Finding[];
}

/** Makes the checker: the checks of `axtar synonyms check`, of what an editor has touched. */
export function createChangeChecker(shipped: Lexicon, analyzer: Analyzer): ChangeChecker {
  const files = readGroupFiles();
  return {
    check: (before, after) => {
      const touched = new Set(editsBetween(before, after).map(({ id }) => id));
      const lexicon = { ...shipped, synonyms: overlaid(shipped.synonyms, after) };
      const own = after.map(({ id }) => [id, 'words.json'] as const);
      return checkSynonyms(lexicon, analyzer, new Map([...files, ...own])).filter(({ groups }) =>
        groups.some((id) => touched.has(id)),
      );
    },
  };
}
