import type { Outcome } from './asker.js';

/** A line of a table: what it says, and a value for each contender. */
export type Row<Result> = readonly [label: string, valueOf: (result: Result) => string];

const LABEL_WIDTH = 32;
const COLUMN_WIDTH = 24;

/** Prints what the contenders came to, side by side; with one alone its name is left out. */
export function printOutcomes<Result>(
  title: string,
  outcomes: readonly Outcome<Result>[],
  rows: readonly Row<Result>[],
): void {
  console.log(`\n${title}`);
  const print = (label: string, cells: readonly string[]) =>
    console.log(
      `  ${label.padEnd(LABEL_WIDTH)}${cells.map((cell) => cell.padEnd(COLUMN_WIDTH)).join('')}`.trimEnd(),
    );
  if (outcomes.length > 1)
    print(
      '',
      outcomes.map(({ name }) => name),
    );
  for (const [label, valueOf] of rows) {
    print(
      label,
      outcomes.map(({ result }) => valueOf(result)),
    );
  }
}

/** A share as readers take it: `0.952` → `95.2 %`. */
export const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

/** `38 of 40 (95.0 %)`. */
export const countOf = (count: number, all: number): string =>
  `${count} of ${all} (${percent(count / Math.max(1, all))})`;

/** The value below which this share of the values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
