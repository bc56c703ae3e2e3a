import { bodyOf, LISTS } from './axtar-search-asked.js';
import type {
  Answer,
  Asked,
  FacetValue,
  Hit,
  ListName,
  Named,
  Note,
  Piece,
  ReaderEvent,
  Settings,
  Suggestion,
} from './axtar-search-types.js';

/** Why there is no answer. The text of an error holds nothing of what was sent. */
export class Trouble extends Error {
  constructor(
    /** A code of the service, or `unreachable`. */
    readonly code: string,
    readonly status: number,
    readonly requestId?: string,
  ) {
    super(code);
  }
}

/** An answer that takes longer is given up, in milliseconds. */
const PATIENCE_MS = 15_000;

/**
 * @throws Trouble; when the signal is aborted, whatever: nobody waits any more
 */
export async function search(
  asked: Asked,
  page: number,
  settings: Settings,
  signal: AbortSignal,
): Promise<Answer> {
  // A search in the address would be another address each time, which browsers ask leave for anew.
  const answer = await ask('/v1/search', settings, signal, {
    method: 'POST',
    body: JSON.stringify(bodyOf(asked, page, settings)),
    headers: { 'Content-Type': 'application/json', 'X-Axtar-Typing': '1' },
  });
  return readAnswer(answer);
}

/** @throws Trouble */
export async function suggest(
  q: string,
  settings: Settings,
  signal: AbortSignal,
): Promise<Suggestion[]> {
  return readSuggestions(await ask(`/v1/suggest?q=${encodeURIComponent(q)}`, settings, signal));
}

async function ask(
  path: string,
  { endpoint, key }: Settings,
  signal: AbortSignal,
  init: RequestInit = {},
): Promise<unknown> {
  const headers = new Headers(init.headers);
  if (key !== undefined) headers.set('Authorization', `Bearer ${key}`);
  const within = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]);
  const options = { ...init, headers, credentials: 'omit', signal: within } as const;
  const response = await fetch(endpoint + path, options).catch(() => undefined);
  if (!response) throw new Trouble('unreachable', 0);
  const answer: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw troubleOf(response, answer);
  return answer;
}

const troubleOf = ({ status, headers }: Response, problem: unknown): Trouble =>
  new Trouble(
    textOf(fieldsOf(problem)['code']) || `status_${status}`,
    status,
    headers.get('X-Request-Id') ?? undefined,
  );

/** Tells it and waits for nothing; beacons outlive the page, but carry no key. */
export function tell(event: ReaderEvent, { endpoint, key, counts }: Settings): void {
  if (!counts || event.q.trim() === '') return;
  const address = `${endpoint}/v1/events`;
  const body = JSON.stringify(event);
  if (key === undefined) {
    navigator.sendBeacon(address, body);
    return;
  }
  const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${key}` };
  const options = { method: 'POST', body, headers, keepalive: true, credentials: 'omit' } as const;
  void fetch(address, options).catch(() => undefined);
}

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const fieldsOf = (value: unknown): Fields => (isFields(value) ? value : {});
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const numberOf = (value: unknown): number => (typeof value === 'number' ? value : 0);
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** What a search answered; whatever is not as agreed is as if absent. */
function readAnswer(given: unknown): Answer {
  const answer = fieldsOf(given);
  const query = fieldsOf(answer['query']);
  return {
    hits: listOf(answer['hits']).map(readHit),
    totalHits: numberOf(answer['totalHits']),
    page: numberOf(answer['page']),
    totalPages: numberOf(answer['totalPages']),
    facets: readFacets(fieldsOf(answer['facetDistribution']), fieldsOf(answer['facetNames'])),
    note: readNote(query),
    corrected: query['corrected'] !== undefined,
  };
}

const readSuggestions = (given: unknown): Suggestion[] =>
  listOf(fieldsOf(given)['suggestions']).map((entry) => {
    const { kind, text, html, id } = fieldsOf(entry);
    return {
      kind: textOf(kind),
      text: textOf(text),
      pieces: piecesOf(html),
      id: textOf(id),
    };
  });

function readHit(given: unknown): Hit {
  const { id, date, author, topics, source, url, lang, _formatted } = fieldsOf(given);
  const formatted = fieldsOf(_formatted);
  return {
    id: textOf(id),
    title: piecesOf(formatted['title']),
    snippet: piecesOf(formatted['snippet']),
    day: dayOf(textOf(date)),
    author: isFields(author) ? namedOf(author) : undefined,
    topics: listOf(topics).map(namedOf),
    source: textOf(source),
    url: textOf(url),
    lang: textOf(lang),
  };
}

const namedOf = (given: unknown): Named => {
  const { id, name } = fieldsOf(given);
  return { id: textOf(id), name: textOf(name) };
};

const BAKU = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Baku', dateStyle: 'short' });

const dayOf = (date: string): string => {
  const instant = Date.parse(date);
  return instant ? BAKU.format(instant) : '';
};

function readFacets(counts: Fields, names: Fields): Answer['facets'] {
  const read = (list: ListName): FacetValue[] => {
    const nameOf = fieldsOf(names[list]);
    const byCount = Object.entries(fieldsOf(counts[list]))
      .map(([id, count]) => ({ id, name: textOf(nameOf[id]) || id, count: numberOf(count) }))
      .sort((a, b) => b.count - a.count);
    return list === 'year' ? byCount.sort((a, b) => Number(b.id) - Number(a.id)) : byCount;
  };
  return new Map(LISTS.map((list) => [list, read(list)]));
}

function readNote({ layout, corrected }: Fields): Note | undefined {
  if (isFields(layout)) return { kind: 'layout', text: textOf(layout['text']) };
  const { text, searched, words } = fieldsOf(corrected);
  const isNews = listOf(words).some((word) => fieldsOf(word)['by'] !== 'keyboard');
  if (!isNews) return undefined;
  return { kind: searched === true ? 'readAs' : 'didYouMean', text: textOf(text) };
}

const SIGNS: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
};

/**
 * The pieces of a marked text. Only `<mark>` is read as a tag: all else stays text, whatever it is.
 *
 * @example piecesOf('a<mark>b</mark>') // 'a' unmarked, 'b' marked
 */
const piecesOf = (html: unknown): Piece[] =>
  textOf(html)
    .split(/<\/?mark>/)
    .map((part, at) => ({
      text: part.replace(/&([a-z#\d]+);/g, (sign, name: string) => SIGNS[name] ?? sign),
      marked: at % 2 === 1,
    }));
