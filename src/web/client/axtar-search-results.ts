import { FACET_WORDS, SEARCH_WORDS } from '../words/search.data.js';
import { writeCount } from '../words/figures.js';
import { countFilters } from './axtar-search-asked.js';
import { button, el } from './axtar-search-dom.js';
import { drawChips, drawFilters, type FilterDeeds } from './axtar-search-filters.js';
import { drawHit, drawNote, drawNothing, drawTrouble, type HitDeeds } from './axtar-search-hits.js';
import type { Trouble } from './axtar-search-service.js';
import type { Answer, Asked, ListName, Named, Settings } from './axtar-search-types.js';

/** What is shown under the box. */
export interface Results {
  readonly node: HTMLElement;
  readonly show: (asked: Asked, answer: Answer) => void;
  /** A further page of what is shown. */
  readonly append: (asked: Asked, answer: Answer) => void;
  readonly setBusy: (busy: boolean) => void;
  readonly fail: (trouble: Trouble, retry: () => void) => void;
  readonly hide: () => void;
  /** Remembers how a value is called that was chosen elsewhere. */
  readonly learn: (list: ListName, value: Named) => void;
}

export interface ResultsDeeds extends FilterDeeds, HitDeeds {
  readonly search: (q: string) => void;
  readonly more: () => void;
}

/** An answer that takes longer is excused, in milliseconds. */
const SLOW_MS = 2_500;

export function createResults(settings: Settings, deeds: ResultsDeeds): Results {
  const words = SEARCH_WORDS[settings.lang];
  const status = el('p', { class: 'count', role: 'status' });
  const trouble = el('div');
  const body = el('div');
  const label = settings.label ? `${settings.label}: ${words.results}` : words.results;
  const attributes = { class: 'results', 'aria-label': label, hidden: true };
  const node = el('section', attributes, status, trouble, body);
  const list = el('div', { class: 'list' });
  const names = new Map<string, string>();
  let filtersOpen = false;
  let slowness = 0;

  const nameOf = (name: ListName, id: string) => names.get(`${name}:${id}`) ?? id;
  const learn = (name: ListName, { id, name: shown }: Named) => names.set(`${name}:${id}`, shown);
  const draw = (asked: Asked, { hits }: Answer) =>
    hits.map((hit) => drawHit(hit, asked.q, settings, deeds));

  function drawPanel(asked: Asked, answer: Answer): HTMLElement[] {
    const groups = drawFilters(asked, answer, settings, deeds);
    if (groups.length === 0) return [];
    const panel = el('div', { id: 'filters', class: 'filters' }, ...groups);
    const count = countFilters(asked);
    const text = FACET_WORDS[settings.lang].filters + (count > 0 ? ` (${count})` : '');
    const attributes = { class: 'opener quiet wide', 'aria-controls': 'filters' };
    const opener = button(attributes, () => setOpen(!filtersOpen), text);
    const setOpen = (open: boolean) => {
      filtersOpen = open;
      panel.classList.toggle('open', open);
      opener.ariaExpanded = String(open);
    };
    setOpen(filtersOpen);
    return [opener, panel];
  }

  function show(asked: Asked, answer: Answer): void {
    for (const [name, values] of answer.facets) for (const value of values) learn(name, value);
    const isEmpty = answer.hits.length === 0;
    list.replaceChildren(...draw(asked, answer), ...drawMore(answer));
    if (isEmpty) list.replaceChildren(drawNothing(asked, settings, deeds.clear));
    const note = answer.note && drawNote(answer.note, asked, settings, deeds.search);
    const chips = drawChips(asked, nameOf, settings, deeds);
    const above = [note, chips].filter((part) => part !== undefined);
    const columns = el('div', { class: 'columns' }, ...drawPanel(asked, answer), list);
    keepFocus(() => body.replaceChildren(...above, columns));
    sayTotal(answer);
  }

  function append(asked: Asked, answer: Answer): void {
    const further = draw(asked, answer);
    list.lastElementChild?.remove();
    list.append(...further, ...drawMore(answer));
    further[0]?.querySelector('a')?.focus();
    sayTotal(answer);
  }

  const drawMore = ({ page, totalPages }: Answer): HTMLElement[] =>
    page < totalPages ? [button({ class: 'more quiet wide' }, deeds.more, words.moreHits)] : [];

  const sayTotal = ({ totalHits }: Answer) => say(words.total(totalHits, writeCount(totalHits)));

  function say(text: string): void {
    node.hidden = false;
    trouble.replaceChildren();
    status.textContent = text;
  }

  /** A button that is drawn anew keeps the focus; one that is gone leaves it to the results. */
  function keepFocus(redraw: () => void): void {
    const held = body.querySelector<HTMLElement>(':focus');
    const key = held?.dataset['key'];
    redraw();
    if (!held) return;
    const heirs = [...body.querySelectorAll<HTMLElement>('[data-key]')];
    const heir = heirs.find(({ dataset }) => dataset['key'] === key) ?? status;
    heir.focus({ preventScroll: true });
  }

  function setBusy(busy: boolean): void {
    node.setAttribute('aria-busy', String(busy));
    clearTimeout(slowness);
    if (busy) slowness = setTimeout(() => say(words.slow), SLOW_MS);
  }

  status.tabIndex = -1;
  return {
    node,
    show,
    append,
    setBusy,
    learn,
    fail: (why, retry) => {
      say('');
      trouble.replaceChildren(drawTrouble(why, settings, retry));
    },
    hide: () => {
      setBusy(false);
      body.replaceChildren();
      say('');
      node.hidden = true;
    },
  };
}
