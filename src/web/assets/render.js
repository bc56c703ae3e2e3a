/** The answer, or why there is none, put on the page. */

import { changeState, clearFilters, countFilters, writeAddress } from './address.js';
import { SearchProblem } from './api.js';
import { element, keepFocus } from './dom.js';
import { rememberNames, renderChips, renderFacets } from './facets.js';
import { renderHit } from './hits.js';
import { say } from './messages.js';
import { renderPages } from './pages.js';
import { formatCount } from './text.js';

const find = (id) => document.getElementById(id);

/** Shows an answer: counts, facets, chips, hits, pages; or in words that there is nothing. */
export function showAnswer(state, answer) {
  rememberNames(answer);
  keepFocus(() => {
    find('facets').replaceChildren(...renderFacets(state, answer));
    find('results').replaceChildren(...renderResults(state, answer));
    find('pages').replaceChildren(...renderPages(state, answer.totalPages));
    showChips(state);
  });
  find('status').textContent = describeTotal(answer);
  find('time').textContent = say('time', { n: formatCount(answer.processingTimeMs) });
}

/** Shows why the search did not work, in the service's own words when it gave any. */
export function showProblem(state, problem) {
  const known = problem instanceof SearchProblem;
  const title = known ? problem.message : say('offline');
  const notice = renderNotice(
    say('problem'),
    title,
    known ? problem.detail : undefined,
    renderRetry(problem),
  );
  keepFocus(() => {
    find('results').replaceChildren(notice);
    find('pages').replaceChildren();
    showChips(state);
  });
  find('status').textContent = say('problem');
  find('time').textContent = '';
}

/** What the service refuses today it refuses again; only a failure is worth another try. */
const renderRetry = (problem) =>
  problem.status < 500
    ? undefined
    : element('button', { type: 'button', id: 'retry', class: 'quiet' }, say('retry'));

function showChips(state) {
  const count = countFilters(state);
  find('chips').replaceChildren(...renderChips(state));
  find('filters-button').textContent = say('filters') + (count > 0 ? ` (${count})` : '');
}

function describeTotal({ totalHits, page, totalPages }) {
  const total = say(totalHits === 1 ? 'totalOne' : 'total', { n: formatCount(totalHits) });
  return page > 1 ? `${total}, ${say('page', { page, pages: totalPages })}` : total;
}

function renderResults(state, answer) {
  if (answer.hits.length === 0) return [renderNothing(state, answer)];
  const hits = answer.hits.map((hit) => renderHit(hit, state));
  return [...renderReading(state, answer.query), ...hits];
}

/** Says what was read otherwise than it was typed; what is but proposed is a link. */
function renderReading(state, { layout, corrected }) {
  const note = (id, ...content) => [element('p', { class: 'notice', id }, ...content)];
  if (layout) return note('layout-note', say('layout', { q: state.q.trim(), text: layout.text }));
  const isOtherWord = ({ by }) => by === 'misspelling' || by === 'spelling of a name';
  if (!corrected?.words.some(isOtherWord)) return [];
  const { text, searched } = corrected;
  if (searched) return note('corrected-note', say('readAs', { text }));
  return note(
    'corrected-note',
    say('didYouMean'),
    ' ',
    linkTo({ ...state, q: text, page: 1 }, text),
  );
}

function renderNothing(state, { totalHits }) {
  if (totalHits > 0) return renderNotice(say('noPage'), linkTo(state, say('firstPage')));
  const filtered = countFilters(state) > 0;
  const clear = filtered ? linkTo(clearFilters(state), say('clear')) : undefined;
  if (state.q.trim())
    return renderNotice(say('none', { q: state.q.trim() }), say('noneHint'), clear);
  if (filtered) return renderNotice(say('noneFiltered'), clear);
  return renderNotice(say('emptyIndex'), say('emptyIndexHint'));
}

const linkTo = (state, text) =>
  element('a', { href: writeAddress(changeState(state, { page: 1 })) }, text);

/** A heading with paragraphs under it; absent ones are left out. */
const renderNotice = (heading, ...lines) =>
  element(
    'div',
    { class: 'nothing' },
    element('h2', {}, heading),
    ...lines.filter(Boolean).map((line) => element('p', {}, line)),
  );
