import { describe, expect, it } from 'vitest';
import type { Filter } from '../../../indexer/filter.js';
import { parseFilter } from '../../../src/search/filter/parse.js';
import { plainNames, refusalOf } from './names.js';

const read = (text: string) => parseFilter(text, plainNames);
const at = (instant: string) => Date.parse(instant) / 1000;

/** The first and last seconds of a day, a year and a month in Baku. */
const day = { from: at('2025-10-23T00:00:00+04:00'), to: at('2025-10-23T23:59:59+04:00') };
const year = { from: at('2024-01-01T00:00:00+04:00'), to: at('2024-12-31T23:59:59+04:00') };
const month = { from: at('2024-02-01T00:00:00+04:00'), to: at('2024-02-29T23:59:59+04:00') };
const second = at('2025-10-23T17:08:00+04:00');

describe('dates', () => {
  it.each<[string, Filter]>([
    ['date = 2025-10-23', day],
    ['date != 2025-10-23', { not: day }],
    ['date > 2025-10-23', { from: day.to + 1 }],
    ['date >= 2025-10-23', { from: day.from }],
    ['date < 2025-10-23', { to: day.from - 1 }],
    ['date <= 2025-10-23', { to: day.to }],
    ['date = 2025-10-23T17:08:00+04:00', { from: second, to: second }],
    ['date = "2025-10-23T13:08:00Z"', { from: second, to: second }],
    ['date > 2025-10-23T13:08:00Z', { from: second + 1 }],
    ['date < 2025-10-23T13:08:00.900Z', { to: second - 1 }],
    [`date >= ${second}`, { from: second }],
    [`"date"<="${second}"`, { to: second }],
    ['date > -1', { from: 0 }],
    ['date IN [2025-10-23]', day],
    [`date IN [2025-10-23, ${second}]`, { any: [day, { from: second, to: second }] }],
    ['date NOT IN [2025-10-23]', { not: day }],
    ['date IN []', { any: [] }],
    ['year = 2024', year],
    ['year > 2024', { from: year.to + 1 }],
    ['year < 2024', { to: year.from - 1 }],
    ['month = 2024-02', month],
    ['month <= 2024-02', { to: month.to }],
    ['date 2024-01-01 TO 2024-12-31', year],
    ['date 2025-10-23 to 2025-10-23', day],
    [`date ${year.from} TO ${year.to}`, year],
    ['year 2024 TO 2024', year],
    ['month 2024-01 TO 2024-12', year],
    ['NOT month 2024-01 TO 2024-12', { not: year }],
  ])('%s', (text, filter) => expect(read(text)).toEqual(filter));

  it('a day before 2016 has the summer time of Baku', () => {
    expect(read('date = 2014-07-01')).toEqual({
      from: at('2014-07-01T00:00:00+05:00'),
      to: at('2014-07-01T23:59:59+05:00'),
    });
  });

  it.each<[string, number, RegExp]>([
    ['date = 2025-02-30', 7, /^a day such as .*an instant such as .*seconds/],
    ['date = 2025-10', 7, /^a day/],
    ['date = yesterday', 7, /^a day/],
    ['date = 1761224880000', 7, /^a day/],
    ['date = 1.5', 7, /^a day/],
    ['date = 2025-10-23T17:08:00', 7, /^a day/],
    ['year = 25', 7, /^a year such as 2025/],
    ['year = 2025-10', 7, /^a year/],
    ['year = 0000', 7, /^a year/],
    ['month = 2025-13', 8, /^a month such as 2025-10/],
    ['month = 2025-00', 8, /^a month/],
    ['month = 10', 8, /^a month/],
    ['date 2025-10-23', 15, /^TO and the end of the range/],
    ['date 2025-10-23 TO', 18, /^a value/],
    ['year 2025 TO 2024', 13, /not before its beginning/],
    ['year IN [2024, x]', 15, /^a year/],
    ['topic 2024 TO 2025', 6, /^=, !=/],
  ])('refuses %s', (text, position, expected) => {
    const error = refusalOf(() => read(text));
    expect(error.position).toBe(position);
    expect(error.expected).toMatch(expected);
  });
});
