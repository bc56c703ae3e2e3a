import { LANGUAGE_PARAMETER, LANGUAGES, type Language } from '../language.js';

/** Filters by name, of which several may be chosen. */
export const LISTS = ['topic', 'author', 'source'] as const;
export type ListName = (typeof LISTS)[number];

export const SORTS = ['relevance', 'date:desc', 'date:asc'] as const;
export type Sort = (typeof SORTS)[number];

/** What a reader asks; all of it stands in the address, so that Back, reload and sharing work. */
export interface Asked extends Readonly<Record<ListName, readonly string[]>> {
  readonly q: string;
  /** First and last day, as `2025-10-23`; empty when not chosen. */
  readonly from: string;
  readonly to: string;
  readonly sort: Sort;
  readonly page: number;
  readonly hl: Language;
}

/** The address of what is asked; defaults are left out. `q` keeps its last space: it ends the word. */
export function addressOf(asked: Asked): string {
  const parameters = new URLSearchParams();
  if (asked.q.trim() !== '') parameters.set('q', asked.q);
  for (const name of LISTS) for (const value of asked[name]) parameters.append(name, value);
  if (asked.from !== '') parameters.set('from', asked.from);
  if (asked.to !== '') parameters.set('to', asked.to);
  if (asked.sort !== 'relevance') parameters.set('sort', asked.sort);
  if (asked.page > 1) parameters.set('page', String(asked.page));
  return `/${queryPart(parameters, asked.hl)}`;
}

/**
 * The address of an article's own page, where the query is marked in it.
 *
 * @example articleAddress('a/1', { q: 'neft', hl: 'az' }) // '/articles/a%2F1?q=neft'
 */
export function articleAddress(id: string, { q, hl }: Pick<Asked, 'q' | 'hl'>): string {
  const parameters = new URLSearchParams(q.trim() === '' ? {} : { q: q.trim() });
  return `/articles/${encodeURIComponent(id)}${queryPart(parameters, hl)}`;
}

/** The address of why a query finds an article. */
export const whyAddress = (id: string, asked: Pick<Asked, 'q' | 'hl'>): string =>
  articleAddress(id, asked).replace(/(?=\?)|$/, '/why');

function queryPart(parameters: URLSearchParams, hl: Language): string {
  if (hl !== LANGUAGES[0]) parameters.set(LANGUAGE_PARAMETER, hl);
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}

/** Some parts changed; on the first page again unless a page is given. */
export const changed = (asked: Asked, changes: Partial<Asked>): Asked => ({
  ...asked,
  page: 1,
  ...changes,
});

/** Without one value of a list. */
export const without = (asked: Asked, name: ListName, value: string): Asked =>
  changed(asked, { [name]: asked[name].filter((chosen) => chosen !== value) });

const NO_FILTERS = { topic: [], author: [], source: [], from: '', to: '' } as const;

/** Words and order without the filters. */
export const withoutFilters = (asked: Asked): Asked => changed(asked, NO_FILTERS);

/** How many filters are chosen; a range of dates counts as one. */
export const countFilters = (asked: Asked): number =>
  LISTS.reduce((sum, name) => sum + asked[name].length, asked.from || asked.to ? 1 : 0);

/** Whether nothing is asked: the page as one comes to it. */
export const asksForNothing = (asked: Asked): boolean =>
  asked.q.trim() === '' && countFilters(asked) === 0 && asked.page === 1;
