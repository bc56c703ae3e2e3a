import { expect, it } from 'vitest';
import { listPages } from '../../../src/web/reader/pager.js';

it.each([
  [5, 9, [1, undefined, 4, 5, 6, undefined, 9]],
  [1, 2, [1, 2]],
  [2, 3, [1, 2, 3]],
  [9, 9, [1, undefined, 8, 9]],
])('page %i of %i', (page, pages, listed) => {
  expect(listPages(page, pages)).toEqual(listed);
});
