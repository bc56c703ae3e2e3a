import { EMBED_WORDS } from '../words/embed.data.js';
import { PAGE_WORDS } from '../words/page.data.js';
import type { Suggestion } from './axtar-search-answer.js';
import { button, el } from './axtar-search-dom.js';
import { createSuggestions } from './axtar-search-suggestions.js';
import type { Settings } from './axtar-search-settings.js';

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
  const { input, node, empty } = drawBox(settings);
  const suggestions = createSuggestions(input, settings, (suggestion) => deeds.choose(suggestion));
  const showEmpty = () => (empty.hidden = input.value === '');
  const write = (text: string) => {
    input.value = text;
    suggestions.close();
    showEmpty();
  };
  node.append(suggestions.node);
  input.addEventListener('input', showEmpty);
  empty.addEventListener('click', () => {
    write('');
    input.focus();
    deeds.clear();
  });
  node.addEventListener('submit', (event) => {
    event.preventDefault();
    suggestions.close();
    deeds.submit();
  });
  showEmpty();
  return { node, text: () => input.value, write, stop: suggestions.close };
}

function drawBox({ lang, placeholder, label }: Settings) {
  const words = PAGE_WORDS[lang];
  const input = el('input', {
    part: 'input',
    type: 'text',
    inputmode: 'search',
    enterkeyhint: 'search',
    maxlength: '512',
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: 'false',
    placeholder: placeholder ?? words.placeholder,
    'aria-label': label ?? words.searchLabel,
  });
  const empty = button(
    { class: 'empty', 'aria-label': EMBED_WORDS[lang].emptyBox },
    () => undefined,
    '×',
  );
  const send = el('button', { type: 'submit', part: 'button' }, words.searchButton);
  const attributes = { class: 'box', part: 'box', role: 'search', 'aria-label': label };
  return { input, empty, node: el('form', attributes, input, empty, send) };
}
