import { isCapitalised } from './casing.js';
import { NAME_PARTICLES } from './name-particles.data.js';
import type { Segment } from './tokenise.js';

const SENTENCE_BREAK = /[.!?…:;"\n]|\s-\s|[–—]/u;
const SURNAME =
  /(?:[oö]v|yev|ev|ski|zad[əe]|o[ğg]lu|енко|[ое]в|заде|оғлу)(?:a|nın|nin|un|in|ın|ə|ya|yə|а)?$/iu;

/**
 * Whether a word is written as a name: with a capital letter, and not only because a sentence
 * begins there. At a beginning the next word's capital (first name, surname), a particle of names
 * (Fətəli xan) or a surname's ending must speak for it, or the word must stand alone, as a query
 * does.
 *
 * @example in 'Hökumət qərar verdi' none; in 'Nazarbayev gəldi' the first; in 'Heydər Əliyev' both
 */
export function isNameShaped(
  text: string,
  segment: Segment,
  previous: Segment | undefined,
  next: Segment | undefined,
): boolean {
  if (!isCapitalised(segment.word)) return false;
  if (previous && !SENTENCE_BREAK.test(text.slice(previous.end, segment.start))) return true;
  if (!next || SENTENCE_BREAK.test(text.slice(segment.end, next.start))) return true;
  if (isCapitalised(next.word) || NAME_PARTICLES.has(next.word)) return true;
  return SURNAME.test(segment.word);
}
