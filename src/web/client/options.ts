import { copyTemplate } from './find.js';
import { fetchJson, listAt, markedNodes, textAt } from './json.js';
import { recentSearches } from './recent.js';

/** What can be chosen below the search box. */
export interface Choice {
  /** Escaped HTML with marks, or a plain text. */
  readonly html?: string;
  readonly text: string;
  /** Name of the word that says what kind of thing it is: `data-…` of the list. */
  readonly kind: 'recent' | 'forget' | 'phrase' | 'author' | 'topic' | 'title';
  readonly id?: string;
}

const KINDS = ['phrase', 'author', 'topic', 'title'] as const;

/** While the service gathers its proposals, it is asked again. */
const MOST_TRIES = 5;
const AGAIN_MS = 500;
const isBuilding = (answer: unknown): boolean =>
  typeof answer === 'object' && answer !== null && 'building' in answer;

/** What the service proposes for what was typed so far. */
export async function proposed(q: string, signal: AbortSignal): Promise<Choice[]> {
  const parameters = new URLSearchParams({ q, limit: '8' });
  const address = `/v1/suggest?${parameters.toString()}`;
  let answer = await fetchJson(address, signal);
  for (let tries = 0; isBuilding(answer) && tries < MOST_TRIES; tries++) {
    await new Promise((later) => setTimeout(later, AGAIN_MS));
    answer = await fetchJson(address, signal);
  }
  return listAt(answer, 'suggestions').flatMap((given): Choice[] => {
    const kind = KINDS.find((known) => known === textAt(given, 'kind'));
    const text = textAt(given, 'text');
    if (!kind || text === undefined) return [];
    const id = textAt(given, 'id');
    const html = textAt(given, 'html');
    return [
      { kind, text, ...(id === undefined ? {} : { id }), ...(html === undefined ? {} : { html }) },
    ];
  });
}

/** The last searches, and a way to have them forgotten. */
export function recent(): Choice[] {
  const searches = recentSearches().map((text): Choice => ({ text, kind: 'recent' }));
  return searches.length > 0 ? [...searches, { text: '', kind: 'forget' }] : [];
}

/** The choice as a row of the list; `list` holds the words for it. */
export function rowOf(choice: Choice, at: number, list: HTMLElement): Element | undefined {
  const row = copyTemplate('#suggestion');
  if (!row) return undefined;
  const { kind, text, html } = choice;
  const said = list.dataset[kind] ?? '';
  row.id = `suggestion-${at}`;
  row.classList.add(kind);
  const [what, label] = row.children;
  if (kind === 'forget') what?.append(said);
  else what?.append(...(html === undefined ? [text] : markedNodes(html)));
  if (kind !== 'forget') label?.append(said);
  return row;
}

/** Where a choice leads; a text is put into the box instead, and nothing leads to forgetting. */
export function addressOfChoice({ kind, id }: Choice, q: string): string | undefined {
  const language = new URLSearchParams(location.search).get('hl');
  const parameters = new URLSearchParams();
  if (id === undefined) return undefined;
  if (kind === 'title') parameters.set('q', q.trim());
  else if (kind === 'author' || kind === 'topic') parameters.set(kind, id);
  else return undefined;
  if (language !== null) parameters.set('hl', language);
  const path = kind === 'title' ? `/articles/${encodeURIComponent(id)}` : '/';
  return `${path}?${parameters.toString()}`;
}
