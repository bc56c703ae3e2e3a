import { isAcronym, isCapitalised, lowerAz } from './casing.js';
import { fold } from './fold.js';
import { remember } from './remember.js';
import { latinReadings } from './transliterate.js';

/** A word of a canonical text: `word` as it counts, [start, end) where it stands in that text. */
export interface Segment {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

const WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}]|'(?=[\p{L}\p{N}]))*/gu;
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
  let [at, afterSign] = [0, -1];
  for (;;) {
    // Set each time: the expression is shared, and another text may be read between two words.
    WORD.lastIndex = at;
    const match = WORD.exec(text)?.[0];
    if (match === undefined) return;
    const start = WORD.lastIndex - match.length;
    at = WORD.lastIndex;
    if (mayBeEnding(text, start, afterSign) && isEnding(match)) continue;
    const { word, length, sign } = cut(match);
    if (sign) afterSign = at;
    yield { word, start, end: start + length };
  }
}

interface Cut {
  readonly word: string;
  /** Length of what is left of the match, in UTF-16 units. */
  readonly length: number;
  readonly sign: boolean;
}

const REMEMBERED_MATCHES = 30_000;

const cut = remember((match: string): Cut => {
  const base = cutEnding(match);
  return { word: base.replaceAll("'", ''), length: base.length, sign: isSign(base) };
}, REMEMBERED_MATCHES);

function mayBeEnding(text: string, index: number, afterSign: number): boolean {
  if (text[index - 1] === '-') return afterSign === index - 1 || text[index - 2] === '%';
  return text[index - 1] === '"' && CLOSING_QUOTE.test(text.slice(Math.max(0, index - 2), index));
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
