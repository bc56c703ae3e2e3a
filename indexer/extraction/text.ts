import { lowerAz } from '../language/casing.js';
import { fold } from '../language/fold.js';

/**
 * The form in which lines are compared with words of the configuration: small ASCII letters, as
 * many UTF-16 units as the text, so that a place found in one is the same place in the other.
 *
 * @example foldText('Baxış SAYI') // 'baxis sayi'
 */
export function foldText(text: string): string {
  return fold(lowerAz(text));
}

/** Number of words, counted by white space: `countWords('Ən çox oxunanlar') === 3`. */
export function countWords(text: string): number {
  return text.split(/\s+/u).filter((word) => /[\p{L}\d]/u.test(word)).length;
}

const SENTENCE_END = /[.!?…]+["”»')\]]*(?=\s+[“"«„(‘–—-]?\s?[\p{Lu}\d])/gu;

/**
 * The sentences of one paragraph. A dot after an initial or one of the `abbreviations` ends none.
 *
 * @example splitSentences('İ. Əliyev gəldi. Səfər başladı.', []) // ['İ. Əliyev gəldi.', 'Səfər başladı.']
 */
export function splitSentences(text: string, abbreviations: readonly string[]): string[] {
  const sentences: string[] = [];
  let start = 0;
  for (const match of text.matchAll(SENTENCE_END)) {
    const end = match.index + match[0].length;
    if (endsInAbbreviation(text.slice(start, match.index), match[0], abbreviations)) continue;
    sentences.push(text.slice(start, end).trim());
    start = end;
  }
  const rest = text.slice(start).trim();
  return rest === '' ? sentences : [...sentences, rest];
}

function endsInAbbreviation(
  before: string,
  end: string,
  abbreviations: readonly string[],
): boolean {
  if (!end.startsWith('.') || end.startsWith('..')) return false;
  const word = /[\p{L}\d.]+$/u.exec(before)?.[0] ?? '';
  return /(?:^|\.)\p{Lu}$/u.test(word) || abbreviations.includes(foldText(word));
}

/** Whether a paragraph ends as a sentence does, closing quotes and brackets aside. */
export function endsSentence(text: string): boolean {
  return /[.!?…]["”»'’)\]]*$/u.test(text);
}
