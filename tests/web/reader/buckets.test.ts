import { expect, it } from 'vitest';
import { bucketsOf } from '../../../src/web/reader/buckets.js';

const OPEN = { from: '', to: '' };
const namesOf = (months: Record<string, number>, chosen = OPEN) =>
  bucketsOf(months, chosen).map(({ name }) => name);

it('has the empty months between others, and their days', () => {
  const buckets = bucketsOf({ '2024-01': 2, '2023-11': 1 }, OPEN);
  expect(buckets).toEqual([
    { name: '2023-11', from: '2023-11-01', to: '2023-11-30', count: 1, inRange: true },
    { name: '2023-12', from: '2023-12-01', to: '2023-12-31', count: 0, inRange: true },
    { name: '2024-01', from: '2024-01-01', to: '2024-01-31', count: 2, inRange: true },
  ]);
});

it('counts by years where there are too many months', () => {
  const buckets = bucketsOf({ '1995-05': 1, '2003-02': 2, '2003-12': 3 }, OPEN);
  expect(buckets).toHaveLength(9);
  expect(buckets.at(-1)).toMatchObject({ name: '2003', count: 5, to: '2003-12-31' });
});

it('shows a chosen year by its months', () => {
  const months = { '1995-05': 1, '2003-02': 2 };
  const shown = namesOf(months, { from: '2003-02-01', to: '2003-03-31' });
  expect([shown.length, shown[0], shown.at(-1)]).toEqual([12, '2003-01', '2003-12']);
});

it('says which bars the chosen range reaches into', () => {
  const months = { '2024-01': 1, '2024-02': 1, '2024-03': 1 };
  const inRange = (from: string, to: string) =>
    bucketsOf(months, { from, to }).map((bucket) => bucket.inRange);
  expect(inRange('2024-02-10', '2024-02-20')).toEqual([false, true, false]);
  expect(inRange('2024-02-10', '')).toEqual([false, true, true]);
  expect(inRange('', '2024-01-01')).toEqual([true, false, false]);
});

it('has no bars without dates', () => {
  expect(namesOf({})).toEqual([]);
});
