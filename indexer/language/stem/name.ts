/**
 * Names in their cases. A stem is cut as deep as it goes, so that all forms of a word meet; of a
 * name every step on the way counts too, for it may be the name whose other spellings are sought
 * (Şuşada: şuşa, where the stem is not). A listed word is a name as it stands.
 */
import type { Lexicon } from './lexicon.js';
import { findSuffixes } from './suffix-table.js';

/**
 * The words that are left when case endings are taken off a name one by one, longest first; unlike
 * stems, with their last letter as written.
 *
 * @example reachNames('niqmatulinin', lexicon) // ['niqmatulin', 'niqmatuli']
 */
export function reachNames(word: string, lexicon: Lexicon): string[] {
  const reached = [word];
  for (const from of reached) {
    if (lexicon.stems.has(from)) continue;
    for (const { surface } of findSuffixes(from, lexicon.nameSuffixes)) {
      const rest = from.slice(0, -surface.length);
      if (!reached.includes(rest)) reached.push(rest);
    }
  }
  return reached.length === 1 ? [] : dropWord(reached, lexicon);
}

/** Without the word itself, and without what is shorter than a listed word among them. */
function dropWord([, ...rests]: readonly string[], { stems }: Lexicon): string[] {
  const listed = rests.filter((rest) => stems.has(rest)).map((rest) => rest.length);
  const least = Math.max(0, ...listed);
  return rests.filter((rest) => rest.length >= least).sort((a, b) => b.length - a.length);
}
