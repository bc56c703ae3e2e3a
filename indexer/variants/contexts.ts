import type { Lexeme } from './vocabulary.js';

/** A neighbour and where it stands, as one number, for there are many. */
export type Feature = number;

/** Near, just before, just after. */
const PLACES = 3;

/** Words on each side that count as near: about as long as a headline. */
const REACH = 8;

/** The feature of standing near a lexeme. */
export const nearby = ({ id }: Lexeme): Feature => id * PLACES;
export const lexemeIdOf = (feature: Feature): number => Math.floor(feature / PLACES);
/** Whether it is one of standing just before or after. */
export const touches = (feature: Feature): boolean => feature % PLACES > 0;

/**
 * What is said around the word at `at`: the words near it, and once more those that touch it, each
 * once; not the silent ones, nor the word itself.
 *
 * @param words the lexemes of a passage
 * @param silent lexemes that say nothing of their neighbours, such as stop words
 * @example of "Abbas Araqçi Bakıda", at 1: near abbas, before abbas, near bakı, after bakı
 */
export function featuresAt(
  words: readonly (Lexeme | undefined)[],
  at: number,
  silent: ReadonlySet<Lexeme>,
): Set<Feature> {
  const features = new Set<Feature>();
  const from = Math.max(0, at - REACH);
  for (const [offset, lexeme] of words.slice(from, at + REACH + 1).entries()) {
    if (!lexeme || lexeme === words[at] || silent.has(lexeme)) continue;
    const near = nearby(lexeme);
    const distance = from + offset - at;
    features.add(near);
    if (distance === -1) features.add(near + 1);
    if (distance === 1) features.add(near + 2);
  }
  return features;
}
