import type { Settings } from './axtar-search-settings.js';

/** What can be chosen beside the words, in the order in which it is shown. */
export const LISTS = ['topic', 'author', 'source', 'year'] as const;
export type ListName = (typeof LISTS)[number];

/** What a reader asks. */
export interface Asked extends Readonly<Record<ListName, readonly string[]>> {
  readonly q: string;
}

export const NO_FILTERS = { topic: [], author: [], source: [], year: [] } as const;

export const countFilters = (asked: Asked): number =>
  LISTS.reduce((sum, name) => sum + asked[name].length, 0);

export const asksForNothing = (asked: Asked): boolean =>
  asked.q.trim() === '' && countFilters(asked) === 0;

/** With a value chosen that was not, or the other way round. Of the years one is chosen at most. */
export function toggled(asked: Asked, name: ListName, value: string): Asked {
  const others = asked[name].filter((chosen) => chosen !== value);
  const isChosen = others.length < asked[name].length;
  if (isChosen) return { ...asked, [name]: others };
  return { ...asked, [name]: name === 'year' ? [value] : [...others, value] };
}

/** The body of a search. A fixed choice is a filter, so that it holds in every count. */
export function bodyOf(asked: Asked, page: number, settings: Settings) {
  const [year] = asked.year;
  const filter = [fixed('topic', settings.topics), fixed('source', settings.sources)];
  return {
    q: asked.q,
    topic: asked.topic,
    author: asked.author,
    source: asked.source,
    ...(year === undefined ? {} : { from: `${year}-01-01`, to: `${year}-12-31` }),
    filter: filter.filter((condition) => condition !== ''),
    page,
    hitsPerPage: settings.perPage,
    facets: LISTS,
    fields: ['title', 'snippet', 'date', 'author', 'topics', 'source', 'url', 'lang', '_formatted'],
  };
}

const fixed = (name: string, values: readonly string[]): string =>
  values.length === 0 ? '' : `${name} IN [${values.map(quoted).join(', ')}]`;

const quoted = (value: string): string => `"${value.replace(/["\\]/g, '\\$&')}"`;

/** Beside the words `?q=` there are `?q-topic=`, `?q-author=`, `?q-source=` and `?q-year=`. */
const nameIn = (parameter: string, list: ListName): string => `${parameter}-${list}`;

/** What the address of the page asks of the element. */
export function readAddress(parameter: string): Asked {
  const given = new URLSearchParams(location.search);
  const list = (name: ListName) => given.getAll(nameIn(parameter, name)).slice(0, 20);
  return {
    q: (given.get(parameter) ?? '').slice(0, 512),
    topic: list('topic'),
    author: list('author'),
    source: list('source'),
    year: list('year')
      .filter((year) => /^\d{4}$/.test(year))
      .slice(0, 1),
  };
}

/** The address of the page when it asks this; what others keep in it stays. */
export function addressWith(asked: Asked, parameter: string): string {
  const address = new URL(location.href);
  address.searchParams.delete(parameter);
  if (asked.q.trim() !== '') address.searchParams.set(parameter, asked.q);
  for (const name of LISTS) {
    address.searchParams.delete(nameIn(parameter, name));
    for (const value of asked[name]) address.searchParams.append(nameIn(parameter, name), value);
  }
  return address.href;
}
