/** The page's conversation: what the reader does becomes a state, its address and its answer. */

import {
  changeState,
  countFilters,
  readAddress,
  toggleValue,
  toggleYear,
  writeAddress,
} from './address.js';
import { search } from './api.js';
import { restoreLanguage, switchLanguage } from './language.js';
import { say } from './messages.js';
import { showAnswer, showProblem } from './render.js';

const TYPING_PAUSE_MS = 120;

const find = (id) => document.getElementById(id);
const box = find('q');

let state = readAddress(location.search);
let request = new AbortController();
let timer;
let isTyping = false;
let showLast = () => {};

/** Goes to another state: a run of typing is one step of the history, everything else its own. */
function go(next, { typing = false } = {}) {
  const replaces = (typing && isTyping) || writeAddress(next) === writeAddress(state);
  isTyping = typing;
  state = next;
  if (replaces) history.replaceState(null, '', writeAddress(state));
  else history.pushState(null, '', writeAddress(state));
  load(typing ? TYPING_PAUSE_MS : 0);
}

/** Asks for the state's answer; whatever was asked before is dropped, so it can never come later. */
function load(pause) {
  request.abort();
  request = new AbortController();
  clearTimeout(timer);
  showState();
  find('results').setAttribute('aria-busy', 'true');
  const { signal } = request;
  if (pause > 0) timer = setTimeout(() => void ask(signal), pause);
  else void ask(signal);
}

async function ask(signal) {
  const asked = state;
  const show = await search(asked, signal).then(
    (answer) => () => showAnswer(asked, answer),
    (problem) => () => showProblem(asked, problem),
  );
  if (signal.aborted) return;
  showLast = show;
  show();
  find('results').removeAttribute('aria-busy');
  find('main').classList.add('ready');
}

/** Brings the form's own fields and the introduction in line with the state. */
function showState() {
  const asked = state.q.trim() !== '';
  if (box.value !== state.q) box.value = state.q;
  showDay(find('from'), state.from);
  showDay(find('to'), state.to);
  // Without words there is nothing to be relevant to: the newest come first.
  find('sort').options[0].hidden = !asked;
  find('sort').value = asked || state.sort !== 'relevance' ? state.sort : 'date:desc';
  find('intro').hidden = asked || countFilters(state) > 0 || state.page > 1;
  document.title = asked ? `${state.q.trim()} · Axtar` : say('title');
}

/** Writing even the same day into a date field would break off the typing in it. */
function showDay(field, date) {
  if (field.value !== date.slice(0, 10)) field.value = date.slice(0, 10);
}

box.addEventListener('input', () => {
  window.scrollTo(0, 0);
  go(changeState(state, { q: box.value }), { typing: true });
});

find('search').addEventListener('submit', (event) => {
  event.preventDefault();
  go(changeState(state, { q: box.value }));
});

find('filters').addEventListener('change', ({ target }) => {
  if (target.name === 'year') go(toggleYear(state, target.value));
  else if (target.type === 'checkbox') go(toggleValue(state, target.name, target.value));
  // A year being typed passes through 0002 and 0020: those are out of the field's range.
  else if (target.validity.valid) go(changeState(state, { [target.name]: target.value }));
});

find('sort').addEventListener('change', ({ target }) =>
  go(changeState(state, { sort: target.value })),
);

find('filters-button').addEventListener('click', ({ target }) => {
  const open = find('filters').classList.toggle('open');
  target.setAttribute('aria-expanded', String(open));
});

find('language').addEventListener('click', () => {
  switchLanguage();
  showState();
  showLast();
});

document.addEventListener('click', (event) => {
  if (event.target.closest('#retry')) load(0);
  const link = event.target.closest('a[href^="/?"], a[href="/"]');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  window.scrollTo(0, 0);
  // The link will be gone with the list it stands in.
  find('results').focus({ preventScroll: true });
  go(readAddress(new URL(link.href).search));
});

document.addEventListener('keydown', (event) => {
  const isWriting = event.target.matches('input:not([type=checkbox]), select, textarea');
  if (event.key !== '/' || isWriting || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  box.select();
  box.focus();
});

window.addEventListener('popstate', () => {
  isTyping = false;
  state = readAddress(location.search);
  load(0);
});

restoreLanguage();
load(0);
