import { addressOfForm } from './asked.js';
import { refreshAuthors, watchAuthors } from './authors.js';
import { prepareBars, watchBars } from './bars.js';
import { makeCombobox } from './combobox.js';
import { find } from './find.js';
import { followHistory, go, whenArrived } from './navigate.js';
import { watchPanel } from './panel.js';
import { watchReasons } from './reasons.js';
import { answered, opened } from './settle.js';

/** The search page with a script: the same answers, without loading the page anew. */

const TYPING_PAUSE_MS = 120;

const box = find('#q', HTMLInputElement);

box?.addEventListener('input', () => {
  scrollTo(0, 0);
  go(addressOfForm(), { byForm: true, typing: true, pause: TYPING_PAUSE_MS });
});

document.addEventListener('submit', (event) => {
  event.preventDefault();
  // The keyboard on the screen would cover what was found.
  if (matchMedia('(pointer: coarse)').matches) box?.blur();
  go(addressOfForm(), { byForm: true });
});

document.addEventListener('change', ({ target }) => {
  const isFilter = target instanceof HTMLInputElement || target instanceof HTMLSelectElement;
  if (!isFilter || target === box || target.form?.id !== 'search') return;
  // A year being typed passes through 0002 and 0020: those are out of the field's range.
  if (target.validity.valid) go(addressOfForm(), { byForm: true });
});

document.addEventListener('click', (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const { target } = event;
  const link =
    target instanceof Element
      ? target.closest('a:is([href^="/?"], [href="/"]):not(#language)')
      : null;
  const href = link?.getAttribute('href');
  if (!href || event.defaultPrevented) return;
  event.preventDefault();
  if (box && link) leaveTo(link, box);
  go(href);
});

/** The box takes over what a link asks; the link itself will be gone with its region. */
function leaveTo(link: Element, box: HTMLInputElement): void {
  box.blur();
  const inFilters = link.closest('#filters');
  if (inFilters) return;
  scrollTo(0, 0);
  document.getElementById('results')?.focus({ preventScroll: true });
}

document.addEventListener('keydown', (event) => {
  const { target } = event;
  const isWriting =
    target instanceof Element && target.matches('input:not([type=checkbox]), select, textarea');
  if (event.key !== '/' || isWriting || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  box?.select();
  box?.focus();
});

document.addEventListener('click', tellOpened);
document.addEventListener('auxclick', tellOpened);

function tellOpened({ target }: Event): void {
  const link = target instanceof Element ? target.closest('.hit a') : null;
  const id = link?.closest<HTMLElement>('[data-id]')?.dataset['id'];
  if (id !== undefined && link?.matches('h2 a, .story a')) opened(id);
}

if (box) {
  makeCombobox(box, {
    search: () => go(addressOfForm(), { byForm: true }),
    open: (address) => (address.startsWith('/?') ? go(address) : location.assign(address)),
  });
}
whenArrived((_address, { typing }) => {
  prepareBars();
  refreshAuthors();
  answered(typing ?? false);
});
watchBars();
watchAuthors();
watchPanel();
watchReasons();
followHistory();
answered(true);
