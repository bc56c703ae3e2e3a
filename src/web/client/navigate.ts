import { copyTemplate, find } from './find.js';
import { takeOver } from './regions.js';

export interface Going {
  /** Asked by the fields of the page, which may be further than the answer when it comes. */
  readonly byForm?: boolean;
  /** Each letter is an answer of its own, but a run of them is one step of the history. */
  readonly typing?: boolean;
  /** Milliseconds in which a newer wish takes the place of this one. */
  readonly pause?: number;
}

/** Called with the address when its answer is shown. */
type OnArrival = (address: string, going: Going) => void;

let running = new AbortController();
let timer = 0;
let isTyping = false;
let onArrival: OnArrival = () => undefined;

/** Says who is told when an answer is shown. */
export const whenArrived = (tell: OnArrival): void => void (onArrival = tell);

/** Goes to an address of this page: a step of the history, and its regions in place of these. */
export function go(address: string, going: Going = {}): void {
  const replaces = (going.typing && isTyping) || address === here();
  isTyping = going.typing ?? false;
  if (replaces) history.replaceState(history.state, '', address);
  else {
    history.replaceState({ scroll: scrollY }, '');
    history.pushState({ scroll: 0 }, '', address);
  }
  load(address, going);
}

/** Shows what an address answers; what was asked for before is dropped, so it never comes later. */
export function load(address: string, going: Going = {}, scroll?: number): void {
  running.abort();
  running = new AbortController();
  clearTimeout(timer);
  setBusy(true);
  const { signal } = running;
  timer = setTimeout(() => void show(address, going, signal, scroll), going.pause ?? 0);
}

async function show(address: string, going: Going, signal: AbortSignal, scroll?: number) {
  const answer = await fetchPage(address, going, signal).catch(() => undefined);
  if (signal.aborted) return;
  setBusy(false);
  document.getElementById('trouble')?.remove();
  if (!answer) {
    showTrouble(address);
    return;
  }
  takeOver(answer, going.byForm ?? false);
  if (scroll !== undefined) scrollTo(0, scroll);
  onArrival(address, going);
}

/** @throws when the service cannot be reached; its refusals are pages too */
async function fetchPage(address: string, { typing }: Going, signal: AbortSignal) {
  const headers = { Accept: 'text/html', ...(typing ? { 'X-Axtar-Typing': '1' } : {}) };
  const response = await fetch(address, { headers, signal });
  return new DOMParser().parseFromString(await response.text(), 'text/html');
}

function setBusy(busy: boolean): void {
  const results = document.getElementById('results');
  if (busy) results?.setAttribute('aria-busy', 'true');
  else results?.removeAttribute('aria-busy');
}

/** The last answer stays where it is; above it stands that there is no newer one. */
function showTrouble(address: string): void {
  const notice = copyTemplate('#offline');
  if (!notice) return;
  notice.id = 'trouble';
  find('button', HTMLButtonElement, notice)?.addEventListener('click', () => load(address));
  document.getElementById('results')?.before(notice);
}

const here = (): string => location.pathname + location.search;

/** Back and forward lead through what was asked, to where one was in the list. */
export function followHistory(): void {
  history.scrollRestoration = 'manual';
  addEventListener('popstate', ({ state }) => {
    isTyping = false;
    load(here(), {}, scrollOf(state));
  });
  addEventListener('pagehide', () => history.replaceState({ scroll: scrollY }, ''));
  addEventListener('online', () => document.getElementById('trouble') && load(here()));
  const scroll = scrollOf(history.state);
  if (scroll > 0) scrollTo(0, scroll);
}

const scrollOf = (state: unknown): number =>
  typeof state === 'object' && state && 'scroll' in state && typeof state.scroll === 'number'
    ? state.scroll
    : 0;
