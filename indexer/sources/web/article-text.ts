import { extractPage, type PageRecord } from '../../extraction/page.js';
import type { ExtractionRules } from '../../extraction/rules.js';

/** Of the running text the rules may leave out so much as being beside it. */
const LEAST_KEPT = 0.6;

/**
 * Reads the text of an article that was found already: signature, dates, labels and pointers to
 * other stories are told from it by the rules for saved pages.
 *
 * @param text a line for each block, without the title
 * @example readArticleText('Park açılıb', 'Bakıda bu gün yeni bir park açılıb.\n\nMüəllif: Leyla Əhmədli', rules)
 * // { title: 'Park açılıb', body: 'Bakıda bu gün yeni bir park açılıb.', author: 'Leyla Əhmədli' }
 */
export function readArticleText(
  title: string | undefined,
  text: string,
  rules: ExtractionRules,
): PageRecord {
  const read = extractPage(title === undefined ? text : `${title}\n\n${text}`, rules);
  // Lists, poems and short notices are no running text for the rules; they are the article all the same.
  const kept = lengthOf(read.body) >= lengthOf(text) * LEAST_KEPT;
  return kept ? read : { ...read, body: text };
}

const lengthOf = (text: string): number => text.replace(/\s+/gu, '').length;
