import { codeOf, codesOf, placeOf, type CostTable, type Rewriting } from './misspelling-table.js';

/** What it costs to read a typed word as another: 0 for itself, some 1 an error; more than `most`, Infinity. */
export type CostOf = (meant: string, most: number) => number;

/** Two letters swapped look back so many rows, and so many columns. */
const SWAPPED = 2;

/**
 * Compares one typed word with many: optimal string alignment with weights, row by row of typed
 * letters, in the columns alone that are still cheap enough. A search compares thousands of words,
 * hence the plain loops and the tables that are used again.
 */
export function createComparison(word: string, table: CostTable): CostOf {
  const typed = codesOf(word);
  const rows = typed.map((letter, at) => ({
    letter,
    putIn: table.putInOf(typed[at - 2] ?? 0, typed[at - 1] ?? 0, letter),
    changes: table.changesOf(letter),
  }));
  const rewritings = rewritingsByEnd(typed, table.rewritings);
  const used = rewritings.flat();
  const rowsBack = Math.max(SWAPPED, ...used.map((rewriting) => rewriting.typed.length));
  const columnsOn = Math.max(SWAPPED, ...used.map((rewriting) => rewriting.meant.length));
  /** Per row, the first and the last column that is cheap enough. */
  const firsts = new Int32Array(typed.length + 1);
  const lasts = new Int32Array(typed.length + 1);
  let meant = new Uint16Array(0);
  let leftOut = new Float64Array(0);
  let costs = new Float64Array(typed.length + 1);
  let length = 0;

  function take(text: string): void {
    length = text.length;
    if (meant.length < length) {
      meant = new Uint16Array(2 * length);
      leftOut = new Float64Array(2 * length);
      costs = new Float64Array((typed.length + 1) * (2 * length + 1));
    }
    for (let at = 0; at < length; at++) meant[at] = codeOf(text, at);
    for (let at = 0; at < length; at++) {
      const after = at + 1 < length ? (meant[at + 1] ?? 0) : 0;
      leftOut[at] = table.leftOutOf(at === 0 ? 0 : (meant[at - 1] ?? 0), meant[at] ?? 0, after);
    }
    costs.fill(Infinity, 0, (typed.length + 1) * (length + 1));
  }

  return (text, most) => {
    take(text);
    costs[0] = 0;
    firsts[0] = lasts[0] = 0;
    for (let column = 1; column <= length; column++) {
      const cost = (costs[column - 1] ?? 0) + (leftOut[column - 1] ?? 0);
      if (cost > most) break;
      costs[column] = cost;
      lasts[0] = column;
    }
    for (let row = 1; row <= typed.length; row++) if (!fillRow(row, most)) return Infinity;
    const cost = costs[typed.length * (length + 1) + length] ?? Infinity;
    return cost <= most ? cost : Infinity;
  };

  /** Whether any column of this row, or of those that others may start from, is cheap enough. */
  function fillRow(row: number, most: number): boolean {
    let [from, upTo] = [length + 1, -1];
    for (let before = Math.max(0, row - rowsBack); before < row; before++) {
      from = Math.min(from, firsts[before] ?? 0);
      upTo = Math.max(upTo, lasts[before] ?? 0);
    }
    [firsts[row], lasts[row]] = [length + 1, -1];
    if (upTo < 0) return false;
    const here = row * (length + 1);
    for (let column = from; column <= length; column++) {
      const cost = costAt(row, column);
      if (cost <= most) {
        costs[here + column] = cost;
        if (column < (firsts[row] ?? 0)) firsts[row] = column;
        lasts[row] = column;
      } else if (column >= upTo + columnsOn) break;
    }
    return true;
  }

  /** The cheapest way to read so many typed letters as so many meant ones. */
  function costAt(row: number, column: number): number {
    const width = length + 1;
    const above = (row - 1) * width + column;
    const { letter, putIn, changes } = rows[row - 1] ?? NO_ROW;
    let cost = (costs[above] ?? Infinity) + putIn;
    if (column > 0) {
      const other = meant[column - 1] ?? 0;
      const first = row === 1 && column === 1 ? table.inFirstOf(letter, other) : 0;
      const changed = letter === other ? 0 : (changes[placeOf(other)] ?? 0) + first;
      cost = Math.min(
        cost,
        (costs[above - 1] ?? Infinity) + changed,
        (costs[above + width - 1] ?? Infinity) + (leftOut[column - 1] ?? 0),
      );
      if (row > 1 && column > 1 && letter === meant[column - 2] && letter !== other)
        if (typed[row - 2] === other)
          cost = Math.min(cost, (costs[above - width - 2] ?? Infinity) + table.swapped);
    }
    for (const rewriting of rewritings[row] ?? []) {
      const from = column - rewriting.meant.length;
      if (from < 0 || (rewriting.atEnd && column !== length)) continue;
      if (!standsAt(rewriting.meant, from)) continue;
      const before = costs[(row - rewriting.typed.length) * width + from] ?? Infinity;
      cost = Math.min(cost, before + rewriting.cost);
    }
    return cost;
  }

  function standsAt(letters: readonly number[], from: number): boolean {
    for (let at = 0; at < letters.length; at++) if (letters[at] !== meant[from + at]) return false;
    return true;
  }
}

const NO_ROW = { letter: 0, putIn: Infinity, changes: new Float64Array(0) };

/** By number of typed letters, the rewritings whose typed letters end there; no word is an ending alone. */
function rewritingsByEnd(
  typed: readonly number[],
  rewritings: readonly Rewriting[],
): readonly (readonly Rewriting[])[] {
  return Array.from({ length: typed.length + 1 }, (_, end) =>
    rewritings.filter(({ typed: letters, atEnd }) => {
      if (atEnd && (end !== typed.length || end === letters.length)) return false;
      return letters.every((code, at) => typed[end - letters.length + at] === code);
    }),
  );
}
