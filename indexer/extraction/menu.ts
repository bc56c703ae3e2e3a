import type { ExtractionRules } from './rules.js';
import { foldText } from './text.js';

/**
 * Whether a line is nothing but menu words, one or many, also glued together by the loss of the
 * page's layout.
 *
 * @example isMenu('Hamısına baxİdman', rules) // true
 */
export function isMenu(text: string, rules: ExtractionRules): boolean {
  const folded = foldText(text.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' '));
  const rest = folded.replace(rules.menuWord, '');
  return rest !== folded && !/[\p{L}\d]/u.test(rest);
}

/**
 * Whether a line is the name of a site, agency or newspaper, quotation marks aside.
 *
 * @example isSiteName('“Xalq qəzeti”', rules) // true
 */
export function isSiteName(text: string, rules: ExtractionRules): boolean {
  const bare = foldText(text).replace(/["“”«»]/gu, '');
  return rules.siteNames.some((pattern) => pattern.test(bare));
}
