import type { z } from 'zod';
import { FOLDED, WRITTEN } from './harmony.js';
import { buildLexicon, type Lexicon, type StemmerWords } from './lexicon.js';
import { reachByNounEndings, stripNounEnding, type Rest } from './noun.js';
import { findRoot, isInfinitive, spellInfinitive } from './verb.js';

export { StemmerWords } from './lexicon.js';

export interface Stemmer {
  /** Stem of a lower-case Azerbaijani word (letters ə ı ş ç ğ ö ü kept): 'qazaxıstanın' -> 'qazaxıstan'. */
  stem(word: string): string;
  /** Stem of a folded (ASCII, ə->e) lower-case word: 'qazaxistanin' -> 'qazaxistan'. */
  stemFolded(word: string): string;
}

/** Longer strings are no words, and would only cost time. */
const LONGEST_WORD = 50;

export function createStemmer(words: z.infer<typeof StemmerWords>): Stemmer {
  const written = buildLexicon(words, WRITTEN);
  const folded = buildLexicon(words, FOLDED);
  return {
    stem: (word) => stemIn(word, written),
    stemFolded: (word) => stemIn(word, folded),
  };
}

function stemIn(word: string, lexicon: Lexicon): string {
  if (word.length > LONGEST_WORD || isInfinitive(word, lexicon)) return word;
  const irregular = lexicon.irregular.get(word);
  if (irregular !== undefined) return irregular;
  const rests = reachByNounEndings(word, lexicon);
  const listed = findListed(rests, lexicon);
  const verb = findRoot(rests, lexicon);
  if (verb !== undefined && verb.root.length > listed.length) return spellInfinitive(verb, lexicon);
  if (listed !== '') return lexicon.stems.get(listed) ?? listed;
  const stripped = stripNounEnding(word, lexicon);
  return stripped === word ? word : stemIn(stripped, lexicon);
}

/** The longest listed word among the rests, or ''. */
function findListed(rests: readonly Rest[], { stems }: Lexicon): string {
  let longest = '';
  for (const { word } of rests) if (word.length > longest.length && stems.has(word)) longest = word;
  return longest;
}
