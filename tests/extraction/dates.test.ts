import { describe, expect, it } from 'vitest';
import { formatBaku, fromBakuTime } from '../../indexer/extraction/baku-time.js';
import { parseDateField } from '../../indexer/extraction/dates.js';
import { loadExtractionRules } from '../../indexer/extraction/rules.js';
import { foldText } from '../../indexer/extraction/text.js';

const { findDates } = loadExtractionRules();

describe('parseDateField', () => {
  it.each([
    ['2023-12-15T21:01:00.000+00:00', '2023-12-16T01:01:00+04:00'],
    ['2024-06-30T20:00:00.000Z', '2024-07-01T00:00:00+04:00'],
    ['2024-01-05T10:00', '2024-01-05T10:00:00+04:00'],
    ['2025-08-24T11:03:18+04:00', '2025-08-24T11:03:18+04:00'],
    ['9999-12-31T23:59:59', '9999-12-31T23:59:59+04:00'],
    ['2025-08-24 11:03:18', '2025-08-24T11:03:18+04:00'],
    ['2024-01-05', '2024-01-05T00:00:00+04:00'],
    ['23.10.2025 [17:08]', '2025-10-23T17:08:00+04:00'],
    ['05/03/2024 14:30', '2024-03-05T14:30:00+04:00'],
    ['5 mart 2024, 14:30', '2024-03-05T14:30:00+04:00'],
    ['5 Mart 2024-cü il, saat 14:30', '2024-03-05T14:30:00+04:00'],
    ['14:30, 5 mart 2024', '2024-03-05T14:30:00+04:00'],
    ['20 Oktyabr 2025 12:24', '2025-10-20T12:24:00+04:00'],
    ['1 İYUN 2024', '2024-06-01T00:00:00+04:00'],
    ['5 марта 2024 г.', '2024-03-05T00:00:00+04:00'],
    ['March 5, 2024', '2024-03-05T00:00:00+04:00'],
  ])('reads %s as Baku time', (text, expected) => {
    expect(parseDateField(foldText(text), findDates)).toBe(expected);
  });

  it.each(['2024-01', '2024', '11 Noyabr 12:31'])('knows that %s names no full day', (text) => {
    expect(parseDateField(foldText(text), findDates)).toBeNull();
  });

  it.each([
    '2024-02-30',
    '31.04.2024',
    '05.13.2024',
    '2024-01-05T25:00',
    '5 mart 2024 14:60',
    '9999-12-31T23:59:59Z',
    '0999-12-31T23:59:59',
    '0050-01-05',
    'sabah',
    'iclas 5 mart 2024 günü oldu',
    '5 mart 2024 – 6 mart 2024',
  ])('refuses %s', (text) => {
    expect(parseDateField(foldText(text), findDates)).toBeUndefined();
  });
});

describe('fromBakuTime', () => {
  const noon = { month: 7, day: 1, hour: 12, minute: 0, second: 0 };

  it.each([
    [2025, '2025-07-01T12:00:00+04:00'],
    [2016, '2016-07-01T12:00:00+04:00'],
    [2015, '2015-07-01T12:00:00+05:00'],
    [1999, '1999-07-01T12:00:00+05:00'],
  ])('knows the summer time of %i', (year, expected) => {
    expect(fromBakuTime({ ...noon, year })).toBe(expected);
  });

  it('keeps an instant that it wrote itself', () => {
    const written = fromBakuTime({ ...noon, year: 2015, month: 10, day: 25, hour: 4 }) ?? '';
    expect(formatBaku(Date.parse(written))).toBe(written);
  });
});
