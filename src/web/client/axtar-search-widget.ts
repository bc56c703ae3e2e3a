import {
  addressWith,
  countFilters,
  NO_FILTERS,
  readAddress,
  toggled,
} from './axtar-search-asked.js';
import { createBox } from './axtar-search-box.js';
import { webAddress } from './axtar-search-dom.js';
import { createResults } from './axtar-search-results.js';
import { search as askService, tell, Trouble } from './axtar-search-service.js';
import type {
  Answer,
  Asked,
  Hit,
  ListName,
  Named,
  Settings,
  Suggestion,
} from './axtar-search-types.js';

/** Sends an event of the element; gives false when the page has prevented what follows. */
export type Announce = (name: string, detail: Readonly<Record<string, unknown>>) => boolean;

/** What the element is made of while it stands in a page. */
export interface Widget {
  readonly nodes: readonly HTMLElement[];
  readonly text: () => string;
  readonly write: (text: string) => void;
  readonly search: (q: string) => void;
  readonly clear: () => void;
  readonly stop: () => void;
}

const NOTHING: Asked = { q: '', ...NO_FILTERS };

export function createWidget(settings: Settings, announce: Announce): Widget {
  let asked = NOTHING;
  let page = 1;
  /** The words that the service was told of last: choosing a filter is no other search. */
  let toldOf = '';
  let running = new AbortController();
  const stopping = new AbortController();

  const box = createBox(settings, {
    submit: () => search(box.text()),
    choose: take,
    clear: () => settings.inline && go(NOTHING),
  });
  const results = createResults(settings, {
    toggle: (list, value) => narrow(toggled(asked, list, value.id), list, value),
    narrow: (list, value) => narrow({ ...asked, [list]: [value.id] }, list, value),
    clear: () => go({ ...asked, ...NO_FILTERS }),
    search,
    more: () => void load(page + 1),
    open,
  });

  function search(q: string): void {
    box.write(q);
    if (settings.inline) go({ ...(q === asked.q ? asked : NOTHING), q });
    else leave(q);
  }

  function narrow(next: Asked, list: ListName, value: Named): void {
    results.learn(list, value);
    go(next);
  }

  function take({ kind, text, id }: Suggestion): void {
    if (kind !== 'topic' || !settings.inline) {
      search(text);
      return;
    }
    box.write('');
    narrow({ ...NOTHING, topic: [id] }, 'topic', { id, name: text });
  }

  /** To the page of results. */
  function leave(q: string): void {
    const target = webAddress(settings.target, document.baseURI);
    if (q.trim() === '' || target === undefined || !announce('axtar-search', { q })) return;
    const address = new URL(target);
    address.searchParams.set(settings.parameter, q);
    if (settings.opensNew) window.open(address.href, '_blank', 'noopener');
    else location.assign(address.href);
  }

  function go(next: Asked): void {
    asked = next;
    const address = addressWith(asked, settings.parameter);
    if (settings.followsAddress && address !== location.href) {
      history.pushState(history.state, '', address);
    }
    show();
  }

  function show(): void {
    running.abort();
    const { q, ...filters } = asked;
    if (q.trim() === '' && countFilters(asked) === 0) results.hide();
    else if (announce('axtar-search', { q, filters })) void load(1);
  }

  /** What was asked for before is dropped, so that it never comes later. */
  async function load(wanted: number): Promise<void> {
    running.abort();
    running = new AbortController();
    const { signal } = running;
    results.setBusy(true);
    const answer = await askService(asked, wanted, settings, signal).catch(asTrouble);
    if (signal.aborted) return;
    results.setBusy(false);
    if (answer instanceof Trouble) fail(answer, wanted);
    else arrive(answer, wanted);
  }

  function arrive(answer: Answer, wanted: number): void {
    page = wanted;
    const { q } = asked;
    const { totalHits: total, corrected } = answer;
    if (page === 1) results.show(asked, answer);
    else results.append(asked, answer);
    announce('axtar-results', { q, total, page, corrected });
    if (toldOf !== q) tell({ type: 'search', q, total, corrected }, settings);
    toldOf = q;
  }

  function fail(trouble: Trouble, wanted: number): void {
    const { code, status, requestId } = trouble;
    results.fail(trouble, () => void load(wanted));
    announce('axtar-error', { q: asked.q, code, status, requestId });
  }

  function open({ id }: Hit, url: string): boolean {
    const { q } = asked;
    tell({ type: 'open', q, id }, settings);
    return announce('axtar-open', { q, id, url });
  }

  function followAddress(): void {
    asked = readAddress(settings.parameter);
    box.write(asked.q);
    show();
  }

  if (settings.inline && settings.followsAddress) {
    addEventListener('popstate', followAddress, { signal: stopping.signal });
    followAddress();
  }
  return {
    nodes: settings.inline ? [box.node, results.node] : [box.node],
    text: box.text,
    write: box.write,
    search,
    clear: () => {
      box.write('');
      if (settings.inline) go(NOTHING);
    },
    stop: () => {
      stopping.abort();
      running.abort();
      results.setBusy(false);
      box.stop();
    },
  };
}

const asTrouble = (error: unknown): Trouble =>
  error instanceof Trouble ? error : new Trouble('failed', 500);
