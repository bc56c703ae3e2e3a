import type { FacetName, Filters } from '../../../indexer/engine.js';
import type { Condition, Shape } from '../condition.js';
import { toTerm } from '../terms.js';
import { encodeValue, shapeTerm } from './values.js';
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
const among = (field: string, values: readonly string[]) =>
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
  if ('wording' in condition) return equals('byWording', wordingId(condition.wording));
  if ('phrase' in condition) {
    return allOf(condition.phrase.map((fold) => equals(FIELDS.fold, shapeTerm(fold))));
  }
  const { shape, value } = condition;
  const term = shapeTerm(value);
  return condition.begins ? startsWith(FIELDS[shape], term) : equals(FIELDS[shape], term);
}

type FilterName = 'topic' | 'author' | 'source' | 'date';

/** The reader's filters, but for that of the facet named; dates are that of year and month. */
export function readerFilters(filters: Filters, except?: FacetName): string[] {
  const own: string | undefined = except === 'year' || except === 'month' ? 'date' : except;
  return compileFilters(filters)
    .filter(([name]) => name !== own)
    .map(([, filter]) => filter);
}

function compileFilters({ topic, author, source, from, to }: Filters): [FilterName, string][] {
  const compiled: [FilterName, string][] = [];
  const encoded = (values: readonly string[]) => values.map((value) => encodeValue(value));
  if (topic) compiled.push(['topic', among('byTopic', encoded(topic))]);
  if (author) compiled.push(['author', among('byAuthor', encoded(author))]);
  if (source) compiled.push(['source', among('bySource', encoded(source))]);
  if (from !== undefined || to !== undefined) {
    const bounds = [
      ...(from === undefined ? [] : [`byTime >= ${from}`]),
      ...(to === undefined ? [] : [`byTime <= ${to}`]),
    ];
    compiled.push(['date', bounds.join(' AND ')]);
  }
  return compiled;
}

/** Whether the reader's filters hold one of this facet's own. */
export const hasOwnFilter = (filters: Filters, facet: FacetName): boolean =>
  readerFilters(filters, facet).length < readerFilters(filters).length;

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
