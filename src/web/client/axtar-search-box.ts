import { SEARCH_WORDS } from '../words/search.data.js';
import { button, el, marked } from './axtar-search-dom.js';
import { suggest } from './axtar-search-service.js';
import type { Settings, Suggestion } from './axtar-search-types.js';

const PAUSE_MS = 120;
const LIST = 'suggestions';

/** The search box: a combobox whose list are suggestions. */
export interface Box {
  readonly node: HTMLElement;
  readonly text: () => string;
  readonly write: (text: string) => void;
  readonly stop: () => void;
}

export interface BoxDeeds {
  /** What was typed is to be searched for. */
  readonly submit: () => void;
  readonly choose: (suggestion: Suggestion) => void;
  readonly clear: () => void;
}

export function createBox(settings: Settings, deeds: BoxDeeds): Box {
  const words = SEARCH_WORDS[settings.lang];
  const { placeholder = words.placeholder, label } = settings;
  const input = drawInput(placeholder, label ?? words.searchLabel);
  const suggestions = createSuggestions(input, settings, deeds.choose);
  const empty = button({ class: 'empty', 'aria-label': words.emptyBox }, () => {
    write('');
    input.focus();
    deeds.clear();
  });
  empty.textContent = '×';
  const send = el('button', { type: 'submit', class: 'button' }, words.searchButton);
  const attributes = { class: 'box', role: 'search', 'aria-label': label };
  const node = el('form', attributes, input, empty, send, suggestions.node);
  const showEmpty = () => (empty.hidden = input.value === '');

  function write(text: string): void {
    input.value = text;
    suggestions.close();
    showEmpty();
  }

  input.addEventListener('input', showEmpty);
  node.addEventListener('submit', (event) => {
    event.preventDefault();
    suggestions.close();
    deeds.submit();
  });
  showEmpty();
  return { node, text: () => input.value, write, stop: suggestions.close };
}

const drawInput = (placeholder: string, label: string): HTMLInputElement =>
  el('input', {
    class: 'input',
    role: 'combobox',
    inputmode: 'search',
    enterkeyhint: 'search',
    maxlength: '512',
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: 'false',
    placeholder,
    'aria-label': label,
    'aria-autocomplete': 'list',
    'aria-controls': LIST,
    'aria-expanded': 'false',
  });

interface Suggestions {
  readonly node: HTMLElement;
  readonly close: () => void;
}

/**
 * What the service proposes for the text of a box, as its list: arrows go through it, Enter and a
 * press choose, Escape closes it. The focus stays in the box.
 */
export function createSuggestions(
  input: HTMLInputElement,
  settings: Settings,
  choose: (suggestion: Suggestion) => void,
): Suggestions {
  const words = SEARCH_WORDS[settings.lang];
  const node = el('ul', {
    id: LIST,
    class: 'suggestions',
    role: 'listbox',
    'aria-label': words.suggestions,
    hidden: true,
  });
  let shown: readonly Suggestion[] = [];
  let active = -1;
  let running = new AbortController();
  let timer = 0;

  function show(suggestions: readonly Suggestion[]): void {
    shown = suggestions;
    node.replaceChildren(...suggestions.map(toOption));
    node.hidden = suggestions.length === 0;
    input.setAttribute('aria-expanded', String(!node.hidden));
    activate(-1);
  }

  function toOption({ pieces, kind }: Suggestion, at: number): HTMLElement {
    const name = kind === 'author' || kind === 'topic' ? words.kinds[kind] : undefined;
    const kindNode = name === undefined ? undefined : el('span', { class: 'kind' }, name);
    const text = el('span', {}, ...marked(pieces));
    return el('li', { id: optionId(at), class: 'suggestion', role: 'option' }, text, kindNode);
  }

  function activate(at: number): void {
    active = at;
    for (const [place, option] of [...node.children].entries()) {
      option.setAttribute('aria-selected', String(place === at));
    }
    if (at < 0) {
      input.removeAttribute('aria-activedescendant');
      return;
    }
    input.setAttribute('aria-activedescendant', optionId(at));
    node.children[at]?.scrollIntoView({ block: 'nearest' });
  }

  /** Nothing that is still on its way is shown either. */
  function close(): void {
    clearTimeout(timer);
    running.abort();
    show([]);
  }

  async function load(): Promise<void> {
    const { signal } = running;
    const found = await suggest(input.value, settings, signal).catch(() => []);
    if (!signal.aborted) show(found);
  }

  function ask(): void {
    clearTimeout(timer);
    running.abort();
    running = new AbortController();
    if (input.value.trim() === '') show([]);
    else timer = setTimeout(() => void load(), PAUSE_MS);
  }

  /** Past the last one comes the box itself, then the first one again. */
  function step(by: number): void {
    const places = shown.length + 1;
    activate(((active + 1 + by + places) % places) - 1);
  }

  function take(at: number): void {
    const suggestion = shown[at];
    if (!suggestion) return;
    close();
    choose(suggestion);
  }

  function press(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (shown.length === 0) ask();
      else step(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Enter' && active >= 0) {
      event.preventDefault();
      take(active);
    } else if (event.key === 'Escape' && shown.length > 0) {
      event.preventDefault();
      close();
    }
  }

  input.addEventListener('input', ask);
  input.addEventListener('keydown', press);
  input.addEventListener('blur', close);
  // The box would lose the focus before the press is a click.
  node.addEventListener('mousedown', (event) => event.preventDefault());
  node.addEventListener('click', ({ target }) => {
    take(
      [...node.children].findIndex((option) => target instanceof Node && option.contains(target)),
    );
  });
  return { node, close };
}

const optionId = (at: number): string => `option-${at}`;
