import type { Analyzer } from '../language/analyzer.js';
import type { Lexicon, SynonymGroup } from '../lexicon/lexicon.js';
import type { Lexeme } from './vocabulary.js';

/** What the lexicon says of lexemes already. */
export interface Known {
  /** Whether a group holds both, also within phrases (Elon Musk, İlon Mask), or keeps them apart. */
  settled(a: Lexeme, b: Lexeme): boolean;
  /** The mutual group that holds the lexeme as a phrase of its own. */
  groupOf(lexeme: Lexeme): SynonymGroup | undefined;
  hasId(id: string): boolean;
}

/**
 * Reads the groups of a lexicon by the stems of their words.
 *
 * @example readKnown(loadLexicon(), analyzer).settled(tramp, trump) // true
 */
export function readKnown({ synonyms }: Lexicon, analyzer: Analyzer): Known {
  const holders = new Map<string, Set<SynonymGroup>>();
  const owners = new Map<string, SynonymGroup>();
  for (const group of synonyms) {
    for (const phrase of [group.head, ...group.members]) {
      const words = analyzer.analyze(phrase).tokens.map(({ word }) => word);
      const stems = words.flatMap((word) => word.stems);
      for (const stem of stems) holders.set(stem, (holders.get(stem) ?? new Set()).add(group));
      if (words.length > 1 || group.mode !== 'mutual') continue;
      for (const stem of stems) owners.set(stem, group);
    }
  }
  const holdersOf = ({ stems }: Lexeme) =>
    [...stems].flatMap((stem) => [...(holders.get(stem) ?? [])]);
  const groupOf = ({ stems }: Lexeme) => {
    const owner = [...stems].find((stem) => owners.has(stem));
    return owner === undefined ? undefined : owners.get(owner);
  };
  const ids = new Set(synonyms.map(({ id }) => id));
  const settled = (a: Lexeme, b: Lexeme) => {
    const groups = new Set(holdersOf(a));
    if (holdersOf(b).some((group) => groups.has(group))) return true;
    // Editors who gave each a group of its own have taken them for two words.
    return groupOf(a) !== undefined && groupOf(b) !== undefined;
  };
  return { settled, groupOf, hasId: (id) => ids.has(id) };
}
