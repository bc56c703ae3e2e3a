import { addressOfForm } from './asked.js';
import { copyTemplate, find, findAll } from './find.js';
import { fetchJson, listAt, markedNodes, numberAt, textAt } from './json.js';
import { go } from './navigate.js';

/** Finds authors of the present search by any word of their names. */

const PAUSE_MS = 120;

let running = new AbortController();
let timer = 0;

const finder = () => find('#find-author', HTMLInputElement);

export function watchAuthors(): void {
  finder()?.addEventListener('input', propose);
  document.getElementById('found-authors')?.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement) choose(target);
  });
}

/** Another answer has come: what was found by name belongs to the one before. */
export function refreshAuthors(): void {
  const field = finder();
  if (!field || field.value === '') return;
  if (field !== document.activeElement) field.value = '';
  propose();
}

function propose(): void {
  running.abort();
  running = new AbortController();
  clearTimeout(timer);
  const { signal } = running;
  const typed = finder()?.value ?? '';
  if (typed.trim() === '') show([], false);
  else timer = setTimeout(() => void look(typed, signal), PAUSE_MS);
}

async function look(typed: string, signal: AbortSignal): Promise<void> {
  const asked = new URL(addressOfForm(), location.href).searchParams;
  const parameters = new URLSearchParams({ q: typed, query: asked.get('q') ?? '', limit: '8' });
  for (const name of ['topic', 'source', 'from', 'to'])
    for (const value of asked.getAll(name)) parameters.append(name, value);
  const answer = await fetchJson(`/v1/facets/author?${parameters.toString()}`, signal).catch(
    () => undefined,
  );
  if (signal.aborted || answer === undefined) return;
  const rows = listAt(answer, 'values').flatMap((value) => rowOf(value) ?? []);
  show(rows, true);
}

function rowOf(value: unknown): Element | undefined {
  const [id, html] = [textAt(value, 'id'), textAt(value, 'html')];
  const row = copyTemplate('#author-row');
  const box = row && find('input', HTMLInputElement, row);
  if (!row || !box || id === undefined || html === undefined) return undefined;
  box.value = id;
  box.checked = boxOf(id)?.checked ?? false;
  row.querySelector('.name')?.append(...markedNodes(html));
  row.querySelector('.number')?.append(writeCount(numberAt(value, 'count') ?? 0));
  return row;
}

/** The usual list, or what was found by name in its place. */
function show(rows: readonly Element[], found: boolean): void {
  const list = document.getElementById('found-authors');
  const usual = find('[data-region=author]', HTMLElement);
  const none = document.getElementById('no-author');
  list?.replaceChildren(...rows);
  if (none) none.hidden = !found || rows.length > 0;
  if (usual) usual.hidden = found;
}

/** The box of an author in the usual list. */
const boxOf = (id: string): HTMLInputElement | undefined =>
  findAll('[data-region=author] input', HTMLInputElement).find(({ value }) => value === id);

/** Ticks the author where the form looks for it. */
function choose(ticked: HTMLInputElement): void {
  const usual = boxOf(ticked.value);
  if (usual) usual.checked = ticked.checked;
  else ticked.name = 'author';
  const address = addressOfForm();
  const field = finder();
  if (field) {
    field.value = '';
    field.focus();
  }
  go(address, { byForm: true });
}

/** @example writeCount(13112) // '13 112' */
const writeCount = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, '\u00a0');
