import { FilterSyntaxError } from './error.js';

/** UTF-16 units of one text. */
export const MOST_FILTER_CHARACTERS = 2000;
/** Brackets and NOTs inside each other. */
export const MOST_FILTER_NESTING = 20;
/** Conditions of a filter; of a list of texts, in all of them together. */
export const MOST_FILTER_CONDITIONS = 100;
/** Values that are compared with; of a list of texts, in all of them together. */
export const MOST_FILTER_VALUES = 500;

/** Counts what a filter holds and refuses what is too much. */
export interface FilterBudget {
  /** @throws FilterSyntaxError */
  text(text: string): void;
  condition(position: number): void;
  value(position: number): void;
  nesting(depth: number, position: number): void;
}

export function createFilterBudget(): FilterBudget {
  let conditions = 0;
  let values = 0;
  return {
    text: (text) => refuseAbove(MOST_FILTER_CHARACTERS, text.length, 'characters', text.length),
    condition: (position) =>
      refuseAbove(MOST_FILTER_CONDITIONS, ++conditions, 'conditions', position),
    value: (position) => refuseAbove(MOST_FILTER_VALUES, ++values, 'values', position),
    nesting: (depth, position) =>
      refuseAbove(MOST_FILTER_NESTING, depth, 'brackets and NOTs inside each other', position),
  };
}

function refuseAbove(most: number, count: number, of: string, position: number): void {
  if (count <= most) return;
  throw new FilterSyntaxError(Math.min(position, MOST_FILTER_CHARACTERS), `at most ${most} ${of}`);
}
