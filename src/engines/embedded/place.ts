import type { EngineResult, Place, Sort } from '../../../indexer/engine.js';
import { compareDates, dateOf, NO_DATE, type Columns } from './columns.js';

/** The place of a row in the order of dates. */
export function placeOf(row: number, columns: Columns): Place {
  const time = dateOf(columns, row);
  const n = columns.n[row] ?? 0;
  return time === NO_DATE ? { n } : { time, n };
}

/** Whether a row comes after a place; undated ones come last, whichever way dates go. */
export function isAfter(place: Place, sort: Sort, columns: Columns): (row: number) => boolean {
  const direction = sort === 'date:asc' ? 1 : -1;
  const timeOf = (time = direction * Infinity) => time;
  return (row) => {
    const { time, n } = placeOf(row, columns);
    const order = compareDates(timeOf(time), timeOf(place.time)) || n - place.n;
    return order * direction > 0;
  };
}

/** Where in a list a test begins to hold; it holds from there to the end. */
export function firstWhere(rows: ArrayLike<number>, test: (row: number) => boolean): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (test(rows[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The earliest and the latest date of rows, which are newest first. */
export function datesOf(rows: Uint32Array, columns: Columns): Pick<EngineResult, 'dates'> {
  const dated = firstWhere(rows, (row) => dateOf(columns, row) === NO_DATE);
  const [first, last] = [rows[dated - 1], rows[0]].map((row) => dateOf(columns, row ?? 0));
  return dated === 0 || first === undefined || last === undefined ? {} : { dates: { first, last } };
}
