import { isAcronym, isCapitalised, lowerAz } from './casing.js';
import { fold } from './fold.js';
import { findRun, findRunEnd } from './runs.js';
import { latinReadings } from './transliterate.js';

/** A word of a canonical text: `word` as it counts, [start, end) where it stands in that text. */
export interface Segment {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** What a run of letters and digits is as a word. */
export interface Cut {
  readonly word: string;
  /** Length of what is left of the run, in UTF-16 units. */
  readonly length: number;
  /** After a number or an acronym an ending may follow: `TDT-nin`. */
  readonly sign: boolean;
}

/** A segment with what its reader knows of it. */
export interface Place<Known extends Cut> extends Segment {
  readonly cut: Known;
}

const GLUED = /^(\p{Lu}{2,}\d*|\d+)(\p{Ll}+)$/u;

/**
 * Endings that a number, an acronym or a quoted name takes in writing, on folded letters:
 * ordinal, number, possessive, case, copula (`2024-cü`, `TDT-nin`, `“Monako”ya`, `COP29un`).
 */
const ENDING =
  /^(?=.)(?:[iu]?nc[iu]|c[iu])?(?:l[iu]k?q?)?(?:l[ae]r)?(?:s?[iu](?:n(?=.))?)?(?:n?[iu]n|[yn]?[ae]|n?[iu]|d[ae]n?|[yn]?l[ae]|d[ae]ki?)?(?:d[iu]r)?$/;

/** Endings are written in the script of their word: `МДБ-нин`. */
const isEnding = (text: string) =>
  latinReadings(lowerAz(text)).some((reading) => ENDING.test(fold(reading)));
/** Numbers, acronyms, and acronyms typed in small letters, which show by having no vowel (`tdt`). */
const isSign = (word: string) =>
  isAcronym(word) || /\p{N}$/u.test(word) || /^[bcçdfgğhjklmnpqrsştvxyz]{2,5}$/.test(word);
const CLOSING_QUOTE = /[\p{L}\p{N}.!?…%]"$/u;

/**
 * Cuts canonical text into words. Hyphens part words; an ending after a number, an acronym, a
 * closing quote or a capitalised name's apostrophe is dropped; other apostrophes are the old
 * tutuq sign and belong to the word.
 *
 * @example [...segments('TDT-nin 2024-cü il')].map((s) => s.word) // ['TDT', '2024', 'il']
 */
export function* segments(text: string): Generator<Segment> {
  const read = readWords(text, (_, start, end) => cutRun(text.slice(start, end)));
  for (let place = read(); place; place = read()) {
    const { word, start, end } = place;
    yield { word, start, end };
  }
}

/**
 * The words of a canonical text one after the other; undefined after the last. `cutAt` is asked of
 * every run of letters and digits: it cuts as `cutRun` does, and may remember.
 */
export function readWords<Known extends Cut>(
  text: string,
  cutAt: (text: string, start: number, end: number) => Known,
): () => Place<Known> | undefined {
  let [at, afterSign] = [0, -1];
  return () => {
    for (;;) {
      const start = findRun(text, at);
      if (start === text.length) return undefined;
      at = findRunEnd(text, start);
      if (mayBeEnding(text, start, afterSign) && isEnding(text.slice(start, at))) continue;
      const cut = cutAt(text, start, at);
      if (cut.sign) afterSign = at;
      return { word: cut.word, start, end: start + cut.length, cut };
    }
  };
}

/** What a run of letters, digits and apostrophes is as a word. @example cutRun('COP29un').word // 'COP29' */
export function cutRun(run: string): Cut {
  const base = cutEnding(run);
  return { word: base.replaceAll("'", ''), length: base.length, sign: isSign(base) };
}

const [HYPHEN, QUOTE] = ['-', '"'].map((sign) => sign.charCodeAt(0));

function mayBeEnding(text: string, index: number, afterSign: number): boolean {
  const before = text.charCodeAt(index - 1);
  if (before === HYPHEN) return afterSign === index - 1 || text[index - 2] === '%';
  return before === QUOTE && CLOSING_QUOTE.test(text.slice(Math.max(0, index - 2), index));
}

function cutEnding(match: string): string {
  const apostrophe = match.indexOf("'");
  if (apostrophe > 0) return cutAtApostrophe(match, apostrophe);
  const glued = GLUED.exec(match);
  return glued?.[1] && glued[2] && isEnding(glued[2]) ? glued[1] : match;
}

function cutAtApostrophe(match: string, at: number): string {
  const [base, ending] = [match.slice(0, at), match.slice(at + 1)];
  // One letter after three is the tutuq of an old spelling: Sün'i, Qət'i.
  const mayBeName = isCapitalised(base) && base.length > 2 && base.length + ending.length > 4;
  return (isSign(base) || mayBeName) && isEnding(ending) ? base : match;
}
