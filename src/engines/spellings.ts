import type { MisspellingCosts } from '../../indexer/language/misspelling.js';
import type { EngineSettings } from './settings.js';

/** Letters as which a typed word is compared with those of the index. */
export interface Spelling {
  readonly letters: string;
  /** What it costs to take the typed word for these letters. */
  readonly cost: number;
  /** Letters that are left when nothing is drawn out. */
  readonly least: number;
  /** What all errors may cost of a word that is searched for, and of one that is proposed. */
  readonly sure: number;
  readonly most: number;
}

/** What is drawn out (çoxxxx) holds no more letters than what is not. */
const collapse = (word: string): string => word.replace(/(.)\1+/gu, '$1');

/**
 * Makes the function that gives the spellings of a typed word: with look-alike letters replaced,
 * and, where laughter follows it, without that.
 *
 * @example createSpellings(costs, typos)('gelirhshsh') // 'gelirhshsh', 'geli', 'gelir'
 */
export function createSpellings(
  costs: MisspellingCosts,
  typos: EngineSettings['typos'],
): (typed: string) => Spelling[] {
  const lookAlikes = new Map(costs.lookAlikes.map(([sign = '', letter = '']) => [sign, letter]));
  const { letters, least, cost } = costs.laughter;
  const laughter = new RegExp(`[^aeiou]*[${letters}]{${least},}[^aeiou]*$`);

  function spellingOf(word: string, added: number): Spelling {
    const plain = collapse(word);
    const sure = mostCost(plain.length, typos) + drawnOut(word, costs);
    const most = plain.length < LEAST_PROPOSED ? 0 : sure + typos.farCost;
    return {
      letters: word,
      cost: added,
      least: plain.length,
      sure: sure + added,
      most: most + added,
    };
  }

  return (typed) => {
    const word = Array.from(typed, (sign) => lookAlikes.get(sign) ?? sign).join('');
    const tail = laughter.exec(word)?.[0].length ?? 0;
    const ends = tail === 0 ? [] : [word.length - tail, word.length - tail + 1];
    const spoken = ends
      .map((end) => word.slice(0, end))
      .filter((text) => text.length >= LEAST_LETTERS);
    return [spellingOf(word, 0), ...spoken.map((text) => spellingOf(text, cost))];
  };
}

/** A word as typed, with nothing drawn out, and with ş where w stands for it. */
export const plainSpellings = (typed: string): string[] => [
  typed,
  collapse(typed),
  collapse(typed).replaceAll('w', 's'),
];

/** Shorter words are near to too many others: they are searched for as they are. */
const LEAST_LETTERS = 3;
/** A single letter may be anything. */
const LEAST_PROPOSED = 2;

/** What the errors in a word of so many letters may cost that is searched for. */
function mostCost(
  letters: number,
  { leastCost, costPerLetter, mostCost: most }: EngineSettings['typos'],
): number {
  return letters < LEAST_LETTERS ? 0 : Math.min(most, Math.max(leastCost, costPerLetter * letters));
}

/** What it costs that a word is drawn out. */
function drawnOut(word: string, { doubled, drawnOut: each }: MisspellingCosts): number {
  const runs = word.match(/(.)\1+/gu) ?? [];
  return runs.reduce((sum, run) => sum + doubled + each * (run.length - 2), 0);
}
