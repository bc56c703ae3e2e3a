import { expect, it } from 'vitest';
import { writeCount, writeDay, writePeriod } from '../../../src/web/words/written.js';

it.each([
  ['2025-10-23T17:08:00+04:00', '23 oktyabr 2025'],
  ['2014-07-01T00:30:00+05:00', '1 iyul 2014'],
  ['2025-12-31T21:30:00Z', '1 yanvar 2026'],
  ['2025-01-01T01:00:00+06:00', '31 dekabr 2024'],
  ['2025-02-03', '3 fevral 2025'],
])('writes %s as %s', (date, written) => {
  expect(writeDay(date, 'az')).toBe(written);
});

it('writes months and years by their names', () => {
  expect(writePeriod('2025-10', 'az')).toBe('oktyabr 2025');
  expect(writePeriod('2025-10', 'en')).toBe('October 2025');
  expect(writePeriod('2025', 'az')).toBe('2025');
});

it.each([
  [0, '0'],
  [999, '999'],
  [1000, '1\u00a0000'],
  [1234567, '1\u00a0234\u00a0567'],
])('sets the thousands of %i apart', (count, written) => {
  expect(writeCount(count)).toBe(written);
});
