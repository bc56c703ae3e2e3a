/** The reader's language: remembered by the browser, spoken by every part of the page. */

import { currentLanguage, say, setLanguage } from './messages.js';

const STORAGE_KEY = 'axtar-language';

/** Speaks the language of the last visit; Azerbaijani on the first. */
export function restoreLanguage() {
  speak(withStorage((storage) => storage.getItem(STORAGE_KEY)));
}

/** Changes to the other language and remembers it. */
export function switchLanguage() {
  speak(other());
  withStorage((storage) => storage.setItem(STORAGE_KEY, currentLanguage()));
}

const other = () => (currentLanguage() === 'az' ? 'en' : 'az');

/** A browser that forbids storage only forgets the language. */
function withStorage(action) {
  try {
    return action(localStorage);
  } catch {
    return undefined;
  }
}

function speak(language) {
  setLanguage(language);
  document.documentElement.lang = currentLanguage();
  document.getElementById('language').lang = other();
  sayEach('text', (node, words) => (node.textContent = words));
  sayEach('label', (node, words) => node.setAttribute('aria-label', words));
  sayEach('placeholder', (node, words) => (node.placeholder = words));
}

/** Says every key that index.html leaves in `data-text`, `data-label` or `data-placeholder`. */
function sayEach(place, put) {
  for (const node of document.querySelectorAll(`[data-${place}]`))
    put(node, say(node.dataset[place]));
}
