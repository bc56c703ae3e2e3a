import { z } from 'zod';

const Cost = z.number().nonnegative();

/** Schema of `config/misspelling.json`. */
export const MisspellingCosts = z.strictObject({
  provenance: z.string(),
  /** A letter typed for another that `confused` does not list, left out, or put in. */
  changed: Cost,
  missing: Cost,
  superfluous: Cost,
  /** A vowel left out (mellm), a letter typed twice or more for once, or once for twice. */
  missingVowel: Cost,
  doubled: Cost,
  /** Two neighbours in each other's place. */
  swapped: Cost,
  /** Added where the error is in the first letter, which is rarely wrong. */
  inFirst: Cost,
  /** The r of -dır, which is not spoken at the end. */
  missingFinalR: Cost,
  /** Pairs of folded letters that are typed for each other. */
  confused: z.array(
    z.strictObject({ why: z.string(), cost: Cost, pairs: z.array(z.string().length(2)) }),
  ),
  /** Two letters typed for one. */
  digraphs: z.array(z.strictObject({ typed: z.string().length(2), meant: z.string().length(1) })),
  digraph: Cost,
  keyboard: z.strictObject({ cost: Cost, rows: z.array(z.string()) }),
  /** What frequency weighs against errors: a word e times as frequent may cost so much more. */
  frequency: Cost,
});

export type MisspellingCosts = z.infer<typeof MisspellingCosts>;

/** What it costs to read a typed word as another: 0 for itself, some 1 an error; more than `most`, Infinity. */
export type CostOf = (meant: string, most: number) => number;

/** Letters as numbers: a–z are 1 to 26, any other letter is its code. */
const codeOf = (word: string, at: number): number => {
  const code = word.charCodeAt(at);
  return code >= 97 && code <= 122 ? code - 96 : code;
};
const codesOf = (word: string): Uint16Array => {
  const codes = new Uint16Array(word.length);
  for (let at = 0; at < word.length; at++) codes[at] = codeOf(word, at);
  return codes;
};
const LETTERS = 27;
const VOWELS = new Set(Array.from('aeiou', (vowel) => codeOf(vowel, 0)));
const HIGH_VOWELS = new Set(Array.from('iu', (vowel) => codeOf(vowel, 0)));
const R = codeOf('r', 0);

/** The costs, as the comparison asks for them. */
interface CostTable extends MisspellingCosts {
  /** Typed letter times LETTERS plus meant letter. */
  readonly changes: Float64Array;
  /** Two typed letters, in the same way, and the letter that is meant. */
  readonly single: ReadonlyMap<number, number>;
}

/**
 * Makes the function that tells how costly it is to read a folded word as another one: the sum of
 * the errors on the cheapest way from the one to the other.
 *
 * @example createMisspelling(costs)('weher')('seher', 2) // 0.55: w is typed for ş, here at the beginning
 */
export function createMisspelling(costs: MisspellingCosts): (typed: string) => CostOf {
  const table: CostTable = {
    ...costs,
    changes: tabulateChanges(costs),
    single: new Map(
      costs.digraphs.map(({ typed, meant }) => [
        codeOf(typed, 0) * LETTERS + codeOf(typed, 1),
        codeOf(meant, 0),
      ]),
    ),
  };
  return (typed) => {
    const letters = codesOf(typed);
    return (meant, most) => compare(letters, codesOf(meant), most, table);
  };
}

/**
 * Optimal string alignment with weights, row by row. A search compares thousands of words, hence
 * the plain loops.
 */
function compare(typed: Uint16Array, meant: Uint16Array, most: number, table: CostTable): number {
  const left = Float64Array.from(meant, (_, at) => leaveOut(meant, at, table));
  let beforeLast = new Float64Array(meant.length + 1);
  let last = new Float64Array(meant.length + 1);
  let current = new Float64Array(meant.length + 1);
  for (let at = 0; at < meant.length; at++) last[at + 1] = (last[at] ?? 0) + (left[at] ?? 0);
  for (let row = 0; row < typed.length; row++) {
    const added = putIn(typed, row, table);
    let least = (current[0] = (last[0] ?? 0) + added);
    for (let at = 0; at < meant.length; at++) {
      const cost = Math.min(
        (last[at] ?? 0) + change(typed, row, meant, at, table),
        (last[at + 1] ?? 0) + added,
        (current[at] ?? 0) + (left[at] ?? 0),
        row > 0 ? acrossTwo(typed, row, meant, at, beforeLast, table) : Infinity,
      );
      current[at + 1] = cost;
      if (cost < least) least = cost;
    }
    if (least > most) return Infinity;
    [beforeLast, last, current] = [last, current, beforeLast];
  }
  return last[meant.length] ?? Infinity;
}

/** A letter read as another. */
function change(
  typed: Uint16Array,
  row: number,
  meant: Uint16Array,
  at: number,
  { changes, changed, inFirst }: CostTable,
): number {
  const [from, to] = [typed[row] ?? 0, meant[at] ?? 0];
  if (from === to) return 0;
  const known = from < LETTERS && to < LETTERS ? changes[from * LETTERS + to] : undefined;
  return (known ?? changed) + (row === 0 && at === 0 ? inFirst : 0);
}

/** Two typed letters read as two in the other order, or as the one that they write together. */
function acrossTwo(
  typed: Uint16Array,
  row: number,
  meant: Uint16Array,
  at: number,
  beforeLast: Float64Array,
  { swapped, single, digraph }: CostTable,
): number {
  const [before, here, there] = [typed[row - 1] ?? 0, typed[row] ?? 0, meant[at] ?? 0];
  const isSwapped = at > 0 && here === meant[at - 1] && before === there && here !== there;
  const swap = isSwapped ? (beforeLast[at - 1] ?? 0) + swapped : Infinity;
  const isSingle =
    before < LETTERS && here < LETTERS && single.get(before * LETTERS + here) === there;
  return isSingle ? Math.min(swap, (beforeLast[at] ?? 0) + digraph) : swap;
}

/** What it costs that the meant letter at a place was not typed. */
function leaveOut(meant: Uint16Array, at: number, costs: MisspellingCosts): number {
  const letter = meant[at] ?? 0;
  if (at === 0) return costs.missing + costs.inFirst;
  if (letter === meant[at - 1]) return costs.doubled;
  const isFinalR = letter === R && at === meant.length - 1 && HIGH_VOWELS.has(meant[at - 1] ?? 0);
  if (isFinalR) return costs.missingFinalR;
  return VOWELS.has(letter) ? costs.missingVowel : costs.missing;
}

/** What it costs that the typed letter at a place was not meant. */
function putIn(typed: Uint16Array, at: number, costs: MisspellingCosts): number {
  if (at === 0) return costs.superfluous + costs.inFirst;
  return typed[at] === typed[at - 1] ? costs.doubled : costs.superfluous;
}

function tabulateChanges({ changed, keyboard, confused }: MisspellingCosts): Float64Array {
  const table = new Float64Array(LETTERS * LETTERS).fill(changed);
  const set = (pair: string, cost: number) => {
    const [a, b] = [codeOf(pair, 0), codeOf(pair, 1)];
    for (const at of [a * LETTERS + b, b * LETTERS + a]) {
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
