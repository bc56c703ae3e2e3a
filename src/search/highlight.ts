import type { Alternative, Layer } from '../../indexer/engine.js';
import type { Analyzer, Token } from '../../indexer/language/analyzer.js';
import type { Word } from '../../indexer/language/word.js';
import { beginningOf, layerOf, type SoughtWord } from './layers.js';

/** A stretch of a text, in UTF-16 units, that meets query words. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  /** Position of the stretch's first token in the text. */
  readonly token: number;
  /** The query words met, by their position in the query. */
  readonly words: readonly number[];
  readonly layer: Layer;
}

export interface Sought {
  readonly words: readonly SoughtWord[];
  readonly alternatives: readonly Alternative[];
}

/** Tokens after which a text that has shown marks is read no further, and any text at all. */
const ENOUGH_TOKENS = 400;
const MOST_TOKENS = 5_000;
const MOST_CHARACTERS = 100_000;

/**
 * Where an original text meets a query: it is analysed again, exactly as for the index. `first` is
 * the number of the first word that does, or -1, where somebody knows it; with Infinity the text is
 * read to its end.
 */
export function findMarks(
  text: string,
  sought: Sought,
  analyzer: Pick<Analyzer, 'tokens'>,
  first?: number,
): Mark[] {
  if (first === -1) return [];
  const most = first === undefined ? MOST_TOKENS : first + ENOUGH_TOKENS;
  const tokens: Token[] = [];
  const marks = new Map<number, Mark>();
  const meetingOf = meetingsWith(sought);
  for (const token of analyzer.tokens(
    first === undefined ? text.slice(0, MOST_CHARACTERS) : text,
  )) {
    const meeting = meetingOf(token);
    const { start, end } = token;
    if (meeting) marks.set(tokens.length, { start, end, token: tokens.length, ...meeting });
    tokens.push(token);
    if (tokens.length >= (marks.size > 0 ? (first ?? 0) + ENOUGH_TOKENS : most)) break;
  }
  for (const alternative of sought.alternatives) {
    if (alternative.words.length > 1) markWording(tokens, alternative, marks);
  }
  return [...marks.values()].sort((a, b) => a.start - b.start);
}

type Meeting = Pick<Mark, 'words' | 'layer'>;

const meetings = new WeakMap<Sought, (token: Token) => Meeting | undefined>();

/** How tokens meet the query. All hits of an answer repeat words, so each is compared once. */
function meetingsWith(sought: Sought): (token: Token) => Meeting | undefined {
  const known = meetings.get(sought) ?? rememberMeetings(sought.words);
  meetings.set(sought, known);
  return known;
}

function rememberMeetings(words: readonly SoughtWord[]): (token: Token) => Meeting | undefined {
  const asName = new Map<Word, Meeting | undefined>();
  const asOther = new Map<Word, Meeting | undefined>();
  return (token) => {
    const known = token.name ? asName : asOther;
    if (!known.has(token.word)) known.set(token.word, meet(token, words));
    return known.get(token.word);
  };
}

function meet(token: Token, words: readonly SoughtWord[]): Meeting | undefined {
  // A word that is not written as a name was not indexed by its name key.
  const word = token.name ? token.word : { ...token.word, keys: [] };
  const layers = words.map((sought) => layerOf(sought, word));
  const met = layers.flatMap((layer, position) => (layer === undefined ? [] : [position]));
  const layer = layers.find((found) => found !== undefined);
  return layer && { words: met, layer };
}

/** Marks a wording of several words where it stands whole; the last word may be inflected. */
function markWording(
  tokens: readonly Token[],
  { words, from, to }: Alternative,
  marks: Map<number, Mark>,
): void {
  const positions = Array.from({ length: to - from + 1 }, (_, step) => from + step);
  for (let at = 0; at + words.length <= tokens.length; at++) {
    if (
      !words.every((word, step) =>
        isWording(tokens[at + step], word.fold, step === words.length - 1),
      )
    )
      continue;
    for (const token of tokens.slice(at, at + words.length)) {
      const place = tokens.indexOf(token, at);
      const { start, end } = token;
      if (!marks.has(place)) {
        marks.set(place, { start, end, token: place, words: positions, layer: 'synonym' });
      }
    }
  }
}

function isWording(token: Token | undefined, fold: string, last: boolean): boolean {
  if (!token) return false;
  return last ? token.word.fold.startsWith(beginningOf(fold)) : token.word.fold === fold;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as HTML text: `a < b` becomes `a &lt; b`. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

/**
 * Text as HTML with the marked stretches in `<mark>`, the only tag there is.
 *
 * @example markHtml('a<b', [{ start: 0, end: 1 }]) // '<mark>a</mark>&lt;b'
 */
export function markHtml(text: string, marks: readonly Pick<Mark, 'start' | 'end'>[]): string {
  let done = 0;
  const parts = marks.map(({ start, end }) => {
    const before = escapeHtml(text.slice(done, start));
    done = end;
    return `${before}<mark>${escapeHtml(text.slice(start, end))}</mark>`;
  });
  return parts.join('') + escapeHtml(text.slice(done));
}
