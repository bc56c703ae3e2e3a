import type { Condition, Shape } from '../condition.js';
import { toTerm } from '../terms.js';
import { shapeTerm } from './values.js';
import { wordingId } from './wordings.js';

const FIELDS: Readonly<Record<Shape, string>> = { fold: 'byFold', stem: 'byStem', key: 'byKey' };

/** What every article has and the marker of the index has not. */
export const EVERY_ARTICLE = 'n EXISTS';
/** What no document has. */
const NOTHING = 'n NOT EXISTS AND n EXISTS';

/**
 * A value as Meilisearch's filter language quotes it. Every value in every filter goes through
 * here: it reads back as exactly itself, and can never end its quotes.
 *
 * @example quote('a"b') // '"a\\"b"'
 */
export const quote = (value: string): string => `"${value.replace(/[\\"]/g, '\\$&')}"`;

export const equals = (field: string, value: string | number): string =>
  `${field} = ${quote(String(value))}`;
export const startsWith = (field: string, value: string): string =>
  `${field} STARTS WITH ${quote(value)}`;
export const among = (field: string, values: readonly string[]): string =>
  `${field} IN [${values.map(quote).join(', ')}]`;

/** All of these; of none, every article. */
export const allOf = (filters: readonly string[]): string =>
  joined(filters, 'AND') ?? EVERY_ARTICLE;
/** Either of these; of none, nothing. */
export const anyOf = (filters: readonly string[]): string => joined(filters, 'OR') ?? NOTHING;

const joined = (filters: readonly string[], operator: 'AND' | 'OR'): string | undefined =>
  filters.length < 2 ? filters[0] : filters.map((filter) => `(${filter})`).join(` ${operator} `);
export const not = (filter: string): string => `NOT (${filter})`;

/** The documents with these version numbers. */
export const versions = (numbers: readonly number[]): string =>
  numbers.length === 0 ? NOTHING : `n IN [${numbers.join(', ')}]`;

/**
 * A condition as a filter. A phrase is only as good as its words here: whether they stand side by
 * side is asked by the query text.
 *
 * @example toFilter({ shape: 'stem', value: 'alma', begins: false }) // 'byStem = "alma"'
 */
export function toFilter(condition: Condition): string {
  if ('any' in condition) return anyOf(condition.any.map(toFilter));
  if ('wording' in condition) {
    const { wording, heldBy = [] } = condition;
    const said = equals('byWording', wordingId(wording));
    return heldBy.length === 0 ? said : anyOf([said, versions(heldBy)]);
  }
  if ('phrase' in condition) {
    return allOf(condition.phrase.map((fold) => equals(FIELDS.fold, shapeTerm(fold))));
  }
  const { shape, value } = condition;
  const term = shapeTerm(value);
  return condition.begins ? startsWith(FIELDS[shape], term) : equals(FIELDS[shape], term);
}

/**
 * Phrases as the text of a query: those that must occur, and those that must not. One word is no
 * phrase, and Meilisearch heeds ten phrases: see `MOST_PHRASES`.
 */
export function phraseText(wanted: readonly Condition[], unwanted: readonly Condition[]): string {
  return [
    ...wanted.flatMap(quotedPhrase).slice(0, MOST_PHRASES),
    ...unwanted.flatMap(quotedPhrase).map((phrase) => `-${phrase}`),
  ].join(' ');
}

/** Meilisearch reads no more parts of a query. */
const MOST_PHRASES = 10;

function quotedPhrase(condition: Condition): string[] {
  if (!('phrase' in condition) || condition.phrase.length < 2) return [];
  return [`"${condition.phrase.map(toTerm).join(' ')}"`];
}
