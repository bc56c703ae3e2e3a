import './desk-article.js';
import { fetchPage, replacePart } from './desk-fetch.js';

/** Bytes of a page that the desk reads; what holds it in a request takes some, too. */
const MOST_BYTES = 990_000;
/** A page is looked through when nothing more is typed for so long, in milliseconds. */
const PAUSE_MS = 500;

const form = document.getElementById('paste');
const area = document.getElementById('page');
const file = document.getElementById('file');
const note = document.getElementById('page-note');

if (
  form instanceof HTMLFormElement &&
  area instanceof HTMLTextAreaElement &&
  file instanceof HTMLInputElement &&
  note
) {
  watch(form, area, file, note);
}

function watch(
  form: HTMLFormElement,
  area: HTMLTextAreaElement,
  file: HTMLInputElement,
  note: HTMLElement,
): void {
  let timer = 0;
  let asked = 0;

  async function look(): Promise<void> {
    const turn = ++asked;
    const body = JSON.stringify({ page: area.value });
    if (new Blob([body]).size > MOST_BYTES) {
      say('tooLarge');
      return;
    }
    const headers = { 'Content-Type': 'application/json' };
    form.setAttribute('aria-busy', 'true');
    const page = await fetchPage('/desk/new', { method: 'POST', headers, body });
    // An older page must not replace what a newer one has found.
    if (turn !== asked) return;
    form.removeAttribute('aria-busy');
    if (!page?.getElementById('found')) {
      say('away');
      return;
    }
    say();
    replacePart('found', page);
    note.textContent = page.getElementById('found-title')?.textContent ?? '';
  }

  function say(words?: 'tooLarge' | 'unreadable' | 'away'): void {
    note.textContent = words === undefined ? '' : (form.dataset[words] ?? '');
    note.classList.toggle('error', words !== undefined);
  }

  function lookSoon(): void {
    clearTimeout(timer);
    if (area.value.trim() !== '') timer = setTimeout(() => void look(), PAUSE_MS);
  }

  async function take(dropped: File | undefined): Promise<void> {
    if (!dropped) return;
    if (dropped.size > MOST_BYTES) {
      say('tooLarge');
      return;
    }
    try {
      const decoder = new TextDecoder('utf-8', { fatal: true });
      area.value = decoder.decode(await dropped.arrayBuffer());
      await look();
    } catch {
      say('unreadable');
    }
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(timer);
    void look();
  });
  area.addEventListener('input', lookSoon);
  file.addEventListener('change', () => void take(file.files?.[0]));
  form.addEventListener('dragover', (event) => {
    event.preventDefault();
    form.classList.add('over');
  });
  form.addEventListener('dragleave', () => form.classList.remove('over'));
  form.addEventListener('drop', (event) => {
    form.classList.remove('over');
    const [dropped] = event.dataTransfer?.files ?? [];
    if (!dropped) return;
    event.preventDefault();
    void take(dropped);
  });
}
