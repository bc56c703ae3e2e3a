import { find, findAll } from './find.js';

/** Fields that stay in the page while regions around them are exchanged. */
const FIELDS = ['q', 'from', 'to'];

/**
 * Brings the page in step with another rendering of itself: regions that differ are exchanged, the
 * focus and what was unfolded stay.
 *
 * @param keeps whether a field that has the focus may be ahead of the answer
 */
export function takeOver(answer: Document, keeps: boolean): void {
  const holder = document.activeElement;
  for (const region of findAll('[data-region]', Element)) {
    const name = region.getAttribute('data-region') ?? '';
    const next = answer.querySelector(`[data-region="${name}"]`);
    if (next && next.outerHTML !== region.outerHTML) exchange(region, next);
  }
  for (const text of findAll('[data-text]', Element)) {
    const next = answer.getElementById(text.id)?.textContent;
    if (next !== undefined && next !== text.textContent) text.textContent = next;
  }
  for (const id of FIELDS) takeValue(id, answer, keeps);
  document.title = answer.title;
  document.documentElement.lang = answer.documentElement.lang;
  if (holder && !holder.isConnected) giveFocusBack(holder.id);
}

/** Exchanges a region; what the reader unfolded in it stays unfolded. */
function exchange(region: Element, next: Element): void {
  const open = new Map(
    findAll('details[data-key]', HTMLDetailsElement, region).map((details) => [
      details.dataset['key'],
      details.open,
    ]),
  );
  const copy = document.importNode(next, true);
  for (const details of findAll('details[data-key]', HTMLDetailsElement, copy)) {
    details.open = open.get(details.dataset['key']) ?? details.open;
  }
  region.replaceWith(copy);
}

function takeValue(id: string, answer: Document, keeps: boolean): void {
  const field = find(`#${id}`, HTMLInputElement);
  const next = find(`#${id}`, HTMLInputElement, answer);
  if (!field || !next || (keeps && field === document.activeElement)) return;
  // Writing even the same day into a date field would break off the typing in it.
  if (field.value !== next.value) field.value = next.value;
}

function giveFocusBack(id: string): void {
  const successor = id === '' ? null : document.getElementById(id);
  (successor ?? document.getElementById('results'))?.focus({ preventScroll: true });
}
