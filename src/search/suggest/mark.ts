import type { Analyzer, Token } from '../../../indexer/language/analyzer.js';
import { lettersOf } from '../../../indexer/language/twins.js';
import { markHtml } from '../highlight.js';
import { levelOf, type TypedWord } from './typed.js';

/**
 * A text as HTML, with what was typed in `<mark>`.
 *
 * @example of `Tokayev`, when `tok` was typed: `<mark>Tok</mark>ayev`
 */
export function markTyped(text: string, typed: readonly TypedWord[], analyzer: Analyzer): string {
  const marks = [...analyzer.tokens(text)].flatMap((token) => markIn(token, typed));
  return markHtml(text, marks);
}

function markIn(token: Token, typed: readonly TypedWord[]) {
  const { start, end } = token;
  const lengths = typed.flatMap((word) => lengthMet(token, word) ?? []);
  return lengths.length === 0 ? [] : [{ start, end: Math.min(end, start + Math.max(...lengths)) }];
}

/** How many letters of a word were typed: all, unless it is but their continuation. */
function lengthMet({ text, word }: Token, typed: TypedWord): number | undefined {
  const { form, stems, keys } = word;
  const letters = lettersOf(word.fold);
  const level = levelOf(typed, { form, letters, stems, keys });
  if (level === undefined) return undefined;
  const begun = typed.prefix ? typed.folds.find((fold) => letters.startsWith(fold)) : undefined;
  // Letters can be counted only where none was transliterated or dropped.
  return begun !== undefined && letters.length === text.length ? begun.length : text.length;
}
