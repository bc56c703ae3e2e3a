import { LISTS, type ListName } from './axtar-search-asked.js';

/** A stretch of text, and whether the query met it. */
export interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

export interface Named {
  readonly id: string;
  readonly name: string;
}

export interface Hit {
  readonly id: string;
  readonly title: readonly Piece[];
  readonly snippet: readonly Piece[];
  /** Day in Baku, such as `2025-10-23`; empty where none is known. */
  readonly day: string;
  readonly author: Named | undefined;
  readonly topics: readonly Named[];
  readonly source: string;
  readonly url: string;
  readonly lang: string;
}

export interface FacetValue extends Named {
  readonly count: number;
}

/** What was made of the words, where that has to be said. */
export interface Note {
  readonly kind: 'layout' | 'readAs' | 'didYouMean';
  readonly text: string;
}

export interface Answer {
  readonly hits: readonly Hit[];
  readonly totalHits: number;
  readonly page: number;
  readonly totalPages: number;
  readonly facets: Readonly<Record<ListName, readonly FacetValue[]>>;
  readonly note: Note | undefined;
  readonly corrected: boolean;
}

export interface Suggestion {
  readonly kind: string;
  readonly text: string;
  readonly pieces: readonly Piece[];
  readonly id: string;
}

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const fieldsOf = (value: unknown): Fields => (isFields(value) ? value : {});
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const numberOf = (value: unknown): number => (typeof value === 'number' ? value : 0);
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** What a search answered; whatever is not as agreed is as if absent. */
export function readAnswer(given: unknown): Answer {
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

export const readSuggestions = (given: unknown): Suggestion[] =>
  listOf(fieldsOf(given)['suggestions']).map((entry) => {
    const { kind, text, html, id } = fieldsOf(entry);
    return {
      kind: textOf(kind),
      text: textOf(text),
      pieces: piecesOf(html, textOf(text)),
      id: textOf(id),
    };
  });

function readHit(given: unknown): Hit {
  const { id, title, snippet, date, author, topics, source, url, lang, _formatted } =
    fieldsOf(given);
  const formatted = fieldsOf(_formatted);
  return {
    id: textOf(id),
    title: piecesOf(formatted['title'], textOf(title)),
    snippet: piecesOf(formatted['snippet'], textOf(snippet)),
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

const BAKU = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Baku', dateStyle: 'short' });

const dayOf = (date: string): string => {
  const instant = Date.parse(date);
  return Number.isNaN(instant) ? '' : BAKU.format(instant);
};

function readFacets(counts: Fields, names: Fields): Answer['facets'] {
  const read = (list: ListName): FacetValue[] => {
    const nameOf = fieldsOf(names[list]);
    return Object.entries(fieldsOf(counts[list]))
      .map(([id, count]) => ({ id, name: textOf(nameOf[id]) || id, count: numberOf(count) }))
      .sort(list === 'year' ? (a, b) => Number(b.id) - Number(a.id) : (a, b) => b.count - a.count);
  };
  const [topic, author, source, year] = LISTS.map(read);
  return { topic: topic ?? [], author: author ?? [], source: source ?? [], year: year ?? [] };
}

function readNote({ layout, corrected }: Fields): Note | undefined {
  if (isFields(layout)) return { kind: 'layout', text: textOf(layout['text']) };
  const { text, searched, words } = fieldsOf(corrected);
  const isNews = listOf(words).some((word) => fieldsOf(word)['by'] !== 'keyboard');
  if (!isNews) return undefined;
  return { kind: searched === true ? 'readAs' : 'didYouMean', text: textOf(text) };
}

const SIGNS: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

/**
 * The pieces of a marked text. Only `<mark>` is read as a tag: all else stays text, whatever it is.
 *
 * @example piecesOf('<mark>a</mark>&lt;b', '') // [{ text: 'a', marked: true }, { text: '<b', marked: false }]
 */
export function piecesOf(html: unknown, plain: string): Piece[] {
  if (typeof html !== 'string') return [{ text: plain, marked: false }];
  let marked = false;
  return html.split(/(<\/?mark>)/).flatMap((part) => {
    if (part !== '<mark>' && part !== '</mark>') {
      const text = part.replace(/&(?:amp|lt|gt|quot|#39);/g, (sign) => SIGNS[sign] ?? sign);
      return text === '' ? [] : [{ text, marked }];
    }
    marked = part === '<mark>';
    return [];
  });
}
