import { beginningOf } from '../../search/layers.js';
import type { Condition, Shape } from '../condition.js';
import { toTerm } from '../terms.js';

const FOLDS = '{title_fold extra_fold body_fold}';
const COLUMNS: Readonly<Record<Shape, string>> = {
  fold: FOLDS,
  stem: '{title_stem extra_stem body_stem}',
  key: '{keys}',
};

/** Words that no document has: the table holds only terms of a–z and 0–9. */
const NOTHING = `${FOLDS} : "_"`;

const quoted = (folds: readonly string[]) => `"${folds.map(toTerm).join(' ')}"`;

/**
 * A condition as an expression of the full-text table, made of terms of a–z and 0–9 alone.
 *
 * @example toExpression({ shape: 'key', value: 'BAK', begins: true }) // '{keys} : "bak" *'
 */
export function toExpression(condition: Condition): string {
  if ('any' in condition) return anyOf(condition.any.map(toExpression));
  if ('phrase' in condition) return `${FOLDS} : ${quoted(condition.phrase)}`;
  if ('wording' in condition) return wordingExpression(condition.wording);
  const { shape, value, begins } = condition;
  return `${COLUMNS[shape]} : ${quoted([value])}${begins ? ' *' : ''}`;
}

const anyOf = (expressions: readonly string[]) =>
  expressions.length === 0 ? NOTHING : `(${expressions.join(' OR ')})`;

function wordingExpression(wording: readonly string[]): string {
  const last = beginningOf(wording.at(-1) ?? '');
  return `${FOLDS} : ${quoted([...wording.slice(0, -1), last])} *`;
}
