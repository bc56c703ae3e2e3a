/** Links to the other pages of an answer. */

import { writeAddress } from './address.js';
import { element } from './dom.js';
import { say } from './messages.js';

/** Previous, first, neighbours, last, next; nothing when all is on one page. */
export function renderPages(state, totalPages) {
  if (totalPages < 2 || state.page > totalPages) return [];
  const numbers = listPages(state.page, totalPages);
  return [
    renderStep(state, state.page - 1, totalPages, 'previous'),
    element('ol', {}, ...numbers.map((number) => renderNumber(state, number))),
    renderStep(state, state.page + 1, totalPages, 'next'),
  ];
}

/** Page numbers with `undefined` for a gap: `listPages(5, 9)` -> `[1, undefined, 4, 5, 6, undefined, 9]`. */
function listPages(page, totalPages) {
  const near = new Set([1, page - 1, page, page + 1, totalPages]);
  const numbers = [...near].filter((number) => number >= 1 && number <= totalPages);
  numbers.sort((a, b) => a - b);
  return numbers.flatMap((number, index) =>
    index > 0 && number - numbers[index - 1] > 1 ? [undefined, number] : [number],
  );
}

function renderNumber(state, number) {
  if (number === undefined) return element('li', { class: 'gap', 'aria-hidden': 'true' }, '…');
  const current = number === state.page ? 'page' : undefined;
  const link = {
    href: writeAddress({ ...state, page: number }),
    'aria-label': say('pageNumber', { n: number }),
    'aria-current': current,
  };
  return element('li', {}, element('a', link, String(number)));
}

/** The place of a missing step is kept, so that the numbers never move. */
function renderStep(state, page, totalPages, step) {
  if (page < 1 || page > totalPages) return element('span', { class: step });
  return element('a', { class: step, href: writeAddress({ ...state, page }) }, say(step));
}
