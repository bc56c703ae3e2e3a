/**
 * A light stemmer for Azerbaijani: it removes inflection and nothing else, so that every form of a
 * word meets and no two words do. A worked word:
 *
 *   təşkilatlarımızdakılardan  "from those that are in our organisations"
 *   təşkilat -lar -ımız -dakı -lar -dan   plural, our, in-the, plural, from
 *
 * and a verb: `edilməsinə` "to its being done" is edil- -mə -si -nə, and its stem is `edilmək`.
 *
 * Every step asks four guards before it takes an ending off: the vowels agree (harmony.ts); the
 * letter before it is of the right kind, and enough letters are left (suffixes.data.ts); a verb has
 * somebody to vouch for it (verb.ts); and no listed word stands on the way, for where the endings
 * lead to a word of `config/stemmer.json` the longest such word is the stem: qanunun is qanun-un,
 * never qan-unun. What no list knows is stripped as far as it goes. That may cut too deep (ölkə ->
 * ölk), but it cuts all forms of the word alike, which is all that a key for searching must do.
 *
 * A stem is its own stem, by construction: listed words and infinitives answer for themselves, and
 * anything else is stripped until nothing comes off.
 */
import { FOLDED, WRITTEN } from './harmony.js';
import { buildLexicon, type Lexicon } from './lexicon.js';
import { reachNames } from './name.js';
import { reachRests, stripNoun, type Rest } from './noun.js';
import { findVerb, isInfinitive, spellInfinitive } from './verb.js';
import type { StemmerWords } from './words.js';

export { StemmerWords } from './words.js';

export interface Stemmer {
  /** Stem of a lower-case Azerbaijani word (letters ə ı ş ç ğ ö ü kept): 'qazaxıstanın' -> 'qazaxıstan'. */
  stem(word: string): string;
  /**
   * With what else the word may be a form of, the likeliest first: 'komandanın' -> ['komandan',
   * 'komanda'].
   */
  stems(word: string): string[];
  /** Stem of a folded (ASCII, ə->e) lower-case word: 'qazaxistanin' -> 'qazaxistan'. */
  stemFolded(word: string): string;
  stemsFolded(word: string): string[];
  /** What names a written word may be a form of, itself apart: 'mourinyonun' -> ['mourinyon', 'mourinyo']. */
  names(word: string): string[];
}

/** In letters. Longer strings are no words, and would only cost time. */
const LONGEST_WORD = 50;

/**
 * Builds the stemmer from the word lists of `config/stemmer.json`. It never throws, and gives an
 * empty stem only for an empty word.
 *
 * @example createStemmer(readConfig('stemmer', StemmerWords)).stem('ürəyimizdən') // 'ürək'
 */
export function createStemmer(words: StemmerWords): Stemmer {
  const written = buildLexicon(words, WRITTEN);
  const folded = buildLexicon(words, FOLDED);
  return {
    stem: (word) => findStem(word, written),
    stems: (word) => findStems(word, written),
    stemFolded: (word) => findStem(word, folded),
    stemsFolded: (word) => findStems(word, folded),
    names: (word) => (word.length > LONGEST_WORD ? [] : reachNames(word, written)),
  };
}

function findStem(word: string, lexicon: Lexicon): string {
  if (word.length > LONGEST_WORD || isInfinitive(word, lexicon)) return word;
  const irregular = lexicon.irregular.get(word);
  if (irregular !== undefined) return irregular;
  if (lexicon.stems.has(word)) return word;
  const { rests, listed } = reachListed(word, lexicon);
  // A verb needs the longer stem, or a listed word that only unsure endings lead to: qal-an, qala-n.
  const verb = findVerb(rests, lexicon, listed?.sure ? listed.word.length : 0);
  if (verb !== undefined) return spellInfinitive(verb, lexicon);
  if (listed !== undefined) return listed.word;
  const stripped = stripNoun(word, lexicon);
  return stripped === word ? word : findStem(stripped, lexicon);
}

/** Behind a sure listed word nothing counts; behind an unsure one a verb does. */
function reachListed(word: string, lexicon: Lexicon) {
  const rests = reachRests(word, lexicon, 'listed words');
  const listed = findListed(rests);
  return { listed, rests: listed?.sure === false ? reachRests(word, lexicon) : rests };
}

function findStems(word: string, lexicon: Lexicon): string[] {
  const stem = findStem(word, lexicon);
  if (word.length > LONGEST_WORD || !lexicon.stems.has(stem)) return [stem];
  const stems = [stem];
  if (lexicon.ambiguous.has(word)) stems.push(word.slice(0, -1));
  const shorter = withoutN(word, stem, lexicon);
  if (shorter !== undefined) stems.push(shorter);
  return stems;
}

/** Of a commander or of the team: where both words are listed, komandan-ın is komanda-nın too. */
function withoutN(word: string, stem: string, lexicon: Lexicon): string | undefined {
  if (word === stem || !stem.endsWith('n')) return undefined;
  const shorter = stem.slice(0, -1);
  if (!lexicon.stems.has(shorter)) return undefined;
  return reachRests(word, lexicon).some((rest) => rest.word === shorter) ? shorter : undefined;
}

/** The longest listed word among the rests. */
function findListed(rests: readonly Rest[]): Rest | undefined {
  let longest: Rest | undefined;
  for (const rest of rests) {
    if (rest.listed && rest.word.length > (longest?.word.length ?? 0)) longest = rest;
  }
  return longest;
}
