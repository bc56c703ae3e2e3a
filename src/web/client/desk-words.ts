import './desk-article.js';
import { fetchPage, replacePart } from './desk-fetch.js';

/** How long nobody must have typed before a change is tried, in milliseconds. */
const PAUSE_MS = 600;
const PARTS = ['word-tried', 'word-save'] as const;
/** Fields that make no difference to what is tried. */
const APART: ReadonlySet<string> = new Set(['note', 'why']);

/** Tries a change of words while it is typed; the page that the server answers with holds the rest. */
function tryWhileTyping(form: HTMLFormElement, path: string): void {
  let waiting: number | undefined;
  let latest: AbortController | undefined;

  async function attempt(): Promise<void> {
    latest?.abort();
    const asked = (latest = new AbortController());
    document.getElementById('word-tried')?.setAttribute('aria-busy', 'true');
    const page = await fetchPage(path, {
      method: 'POST',
      body: fieldsOf(form),
      signal: asked.signal,
    });
    if (asked.signal.aborted) return;
    document.getElementById('word-tried')?.removeAttribute('aria-busy');
    if (page) for (const part of PARTS) replacePart(part, page);
  }

  form.addEventListener('input', ({ target }) => {
    if (target instanceof Element && APART.has(target.id)) return;
    clearTimeout(waiting);
    waiting = setTimeout(() => void attempt(), PAUSE_MS);
  });
  // Not sent at all, so that nobody takes what was typed for saved.
  form.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('button') : null;
    if (!button?.formAction.includes(path)) return;
    event.preventDefault();
    clearTimeout(waiting);
    void attempt();
  });
}

function fieldsOf(form: HTMLFormElement): URLSearchParams {
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string') fields.append(name, value);
  }
  return fields;
}

for (const form of document.querySelectorAll('form[data-try]')) {
  if (form instanceof HTMLFormElement) tryWhileTyping(form, form.dataset['try'] ?? '');
}
