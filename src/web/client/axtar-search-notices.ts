import { EMBED_WORDS } from '../words/embed.data.js';
import { PAGE_WORDS } from '../words/page.data.js';
import type { Note } from './axtar-search-answer.js';
import { countFilters, type Asked } from './axtar-search-asked.js';
import { button, el } from './axtar-search-dom.js';
import type { Trouble } from './axtar-search-service.js';
import type { Settings } from './axtar-search-settings.js';

/** How the words were read, where they were not read as typed. */
export function drawNote(
  { kind, text }: Note,
  asked: Asked,
  { lang }: Settings,
  search: (q: string) => void,
): HTMLElement {
  const words = PAGE_WORDS[lang];
  const attributes = { class: 'notice', part: 'notice' };
  if (kind === 'layout') return el('p', attributes, words.layout(asked.q.trim(), text));
  if (kind === 'readAs') return el('p', attributes, words.readAs(text));
  const proposal = button({ class: 'narrow' }, () => search(text), text);
  return el('p', attributes, words.didYouMean, ' ', proposal);
}

/** What stands in place of a list that is empty. */
export function drawNothing(asked: Asked, { lang }: Settings, clear: () => void): HTMLElement {
  const words = PAGE_WORDS[lang];
  const q = asked.q.trim();
  return el(
    'div',
    { class: 'notice', part: 'notice' },
    el('h2', {}, q === '' ? words.noneFiltered : words.none(q)),
    el('p', {}, words.noneHint),
    countFilters(asked) > 0 ? button({ class: 'narrow' }, clear, words.everywhere) : undefined,
  );
}

/** Why there is no answer, in words, and a button to try again. */
export function drawTrouble(trouble: Trouble, { lang }: Settings, retry: () => void): HTMLElement {
  const [heading, hint] = saying(trouble, lang);
  return el(
    'div',
    { class: 'notice trouble', part: 'notice', role: 'alert' },
    el('h2', {}, heading),
    el('p', {}, hint),
    button({ class: 'quiet' }, retry, PAGE_WORDS[lang].retry),
  );
}

function saying({ status }: Trouble, lang: Settings['lang']): [string, string] {
  const words = EMBED_WORDS[lang];
  if (status === 0) return [PAGE_WORDS[lang].offlineTitle, words.offline];
  if (status === 401 || status === 403) return [words.closed, words.closedHint];
  if (status === 429 || status === 503) return [words.busy, words.busyHint];
  return [words.failed, words.failedHint];
}
