import { find } from './find.js';
import { addressOfChoice, proposed, recent, rowOf, type Choice } from './options.js';
import { forgetSearches } from './recent.js';

const PAUSE_MS = 80;

/** What the page does with a choice. */
export interface Choosing {
  /** A text was put into the box and is to be searched for. */
  readonly search: () => void;
  readonly open: (address: string) => void;
}

/** Makes the search box a combobox (WAI-ARIA): proposals below it, chosen with keys or a pointer. */
export function makeCombobox(box: HTMLInputElement, choosing: Choosing): void {
  const found = find('#suggestions', HTMLUListElement);
  if (!found) return;
  const list = found;
  let choices: readonly Choice[] = [];
  let active = -1;
  let running = new AbortController();
  let timer = 0;

  function show(next: readonly Choice[]): void {
    choices = next;
    list.replaceChildren(...next.flatMap((choice, at) => rowOf(choice, at, list) ?? []));
    list.hidden = next.length === 0;
    box.setAttribute('aria-expanded', String(next.length > 0));
    point(-1);
  }

  function close(): void {
    running.abort();
    clearTimeout(timer);
    show([]);
  }

  /** Leads the eye and the ear to a row, and no focus: that stays in the box. */
  function point(at: number): void {
    list.children[active]?.setAttribute('aria-selected', 'false');
    active = at;
    const row = list.children[at];
    row?.setAttribute('aria-selected', 'true');
    row?.scrollIntoView({ block: 'nearest' });
    if (row) box.setAttribute('aria-activedescendant', row.id);
    else box.removeAttribute('aria-activedescendant');
  }

  function propose(): void {
    running.abort();
    running = new AbortController();
    clearTimeout(timer);
    const { signal } = running;
    const q = box.value;
    if (q.trim() === '') {
      show(recent());
      return;
    }
    timer = setTimeout(() => {
      // Without proposals one can still search.
      const asked = proposed(q, signal).catch(() => []);
      void asked.then((next) => !signal.aborted && document.activeElement === box && show(next));
    }, PAUSE_MS);
  }

  function choose(choice: Choice): void {
    const address = addressOfChoice(choice, box.value);
    close();
    if (choice.kind === 'forget') {
      forgetSearches();
      return;
    }
    if (address !== undefined) {
      choosing.open(address);
      return;
    }
    box.value = choice.text;
    choosing.search();
  }

  /** Round from the box through the rows and back to the box. */
  function step(by: number): void {
    const places = choices.length + 1;
    point(((active + 1 + by + places) % places) - 1);
  }

  function onKey(event: KeyboardEvent): void {
    const chosen = choices[active];
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (list.hidden) propose();
      else step(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Enter' && chosen && !event.isComposing) {
      event.preventDefault();
      choose(chosen);
    } else if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault();
      close();
    }
  }

  box.setAttribute('role', 'combobox');
  box.setAttribute('aria-controls', list.id);
  box.setAttribute('aria-autocomplete', 'list');
  box.setAttribute('aria-expanded', 'false');
  box.addEventListener('input', propose);
  box.addEventListener('focus', () => box.value === '' && propose());
  box.addEventListener('click', () => box.value === '' && list.hidden && propose());
  box.addEventListener('keydown', onKey);
  box.addEventListener('blur', close);
  box.form?.addEventListener('submit', close);
  // A press on a row must not take the focus out of the box, which would close the list.
  list.addEventListener('mousedown', (event) => event.preventDefault());
  list.addEventListener('click', ({ target }) => {
    const row = target instanceof Element ? target.closest('[role=option]') : null;
    const chosen = row ? choices[[...list.children].indexOf(row)] : undefined;
    if (chosen) choose(chosen);
  });
}
