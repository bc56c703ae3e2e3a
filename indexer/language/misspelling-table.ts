import type { MisspellingCosts } from './misspelling.js';

/** Letters as numbers: a–z are 1 to 26, any other letter is its code. */
export const codeOf = (word: string, at: number): number => {
  const code = word.charCodeAt(at);
  return code >= FIRST && code < FIRST + OTHER - 1 ? code - FIRST + 1 : code;
};
export const codesOf = (word: string): number[] =>
  Array.from({ length: word.length }, (_, at) => codeOf(word, at));

const FIRST = 97;
/** Tables have a place for the edge of the word (0), for a–z, and one for all other letters. */
const EDGE = 0;
const OTHER = 27;
const PLACES = 28;
export const placeOf = (code: number): number => (code < OTHER ? code : OTHER);

/** Some letters typed for others. */
export interface Rewriting {
  readonly typed: readonly number[];
  readonly meant: readonly number[];
  readonly cost: number;
  readonly atEnd: boolean;
}

/** The costs, as the comparison asks for them. */
export interface CostTable {
  readonly swapped: number;
  /** By place of the meant letter, what it costs that this one was typed for it. */
  changesOf(typed: number): Float64Array;
  /** What it costs more in the first letter of both. */
  inFirstOf(typed: number, meant: number): number;
  /** What it costs that a meant letter was not typed, by its neighbours; 0 is the edge. */
  leftOutOf(before: number, letter: number, after: number): number;
  /** What it costs that a typed letter was not meant, by the two letters before it. */
  putInOf(beforeLast: number, before: number, letter: number): number;
  readonly rewritings: readonly Rewriting[];
}

export function tabulate(costs: MisspellingCosts): CostTable {
  const { inFirst, confusedInFirst, missing, superfluous, doubled, drawnOut, swapped } = costs;
  const changes = tabulateChanges(costs);
  const leftOut = tabulateLeftOut(costs);

  const changesOf = (typed: number): Float64Array =>
    changes.subarray(placeOf(typed) * PLACES, (placeOf(typed) + 1) * PLACES);

  const inFirstOf = (typed: number, meant: number): number => {
    const cost = changes[placeOf(typed) * PLACES + placeOf(meant)] ?? costs.changed;
    return cost < costs.keyboard.cost ? confusedInFirst : inFirst;
  };

  const leftOutOf = (before: number, letter: number, after: number): number => {
    if (before === EDGE) return missing + inFirst;
    if (before === letter) return doubled;
    return (
      leftOut[(placeOf(before) * PLACES + placeOf(letter)) * PLACES + placeOf(after)] ?? missing
    );
  };

  const putInOf = (beforeLast: number, before: number, letter: number): number => {
    if (before === EDGE) return superfluous + inFirst;
    if (before !== letter) return superfluous;
    return beforeLast === letter ? drawnOut : doubled;
  };

  const rewritings = costs.rewritten.flatMap(({ cost, atEnd, pairs }) =>
    pairs.map(([typed, meant]) => ({ typed: codesOf(typed), meant: codesOf(meant), cost, atEnd })),
  );
  return { swapped, changesOf, inFirstOf, leftOutOf, putInOf, rewritings };
}

function tabulateChanges({ changed, keyboard, confused }: MisspellingCosts): Float64Array {
  const table = new Float64Array(PLACES * PLACES).fill(changed);
  const set = (pair: string, cost: number) => {
    const [a, b] = [codeOf(pair, 0), codeOf(pair, 1)];
    for (const at of [a * PLACES + b, b * PLACES + a]) {
      table[at] = Math.min(table[at] ?? changed, cost);
    }
  };
  for (const pair of neighbours(keyboard.rows)) set(pair, keyboard.cost);
  for (const { cost, pairs } of confused) for (const pair of pairs) set(pair, cost);
  return table;
}

/** Keys beside each other, and below each other. */
function neighbours(rows: readonly string[]): string[] {
  return rows.flatMap((row, number) =>
    Array.from(row).flatMap((key, at) =>
      [row[at + 1], rows[number + 1]?.[at], rows[number + 1]?.[at - 1]]
        .filter((other) => other !== undefined)
        .map((other) => key + other),
    ),
  );
}

function tabulateLeftOut({ missing, leftOut }: MisspellingCosts): Float64Array {
  const table = new Float64Array(PLACES ** 3).fill(missing);
  const all = Array.from({ length: PLACES }, (_, place) => place);
  const placesOf = (letters: string | undefined) =>
    letters === undefined
      ? all
      : Array.from(letters, (sign) => (sign === '$' ? EDGE : codeOf(sign, 0)));
  for (const { cost, letters, after, before } of leftOut) {
    for (const letter of placesOf(letters))
      for (const last of placesOf(after))
        for (const next of placesOf(before)) {
          const at = (last * PLACES + letter) * PLACES + next;
          table[at] = Math.min(table[at] ?? missing, cost);
        }
  }
  return table;
}
