import { readConfig } from '../../indexer/config.js';
import { createMisspelling, MisspellingCosts } from '../../indexer/language/misspelling.js';
import { lettersOf } from '../../indexer/language/twins.js';
import type { EngineSettings } from './settings.js';

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
  /** Of some words of the index those that may have been meant, the cheapest error first. */
  near(typed: string, folds: Iterable<string>): NearWord[];
  /** Of these the likeliest, the likeliest first: few errors, and many documents. */
  likeliest(near: readonly NearWord[], documentsOf: (fold: string) => number): KnownWord[];
}

/** Words of which the documents are counted: each count takes time. */
const MOST_COUNTED = 48;

/**
 * Makes the reader of misspelt words, by the costs in `config/misspelling.json`.
 *
 * @example reader.near('kitb', ['kitab', 'kitabin', 'ket']) // kitab, then ket
 */
export function createSpellingReader(settings: EngineSettings): SpellingReader {
  const { typos } = settings;
  const costs = readConfig('misspelling', MisspellingCosts);
  const misspelling = createMisspelling(costs);

  function near(typedFold: string, folds: Iterable<string>): NearWord[] {
    const typed = lettersOf(typedFold);
    const sureCost = mostCost(typed, costs.doubled, settings);
    const most = sureCost === 0 ? 0 : sureCost + typos.farCost;
    const costOf = misspelling(typed);
    const letters = letterMask(typed);
    const found: NearWord[] = [];
    for (const fold of folds) {
      const meant = lettersOf(fold);
      if (!mayBeMeant(typed, letters, meant)) continue;
      const cost = costOf(meant, most);
      if (cost > 0 && cost <= most) found.push({ fold, cost, sure: cost <= sureCost });
    }
    return found.sort((a, b) => a.cost - b.cost || (a.fold < b.fold ? -1 : 1));
  }

  function likeliest(words: readonly NearWord[], documentsOf: (fold: string) => number) {
    const counted = words
      .slice(0, MOST_COUNTED)
      .map((word) => ({ ...word, documents: documentsOf(word.fold) }))
      .filter(({ documents }) => documents > 0)
      .sort((a, b) => unlikeliness(a) - unlikeliness(b));
    const [best] = counted;
    return counted
      .filter((word) => best && unlikeliness(word) <= unlikeliness(best) + typos.margin)
      .slice(0, typos.corrections);
  }

  const unlikeliness = ({ cost, documents }: KnownWord): number =>
    cost - costs.frequency * Math.log(documents);

  return { near, likeliest };
}

/** What is drawn out (çoxxxx) holds no more letters than what is not. */
const collapse = (word: string): string => word.replace(/(.)\1+/gu, '$1');

/**
 * A typed word, and how it would be without the habits of chats, for an index that knows none of
 * them: nothing drawn out, no w for ş.
 *
 * @example plainSpellings('cooxww') // ['cooxww', 'coxw', 'coxs']
 */
export const plainSpellings = (typed: string): string[] => [
  ...new Set([typed, collapse(typed), collapse(typed).replaceAll('w', 's')]),
];

/** What the errors in a word may cost that is searched for: more in long words, and for what is drawn out (çoxxxx). */
function mostCost(typed: string, doubled: number, { typos }: EngineSettings): number {
  const letters = collapse(typed).length;
  if (letters < LEAST_LETTERS) return 0;
  const { leastCost, costPerLetter, mostCost: most } = typos;
  const drawnOut = doubled * (typed.length - letters);
  return Math.min(most, Math.max(leastCost, costPerLetter * letters)) + drawnOut;
}

/** Shorter words are near to too many others. */
const LEAST_LETTERS = 3;

/** Letters that only one of two words has, and letters more, at most: beyond, costs are too high. */
const MOST_OTHER_LETTERS = 4;
const MOST_LEFT_OUT = 3;
const MOST_PUT_IN = 2;

/** A quick look that spares most words the full comparison. */
function mayBeMeant(typed: string, letters: number, fold: string): boolean {
  if (fold.length > typed.length + MOST_LEFT_OUT) return false;
  if (countBits(letters ^ letterMask(fold)) > MOST_OTHER_LETTERS) return false;
  return (
    fold.length + MOST_PUT_IN >= typed.length || fold.length + MOST_PUT_IN >= collapse(typed).length
  );
}

function letterMask(word: string): number {
  let mask = 0;
  for (let at = 0; at < word.length; at++) mask |= 1 << (word.charCodeAt(at) & 31);
  return mask;
}

function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}
