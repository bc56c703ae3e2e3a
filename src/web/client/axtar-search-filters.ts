import { FACET_WORDS } from '../words/search.data.js';
import { writeCount } from '../words/figures.js';
import { LISTS } from './axtar-search-asked.js';
import { button, el } from './axtar-search-dom.js';
import type { Answer, Asked, FacetValue, ListName, Named, Settings } from './axtar-search-types.js';

/** Values that are seen at once, and those that are there at most. */
const SHOWN = 6;
const MOST = 40;

export interface FilterDeeds {
  /** Chooses a value, or takes it away again. */
  readonly toggle: (list: ListName, value: Named) => void;
  readonly clear: () => void;
}

type NameOf = (list: ListName, id: string) => string;

/** What is chosen, each with a button that takes it away. */
export function drawChips(
  asked: Asked,
  nameOf: NameOf,
  { lang }: Settings,
  deeds: FilterDeeds,
): HTMLElement | undefined {
  const words = FACET_WORDS[lang];
  const chips = LISTS.flatMap((list) =>
    asked[list].map((id) => {
      const name = nameOf(list, id);
      const attributes = { class: 'chip', 'aria-label': words.remove(name) };
      return button(attributes, () => deeds.toggle(list, { id, name }), name);
    }),
  );
  if (chips.length === 0) return undefined;
  if (chips.length > 1) chips.push(button({ class: 'link' }, deeds.clear, words.clear));
  const items = chips.map((chip) => el('li', {}, chip));
  return el('ul', { class: 'chips', 'aria-label': words.chosen }, ...items);
}

/** The facets, each as a list of buttons with counts; one that tells nothing apart is left out. */
export function drawFilters(
  asked: Asked,
  { facets }: Answer,
  settings: Settings,
  deeds: FilterDeeds,
): HTMLElement[] {
  const words = FACET_WORDS[settings.lang];
  return LISTS.flatMap((list) => {
    const values = facets.get(list) ?? [];
    if (values.length < 2 && asked[list].length === 0) return [];
    const rows = values.slice(0, MOST).map((value) => {
      const chosen = asked[list].includes(value.id);
      return drawRow(value, chosen, `${list}:${value.id}`, () => deeds.toggle(list, value));
    });
    return [drawGroup(words[list === 'year' ? 'byYear' : list], rows, words.more)];
  });
}

const drawRow = ({ name, count }: FacetValue, chosen: boolean, key: string, press: () => void) =>
  button(
    { class: 'value', 'aria-pressed': String(chosen), 'data-key': key },
    press,
    el('span', {}, name),
    el('span', { class: 'number' }, writeCount(count)),
  );

function drawGroup(
  legend: string,
  rows: readonly HTMLElement[],
  more: (shown: string) => string,
): HTMLElement {
  const items = rows.map((row) => el('li', {}, row));
  const rest = items.splice(SHOWN);
  const open = rest.some((item) => item.querySelector('[aria-pressed=true]'));
  const summary = el('summary', { class: 'link' }, more(writeCount(rest.length)));
  const further = rest.length > 0 && el('details', { open }, summary, el('ul', {}, ...rest));
  return el('fieldset', {}, el('legend', {}, legend), el('ul', {}, ...items), further || undefined);
}
