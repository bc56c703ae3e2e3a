/** One hit of the list. */

import { changeState, writeAddress } from './address.js';
import { element } from './dom.js';
import { formatDate, toMarkedNodes } from './text.js';

/** An article element: topics and date, title, snippet, author and source; what is absent is left out. */
export function renderHit(hit, state) {
  const formatted = hit._formatted ?? {};
  return element(
    'article',
    { class: 'hit', lang: hit.lang },
    element('p', { class: 'about' }, ...renderTopics(hit, state), renderDate(hit)),
    element(
      'h2',
      {},
      element(
        'a',
        { href: findTarget(hit), rel: 'noopener' },
        ...marked(formatted.title, hit.title),
      ),
    ),
    element('p', { class: 'snippet' }, ...marked(formatted.snippet, hit.snippet)),
    element('p', { class: 'by' }, ...renderAuthor(hit, state), renderSource(hit, state)),
  );
}

const marked = (escaped, plain) => (escaped === undefined ? [plain ?? ''] : toMarkedNodes(escaped));

/** The hit's own page when its url is http(s); everything else is shown from the index. */
function findTarget({ id, url }) {
  const known = url !== undefined && URL.canParse(url) ? new URL(url) : undefined;
  const isWeb = known?.protocol === 'https:' || known?.protocol === 'http:';
  return isWeb ? known.href : `/v1/documents/${encodeURIComponent(id)}`;
}

const filterLink = (state, changes, ...children) =>
  element('a', { href: writeAddress(changeState(state, changes)) }, ...children);

const renderTopics = (hit, state) =>
  (hit.topics ?? []).map(({ id, name }) => filterLink(state, { topic: [id] }, name));

const renderDate = ({ date }) =>
  date === undefined ? undefined : element('time', { datetime: date }, formatDate(date));

function renderAuthor({ author, _formatted }, state) {
  if (author === undefined) return [];
  const name = marked(_formatted?.author, author.name);
  const role = author.role && element('span', { class: 'role' }, author.role);
  return [filterLink(state, { author: [author.id] }, ...name), role || undefined];
}

const renderSource = ({ source }, state) =>
  source === undefined ? undefined : filterLink(state, { source: [source] }, source);
