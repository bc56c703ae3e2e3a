import type { Analyzer } from '../language/analyzer.js';
import { lowerAz } from '../language/casing.js';
import { fold } from '../language/fold.js';
import type { Sightings } from './sightings.js';
import { isOneSlip } from './slip.js';
import type { Lexeme } from './vocabulary.js';

/** A lexeme and where it was seen. */
export interface Seen {
  readonly lexeme: Lexeme;
  readonly sightings: Sightings;
  /** Names keep their capitals. */
  readonly name: boolean;
}

/** Spellings that are rarer than this part of the most frequent one are accidents. */
const USUAL = 0.1;

/**
 * The spelling by which an editor would list a lexeme: the shortest usual one.
 *
 * @example of "Araqçının" 3, "Araqçi" 2 // 'Araqçi'
 */
export function wordingOf({ sightings, name }: Seen): string {
  const counted = [...sightings.spellings].filter(([text]) => text !== text.toUpperCase());
  const all = counted.length > 0 ? counted : [...sightings.spellings];
  const most = Math.max(...all.map(([, count]) => count));
  const [shortest] = all
    .filter(([, count]) => count >= most * USUAL)
    .sort(([a, countA], [b, countB]) => a.length - b.length || countB - countA);
  const text = shortest?.[0] ?? '';
  return name ? text : lowerAz(text);
}

/**
 * The same for a spelling that may have been seen inflected only: with the ending of the head's
 * wording, where that makes a form of the same stem.
 *
 * @example of "müqaisədə", beside "müqayisə" // 'müqaisə'
 */
export function wordingBeside(rarer: Seen, head: Seen, analyzer: Analyzer): string {
  const own = wordingOf(rarer);
  const headWording = wordingOf(head);
  const begins = (text: string, { stem }: Lexeme) => analyzer.word(text).fold.startsWith(stem);
  if (!begins(own, rarer.lexeme) || !begins(headWording, head.lexeme)) return own;
  const ending = headWording.slice(head.lexeme.stem.length);
  const made = own.slice(0, rarer.lexeme.stem.length) + ending;
  const isForm = analyzer.word(made).stems.includes(rarer.lexeme.stem);
  // A stem that was cut too short makes no spelling of the head.
  const isAlike = Math.abs(made.length - headWording.length) <= 1;
  return isForm && isAlike && made.length < own.length ? made : own;
}

/**
 * The spelling of the head that a slip was made in, where it is not the wording itself.
 *
 * @example of "ayrılıb", beside "ayılmaz" // 'ayrılmaz', if that was seen
 */
export function wordingOfSlip(head: Seen, slip: string): string {
  const wording = wordingOf(head);
  const spellings = [...head.sightings.spellings.keys()];
  const forms = [wording, ...spellings.map((text) => (head.name ? text : lowerAz(text)))];
  const folded = fold(lowerAz(slip));
  return forms.find((form) => isOneSlip(fold(lowerAz(form)), folded)) ?? wording;
}
