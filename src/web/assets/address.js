/**
 * What is searched, kept in the address so that Back, reload and sharing work.
 * A state: { q, topic[], author[], source[], from, to, sort, page }; an absent text is ''.
 */

const LISTS = ['topic', 'author', 'source'];
const SORTS = ['relevance', 'date:desc', 'date:asc'];

/** Reads a state from an address's query part; what it does not know, it leaves out. */
export function readAddress(search) {
  const given = new URLSearchParams(search);
  const page = Number(given.get('page'));
  return {
    q: given.get('q') ?? '',
    ...Object.fromEntries(LISTS.map((name) => [name, [...new Set(given.getAll(name))]])),
    from: given.get('from') ?? '',
    to: given.get('to') ?? '',
    sort: SORTS.find((sort) => sort === given.get('sort')) ?? 'relevance',
    page: Number.isInteger(page) && page > 0 ? page : 1,
  };
}

/** The parameters of a state, defaults left out. `q` keeps its last space: it ends the word. */
export function toParameters(state) {
  const parameters = new URLSearchParams();
  if (state.q.trim()) parameters.set('q', state.q);
  for (const name of LISTS) for (const value of state[name]) parameters.append(name, value);
  if (state.from) parameters.set('from', state.from);
  if (state.to) parameters.set('to', state.to);
  if (state.sort !== 'relevance') parameters.set('sort', state.sort);
  if (state.page > 1) parameters.set('page', String(state.page));
  return parameters;
}

/** The address of a state: `/?q=Tokayev&page=2`, or `/` when nothing is asked. */
export function writeAddress(state) {
  const parameters = toParameters(state).toString();
  return parameters ? `/?${parameters}` : '/';
}

/** The state with some parts changed, back on its first page unless a page is given. */
export const changeState = (state, changes) => ({ ...state, page: 1, ...changes });

/** Adds the value to a list of the state, or takes it out when it is there. */
export function toggleValue(state, name, value) {
  const rest = state[name].filter((chosen) => chosen !== value);
  const chosen = rest.length < state[name].length ? rest : [...rest, value];
  return changeState(state, { [name]: chosen });
}

/** Sets the dates to that whole year, or takes them away when they are that year already. */
export function toggleYear(state, year) {
  if (wholeYear(state) === year) return changeState(state, { from: '', to: '' });
  return changeState(state, { from: `${year}-01-01`, to: `${year}-12-31` });
}

/** The year that `from` and `to` span exactly, if they do. */
export function wholeYear({ from, to }) {
  const year = from.slice(0, 4);
  return from === `${year}-01-01` && to === `${year}-12-31` ? year : undefined;
}

/** The state without its filters; words and order stay. */
export const clearFilters = (state) =>
  changeState(state, { topic: [], author: [], source: [], from: '', to: '' });

/** How many filters are chosen; a date range counts as one. */
export const countFilters = (state) =>
  LISTS.reduce((sum, name) => sum + state[name].length, state.from || state.to ? 1 : 0);
