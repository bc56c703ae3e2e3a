import type { Language } from '../language.js';
import type { Asked, ListName, Settings } from './axtar-search-types.js';

export const ATTRIBUTES = [
  'endpoint',
  'results',
  'target',
  'parameter',
  'sync-address',
  'lang',
  'placeholder',
  'aria-label',
  'topic',
  'source',
  'api-key',
  'per-page',
  'open',
  'no-log',
] as const;

/** Where this script came from is where the service is. */
const HOME = new URL(import.meta.url).origin;
const USUAL_HITS = 10;
const MOST_HITS = 50;

export function readSettings(host: HTMLElement): Settings {
  const text = (name: (typeof ATTRIBUTES)[number]) => host.getAttribute(name)?.trim() || undefined;
  const endpoint = (text('endpoint') ?? HOME).replace(/\/+$/, '');
  return {
    endpoint,
    inline: text('results') === 'inline',
    target: text('target') ?? `${endpoint}/`,
    parameter: text('parameter') ?? 'q',
    followsAddress: host.hasAttribute('sync-address'),
    lang: languageOf(text('lang') ?? languageAround(host)),
    placeholder: text('placeholder'),
    label: text('aria-label'),
    topics: listOf(text('topic')),
    sources: listOf(text('source')),
    key: text('api-key'),
    perPage: hitsOf(text('per-page')),
    opensNew: text('open') === 'new',
    counts: !host.hasAttribute('no-log'),
  };
}

const languageAround = (host: HTMLElement): string | undefined =>
  host.closest('[lang]')?.getAttribute('lang') ?? undefined;

/** @example languageOf('en-GB') // 'en' */
const languageOf = (tag: string | undefined): Language =>
  tag?.toLowerCase().split('-')[0] === 'en' ? 'en' : 'az';

const listOf = (text: string | undefined): string[] =>
  text?.split(',').map((value) => value.trim()) ?? [];

const hitsOf = (text: string | undefined): number =>
  Math.min(Math.max(1, Math.trunc(Number(text)) || USUAL_HITS), MOST_HITS);

/** In the order in which they are shown. */
export const LISTS = ['topic', 'author', 'source', 'year'] as const satisfies readonly ListName[];

export const NO_FILTERS = { topic: [], author: [], source: [], year: [] } as const;

export const countFilters = (asked: Asked): number =>
  LISTS.reduce((sum, name) => sum + asked[name].length, 0);

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
    fields: ['date', 'author', 'topics', 'source', 'url', 'lang', '_formatted'],
  };
}

const fixed = (name: string, values: readonly string[]): string =>
  values.length === 0 ? '' : `${name} IN [${values.map(quoted).join(', ')}]`;

const quoted = (value: string): string => `"${value.replace(/["\\]/g, '\\$&')}"`;

/** Beside the words in `?q=` there are `?q-topic=`, `?q-author=`, `?q-source=` and `?q-year=`. */
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
    year: list('year').filter((year, at) => at === 0 && /^\d{4}$/.test(year)),
  };
}

/** The address of the page when it asks this; what others keep in it stays. */
export function addressWith(asked: Asked, parameter: string): string {
  const address = new URL(location.href);
  const put = (name: string, values: readonly string[]) => {
    address.searchParams.delete(name);
    for (const value of values) if (value.trim()) address.searchParams.append(name, value);
  };
  put(parameter, [asked.q]);
  for (const name of LISTS) put(nameIn(parameter, name), asked[name]);
  return address.href;
}
