import type { ExtractionRules } from './rules.js';
import { foldText } from './text.js';

/** Who wrote an article, as printed. */
export interface Byline {
  readonly author: string;
  readonly authorRole?: string;
}

const NAME_WORD = /^(?:\p{Lu}[\p{L}'’-]*|\p{Lu}\.(?:\p{Lu}\.?)?\p{Lu}?[\p{L}'’-]*)$/u;
const PATRONYMIC = /^(?:oglu|qizi|оғлу|гызы)$/u;

/**
 * Reads a line that is nothing but a name, with or without a role: the name must look like a
 * person's (a known first name, or a surname's ending), since a guessed author is worse than none.
 *
 * @example readByline('Aynur Quliyeva, iqtisadçı', rules) // { author: 'Aynur Quliyeva', authorRole: 'iqtisadçı' }
 */
export function readByline(text: string, rules: ExtractionRules): Byline | undefined {
  const label = rules.authorPrefix.exec(foldText(text))?.[0].length;
  const byline = splitRole(text.slice(label));
  if (byline === undefined || !isPerson(byline.author, rules)) return undefined;
  return joinAuthors(byline, rules);
}

/** `Leyla Hüseynova, Orxan Məmmədov`: what stands after the comma is no office but a second name. */
function joinAuthors(byline: Byline, rules: ExtractionRules): Byline {
  const { author, authorRole } = byline;
  const names = authorRole?.split(/,\s*/u).every((name) => isPerson(name, rules)) === true;
  return names ? { author: `${author}, ${authorRole}` } : byline;
}

/**
 * Reads the value of a label such as `Müəllif:`. What is named there is the author, whatever it
 * looks like, but for accounts of the content system.
 *
 * @example readLabelledByline('admin', rules) // undefined
 */
export function readLabelledByline(text: string, rules: ExtractionRules): Byline | undefined {
  const byline = splitRole(text);
  if (byline === undefined || byline.author.length > 80) return undefined;
  return rules.noAuthors.includes(foldText(byline.author)) ? undefined : joinAuthors(byline, rules);
}

function splitRole(text: string): Byline | undefined {
  const [author = '', ...rest] = trimPunctuation(text).split(/\s*(?:[,;(]|\s[-–—]\s)\s*/u);
  const authorRole = trimPunctuation(trimPunctuation(text).slice(author.length));
  if (author === '') return undefined;
  return rest.length === 0 || authorRole === '' ? { author } : { author, authorRole };
}

function trimPunctuation(text: string): string {
  return text.replace(/^[\s,.;:()*–—|-]+|[\s,;:()*–—|-]+$|(?<=\p{Ll}{2})\.$/gu, '');
}

/** Whether every word is written as in a name: two to four words, capital initials. */
export function isNameShaped(text: string): boolean {
  const words = text.split(' ');
  const capitals = words.filter((word) => NAME_WORD.test(word));
  const others = words.filter((word) => !NAME_WORD.test(word));
  const initials = words.length === 1 && /^\p{Lu}\.\s?\p{Lu}\p{Ll}{2,}/u.test(text);
  if (!others.every((word) => PATRONYMIC.test(foldText(word)))) return false;
  return initials || (words.length <= 4 && capitals.length >= 2);
}

function isPerson(name: string, rules: ExtractionRules): boolean {
  if (!isNameShaped(name)) return false;
  const words = foldText(name)
    .split(/[ .]+/u)
    .filter((word) => word !== '');
  const last = words.at(-1) ?? '';
  const surname =
    PATRONYMIC.test(last) ||
    (last.length >= 5 && rules.names.suffixes.some((suffix) => last.endsWith(suffix)));
  const known = words.length === 2 && words.slice(0, 1).some((word) => rules.givenNames.has(word));
  return surname || known;
}

/** Whether the text names an office or occupation: `YAP Kəlbəcər rayon təşkilatının sədri`. */
export function isRole(text: string, rules: ExtractionRules): boolean {
  const words = foldText(text).split(/[^\p{L}]+/u);
  const short = text.length <= 200 && !text.includes(':');
  return short && words.some((word) => rules.roleWords.has(word));
}
