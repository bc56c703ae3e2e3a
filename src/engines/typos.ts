import { readConfig } from '../../indexer/config.js';
import { createMisspelling, MisspellingCosts } from '../../indexer/language/misspelling.js';
import { lettersOf } from '../../indexer/language/twins.js';
import { createSpellings, plainSpellings, type Spelling } from './spellings.js';
import type { EngineSettings } from './settings.js';
import type { Limits, WordList } from './word-list.js';

/** A folded word of the index, and what the errors cost that would make it the typed one. */
export interface NearWord {
  readonly fold: string;
  readonly cost: number;
  /** Near enough to be searched for; others are but proposed. */
  readonly sure: boolean;
}

/** With how many documents have it. */
export interface KnownWord extends NearWord {
  readonly documents: number;
}

/** Reads misspelt words, in folded letters. */
export interface SpellingReader {
  /**
   * The typed word, and how it would be without the habits of chats, for an index that knows none
   * of them: nothing drawn out, no w for ş, no laughter.
   *
   * @example plain('cooxww') // ['cooxww', 'coxw', 'coxs']
   */
  plain(typed: string): string[];
  /** Of some words of the index those that may have been meant, the cheapest error first. */
  near(typed: string, words: WordList): NearWord[];
  /** Of these the likeliest, the likeliest first: few errors, and many documents. */
  likeliest(near: readonly NearWord[], documentsOf: (fold: string) => number): KnownWord[];
}

/** Words of which the documents are counted: each count takes time. */
const MOST_COUNTED = 48;

/**
 * Makes the reader of misspelt words, by the costs in `config/misspelling.json`.
 *
 * @example reader.near('kitb', createWordList(['kitab', 'kitabin', 'ket'])) // kitab, then ket
 */
export function createSpellingReader(settings: EngineSettings): SpellingReader {
  const { typos } = settings;
  const costs = readConfig('misspelling', MisspellingCosts);
  const misspelling = createMisspelling(costs);
  const spellingsOf = createSpellings(costs, typos);

  const plain = (typed: string): string[] =>
    unique(spellingsOf(lettersOf(typed)).flatMap(({ letters }) => plainSpellings(letters)));

  function near(typedFold: string, words: WordList): NearWord[] {
    const best = new Map<number, NearWord>();
    for (const spelling of spellingsOf(lettersOf(typedFold))) {
      const costOf = misspelling(spelling.letters);
      for (const number of words.nearTo(spelling.letters, limitsOf(spelling))) {
        const fold = words.folds[number] ?? '';
        const cost = costOf(lettersOf(fold), spelling.most) + spelling.cost;
        if (fold === typedFold || cost > spelling.most) continue;
        if (cost < (best.get(number)?.cost ?? Infinity))
          best.set(number, { fold, cost, sure: cost <= spelling.sure });
      }
    }
    return [...best.values()].sort((a, b) => a.cost - b.cost || (a.fold < b.fold ? -1 : 1));
  }

  function likeliest(words: readonly NearWord[], documentsOf: (fold: string) => number) {
    const counted = words
      .slice(0, MOST_COUNTED)
      .map((word) => ({ ...word, documents: documentsOf(word.fold) }))
      .filter(({ documents }) => documents > 0)
      .sort((a, b) => unlikeliness(a) - unlikeliness(b));
    const [best] = counted;
    const likely = counted.filter(
      (word) => best && unlikeliness(word) <= unlikeliness(best) + typos.margin,
    );
    const sure = likely.filter((word) => word.sure).slice(0, typos.corrections);
    const others = likely.filter((word) => !word.sure).slice(0, typos.corrections);
    return [...sure, ...others].sort((a, b) => unlikeliness(a) - unlikeliness(b));
  }

  const unlikeliness = ({ cost, documents }: KnownWord): number =>
    cost - costs.frequency * Math.log(documents);

  return { plain, near, likeliest };
}

const unique = (words: readonly string[]): string[] => [...new Set(words)];

/** What is shorter, longer, or made of other letters would cost too much. */
const limitsOf = ({ letters, least }: Spelling): Limits => ({
  shortest: least - 2,
  longest: letters.length + 3,
  others: 4,
});
