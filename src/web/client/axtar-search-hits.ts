import { EMBED_WORDS } from '../words/embed.data.js';
import { writeDate } from '../words/figures.js';
import type { Hit, Named } from './axtar-search-answer.js';
import type { ListName } from './axtar-search-asked.js';
import { button, el, marked, webAddress } from './axtar-search-dom.js';
import type { Settings } from './axtar-search-settings.js';

export interface HitDeeds {
  /** Only articles of this topic or author are wanted. */
  readonly narrow: (list: ListName, value: Named) => void;
  /** A hit is being opened; gives false when the page does it itself. */
  readonly open: (hit: Hit, address: string) => boolean;
}

/** One article: topics and day, title, passage, author and source. */
export function drawHit(hit: Hit, q: string, settings: Settings, deeds: HitDeeds): HTMLElement {
  const { lang } = settings;
  const day =
    hit.day === '' ? undefined : el('time', { datetime: hit.day, lang }, writeDate(hit.day, lang));
  const topics = hit.topics.map((topic) => narrowing('topic', topic, deeds));
  const author = hit.author && narrowing('author', hit.author, deeds);
  const source = hit.source === '' ? undefined : el('span', {}, hit.source);
  return el(
    'article',
    { class: 'hit', part: 'hit', lang: hit.lang || undefined },
    line('about', [...topics, day]),
    el('h2', {}, titleLink(hit, q, settings, deeds)),
    hit.snippet.length > 0
      ? el('p', { class: 'snippet', part: 'snippet' }, ...marked(hit.snippet))
      : undefined,
    line('by', [author, source]),
  );
}

const narrowing = (list: ListName, value: Named, deeds: HitDeeds): HTMLElement =>
  button({ class: 'narrow' }, () => deeds.narrow(list, value), value.name);

function line(name: string, parts: readonly (HTMLElement | undefined)[]): HTMLElement | undefined {
  const there = parts.filter((part) => part !== undefined);
  return there.length === 0 ? undefined : el('p', { class: name, part: name }, ...there);
}

function titleLink(hit: Hit, q: string, settings: Settings, deeds: HitDeeds): HTMLElement {
  const href = webAddress(hit.url) ?? articleAddress(hit.id, q, settings);
  const target = settings.opensNew ? '_blank' : undefined;
  const attributes = { part: 'title', href, target, rel: 'noopener' };
  const note = settings.opensNew
    ? el('span', { class: 'unseen' }, ` ${EMBED_WORDS[settings.lang].newWindow}`)
    : undefined;
  const link = el('a', attributes, ...marked(hit.title), note);
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
