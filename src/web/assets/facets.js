/** Check lists with counts, and the chips of what is chosen. */

import { changeState, clearFilters, toggleValue, wholeYear, writeAddress } from './address.js';
import { element } from './dom.js';
import { say } from './messages.js';
import { formatCount, formatDate } from './text.js';

const GROUPS = ['topic', 'author', 'source', 'year'];
const SHOWN_AT_FIRST = 6;
const SHOWN_AT_MOST = 100;

/** Names outlive the answer that brought them: a chip needs its name when nothing is found. */
const names = new Map();
const expanded = new Set();

const nameOf = (group, value) => names.get(`${group} ${value}`) ?? value;

/** Remembers how an answer calls its topics and authors. */
export function rememberNames({ facetNames = {} }) {
  for (const [group, known] of Object.entries(facetNames))
    for (const [value, name] of Object.entries(known)) names.set(`${group} ${value}`, name);
}

/** The check lists of an answer, one fieldset a group; an empty group is left out. */
export function renderFacets(state, { facetDistribution = {} }) {
  return GROUPS.map((group) => {
    const rows = listRows(group, facetDistribution[group] ?? {}, chosenOf(group, state));
    return rows.length > 0 ? renderGroup(group, rows) : '';
  });
}

const chosenOf = (group, state) =>
  group === 'year' ? [wholeYear(state)].filter(Boolean) : state[group];

/** Most frequent first (years: newest first); a chosen value stays even when nothing has it. */
function listRows(group, counts, chosen) {
  const values = [...new Set([...Object.keys(counts), ...chosen])];
  const rows = values.map((value) => ({
    value,
    count: counts[value] ?? 0,
    checked: chosen.includes(value),
  }));
  if (group === 'year') return rows.sort((a, b) => b.value.localeCompare(a.value));
  return rows
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .filter((row, index) => index < SHOWN_AT_MOST || row.checked);
}

function renderGroup(group, rows) {
  const list = element('ul', {}, ...rows.map((row, index) => renderRow(group, row, index)));
  list.classList.toggle('all', expanded.has(group));
  const more = rows.length > SHOWN_AT_FIRST ? renderMore(group, rows.length, list) : undefined;
  return element('fieldset', {}, element('legend', {}, say(group)), list, more);
}

function renderRow(group, { value, count, checked }, index) {
  const box = {
    type: 'checkbox',
    id: `${group}-${encodeURIComponent(value)}`,
    name: group,
    value,
    checked,
  };
  return element(
    'li',
    { class: index >= SHOWN_AT_FIRST && !checked ? 'further' : undefined },
    element(
      'label',
      {},
      element('input', box),
      element('span', { class: 'name' }, nameOf(group, value)),
      element('span', { class: 'number' }, formatCount(count)),
    ),
  );
}

function renderMore(group, total, list) {
  const label = () => (expanded.has(group) ? say('showFewer') : say('showAll', { n: total }));
  const button = element('button', { type: 'button', class: 'more', id: `more-${group}` }, label());
  button.setAttribute('aria-expanded', String(expanded.has(group)));
  button.addEventListener('click', () => {
    if (!expanded.delete(group)) expanded.add(group);
    list.classList.toggle('all', expanded.has(group));
    button.textContent = label();
    button.setAttribute('aria-expanded', String(expanded.has(group)));
  });
  return button;
}

/** A link for every chosen filter that leads to the search without it. */
export function renderChips(state) {
  const chosen = ['topic', 'author', 'source'].flatMap((group) =>
    state[group].map((value) => [nameOf(group, value), toggleValue(state, group, value)]),
  );
  const chips = [...chosen, ...listDates(state)].map(([name, without]) =>
    renderChip(name, without),
  );
  if (chips.length < 2) return chips;
  const clear = element('a', { class: 'clear', href: writeAddress(clearFilters(state)) });
  clear.append(say('clear'));
  return [...chips, element('li', {}, clear)];
}

function listDates(state) {
  const year = wholeYear(state);
  if (year) return [[year, changeState(state, { from: '', to: '' })]];
  return ['from', 'to']
    .filter((end) => state[end])
    .map((end) => [`${say(end)}: ${formatDate(state[end])}`, changeState(state, { [end]: '' })]);
}

const renderChip = (name, without) =>
  element(
    'li',
    {},
    element('a', { href: writeAddress(without), 'aria-label': say('remove', { name }) }, name),
  );
