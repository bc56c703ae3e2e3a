import fc from 'fast-check';
import { expect, it } from 'vitest';
import { periodRange, presetOf, presetRange, PRESETS } from '../../../src/web/reader/presets.js';

it.each([
  ['2025-10-23', '2025-10-20', '2025-10-26'],
  ['2025-10-20', '2025-10-20', '2025-10-26'],
  ['2025-10-26', '2025-10-20', '2025-10-26'],
  ['2026-01-01', '2025-12-29', '2026-01-04'],
])('the week of %s goes from %s to %s', (day, from, to) => {
  expect(presetRange('week', day)).toEqual({ from, to });
});

it('a month ends with its last day', () => {
  expect(periodRange('2024-02')).toEqual({ from: '2024-02-01', to: '2024-02-29' });
  expect(periodRange('2025-12')).toEqual({ from: '2025-12-01', to: '2025-12-31' });
});

it('each range with a name holds the day, and is known again', () => {
  const days = fc.date({
    min: new Date('1990-01-01'),
    max: new Date('2090-01-01'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(days, fc.constantFrom(...PRESETS), (date, preset) => {
      const day = date.toISOString().slice(0, 10);
      const range = presetRange(preset, day);
      expect(range.from <= day && day <= range.to).toBe(true);
      expect(presetOf(range, day)).toBe(preset);
    }),
  );
});
