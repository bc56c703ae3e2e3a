import { EMBED_WORDS } from '../words/embed.data.js';
import type { Suggestion } from './axtar-search-answer.js';
import { el, marked } from './axtar-search-dom.js';
import { suggest } from './axtar-search-service.js';
import type { Settings } from './axtar-search-settings.js';

const PAUSE_MS = 120;
const LIST = 'suggestions';

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
  const words = EMBED_WORDS[settings.lang];
  const node = el('ul', {
    id: LIST,
    part: 'suggestions',
    role: 'listbox',
    'aria-label': words.suggestions,
    hidden: true,
  });
  let shown: readonly Suggestion[] = [];
  let active = -1;
  let running = new AbortController();
  let timer = 0;

  for (const [name, value] of Object.entries(COMBOBOX)) input.setAttribute(name, value);

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
    return el('li', { id: optionId(at), part: 'suggestion', role: 'option' }, text, kindNode);
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

const COMBOBOX = {
  role: 'combobox',
  'aria-autocomplete': 'list',
  'aria-controls': LIST,
  'aria-expanded': 'false',
  'aria-haspopup': 'listbox',
} as const;

const optionId = (at: number): string => `option-${at}`;
