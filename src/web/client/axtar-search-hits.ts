import { SEARCH_WORDS } from '../words/search.data.js';
import { writeDate } from '../words/figures.js';
import { countFilters } from './axtar-search-asked.js';
import { button, el, marked, webAddress } from './axtar-search-dom.js';
import type { Trouble } from './axtar-search-service.js';
import type { Asked, Hit, ListName, Named, Note, Settings } from './axtar-search-types.js';

export interface HitDeeds {
  /** Only articles of this topic or author are wanted. */
  readonly narrow: (list: ListName, value: Named) => void;
  /** A hit is being opened; gives false when the page does it itself. */
  readonly open: (hit: Hit, address: string) => boolean;
}

/** One article: topics and day, title, passage, author and source. */
export function drawHit(hit: Hit, q: string, settings: Settings, deeds: HitDeeds): HTMLElement {
  const { lang } = settings;
  const { day, topics, author, source } = hit;
  const time = day && el('time', { datetime: day, lang }, writeDate(day, lang));
  const about = topics.map((topic) => narrowing('topic', topic, deeds));
  const by = author && narrowing('author', author, deeds);
  return el(
    'article',
    { class: 'hit', lang: hit.lang || undefined },
    line('about', [...about, time]),
    el('h2', {}, titleLink(hit, q, settings, deeds)),
    hit.snippet.some(({ text }) => text !== '')
      ? el('p', { class: 'snippet' }, ...marked(hit.snippet))
      : undefined,
    line('by', [by, source && el('span', {}, source)]),
  );
}

const narrowing = (list: ListName, value: Named, deeds: HitDeeds): HTMLElement =>
  button({ class: 'link' }, () => deeds.narrow(list, value), value.name);

const line = (name: string, parts: readonly (HTMLElement | '' | undefined)[]) => {
  const there = parts.filter((part) => part instanceof HTMLElement);
  return there.length > 0 ? el('p', { class: name }, ...there) : undefined;
};

function titleLink(hit: Hit, q: string, settings: Settings, deeds: HitDeeds): HTMLElement {
  const href = webAddress(hit.url) ?? articleAddress(hit.id, q, settings);
  const target = settings.opensNew ? '_blank' : undefined;
  const attributes = { class: 'title', href, target, rel: 'noopener' };
  const link = el('a', attributes, ...marked(hit.title));
  const open = (event: MouseEvent) => {
    // The right button shows a menu and opens nothing.
    if (event.button < 2 && !deeds.open(hit, href)) event.preventDefault();
  };
  link.addEventListener('click', open);
  link.addEventListener('auxclick', open);
  return link;
}

/** What has no address of its own is read at the service. */
function articleAddress(id: string, q: string, { endpoint, lang }: Settings): string {
  const address = new URL(`${endpoint}/articles/${encodeURIComponent(id)}`);
  if (q.trim() !== '') address.searchParams.set('q', q.trim());
  if (lang !== 'az') address.searchParams.set('hl', lang);
  return address.href;
}

/** How the words were read, where they were not read as typed. */
export function drawNote(
  { kind, text }: Note,
  asked: Asked,
  { lang }: Settings,
  search: (q: string) => void,
): HTMLElement {
  const words = SEARCH_WORDS[lang];
  const attributes = { class: 'notice' };
  if (kind === 'layout') return el('p', attributes, words.layout(asked.q.trim(), text));
  if (kind === 'readAs') return el('p', attributes, words.readAs(text));
  const proposal = button({ class: 'link' }, () => search(text), text);
  return el('p', attributes, words.didYouMean, ' ', proposal);
}

/** What stands in place of a list that is empty. */
export function drawNothing(asked: Asked, { lang }: Settings, clear: () => void): HTMLElement {
  const words = SEARCH_WORDS[lang];
  const q = asked.q.trim();
  return el(
    'div',
    { class: 'notice' },
    el('h2', {}, q === '' ? words.noneFiltered : words.none(q)),
    el('p', {}, words.noneHint),
    countFilters(asked) > 0 ? button({ class: 'link' }, clear, words.everywhere) : undefined,
  );
}

/** Why there is no answer, in words, and a button to try again. */
export function drawTrouble(trouble: Trouble, { lang }: Settings, retry: () => void): HTMLElement {
  const words = SEARCH_WORDS[lang];
  return el(
    'div',
    { class: 'notice trouble', role: 'alert' },
    el('h2', {}, words[SAYINGS[trouble.status] ?? 'failed']),
    trouble.status === 0 ? el('p', {}, words.offline) : undefined,
    button({ class: 'quiet' }, retry, words.retry),
  );
}

const SAYINGS: Readonly<Record<number, 'offlineTitle' | 'closed' | 'busy'>> = {
  0: 'offlineTitle',
  401: 'closed',
  403: 'closed',
  429: 'busy',
  503: 'busy',
};
