import type { Analyzer, Token } from '../../../indexer/language/analyzer.js';
import { createColumn } from './column.js';
import type { TermBook } from './term-book.js';

/** Texts as rows of word numbers, one after the other. A place is the number of a word in them. */
export interface Texts {
  /** Adds a text and returns its number, from 0 on. */
  add(text: string): number;
  /** Adds a text of words that stand at [from, to) already. */
  repeat(from: number, to: number): number;
  count(): number;
  /** Place of the first word of a text; that of the text after the last is where the words end. */
  beginOf(text: number): number;
  /** Number of the word at a place, and of its stem. */
  wordAt(place: number): number;
  stemAt(place: number): number;
  /** Nothing but a space or a hyphen is between this word and the one before it. */
  isJoined(place: number): boolean;
  isName(place: number): boolean;
  /** Where the word stands in its text, in UTF-16 units. */
  startAt(place: number): number;
  endAt(place: number): number;
}

const JOINED = 1;
const NAME = 2;

/** Between words of a phrase; an acronym may have its ending there. */
const BETWEEN = /^(?:[-‑’'`]\p{Ll}{1,6})?[ \u00a0]?-?$/u;

export function createTexts(analyzer: Analyzer, book: TermBook): Texts {
  const words = createColumn();
  const flags = createColumn();
  const starts = createColumn();
  const ends = createColumn();
  const begins = createColumn();

  function addToken(token: Token, text: string, before: Token | undefined): void {
    words.push(book.numberOf(token));
    const joined = before !== undefined && BETWEEN.test(text.slice(before.end, token.start));
    flags.push((joined ? JOINED : 0) | (token.name ? NAME : 0));
    starts.push(token.start);
    ends.push(token.end);
  }

  function repeatWord(place: number): void {
    for (const column of [words, flags, starts, ends]) column.push(column.at(place));
  }

  return {
    add: (text) => {
      begins.push(words.length());
      let before: Token | undefined;
      for (const token of analyzer.tokens(text)) {
        addToken(token, text, before);
        before = token;
      }
      return begins.length() - 1;
    },
    repeat: (from, to) => {
      begins.push(words.length());
      for (let place = from; place < to; place++) repeatWord(place);
      return begins.length() - 1;
    },
    count: begins.length,
    beginOf: (text) => (text < begins.length() ? begins.at(text) : words.length()),
    wordAt: words.at,
    stemAt: (place) => book.stemOf(words.at(place)),
    isJoined: (place) => (flags.at(place) & JOINED) !== 0,
    isName: (place) => (flags.at(place) & NAME) !== 0,
    startAt: starts.at,
    endAt: ends.at,
  };
}
