import type { EngineQuery } from '../../../indexer/engine.js';
import { exclusions, type Condition, type Unit } from '../condition.js';
import type { Counted } from './count.js';
import { allOf, anyOf, equals, EVERY_ARTICLE, not, phraseText, toFilter } from './filter.js';
import { shapeTerm } from './values.js';

/** What a query demands of documents, in the server's words. */
export interface Plan {
  /** Phrases that must occur, and those that must not. */
  readonly q: string;
  /** What every hit must have, whatever else is given up. */
  readonly required: readonly string[];
  /** Documents that have every unit. */
  readonly full: Counted;
  /**
   * The strongest of these, the strongest first: the query as a phrase, all its words in the title,
   * all its words as written.
   */
  readonly bands: readonly Counted[];
}

export function planOf(query: EngineQuery, units: readonly Unit[]): Plan {
  const mandatory = units.filter((unit) => unit.mandatory).map(({ condition }) => condition);
  const optional = units.filter((unit) => !unit.mandatory).map(({ condition }) => condition);
  const excluded = excludedBy(query);
  const q = phraseText(mandatory, excluded);
  const required = [EVERY_ARTICLE, ...mandatory.map(toFilter), ...unwanted(excluded)];
  // A word alone is counted as a unit already; every document that has it is an article.
  const needed = optional.length > 0 ? required.slice(1) : required;
  const full = { q, filter: allOf([...needed, ...optional.map(toFilter)]) };
  return { q, required, full, bands: bandsOf(query, full) };
}

function excludedBy({ excluded }: EngineQuery): readonly Condition[] {
  const condition = exclusions(excluded);
  return 'any' in condition ? condition.any : [];
}

/** Phrases are excluded by the query's text, words by the filter. */
function unwanted(excluded: readonly Condition[]): string[] {
  const words = excluded.filter((condition) => !isPhrase(condition));
  return words.length === 0 ? [] : [not(anyOf(words.map(toFilter)))];
}

const isPhrase = (condition: Condition): boolean =>
  'phrase' in condition && condition.phrase.length > 1;

function bandsOf({ words }: EngineQuery, full: Counted): Counted[] {
  if (words.length === 0) return [];
  const terms = words.map(({ word }) => shapeTerm(word.fold));
  const every = (field: string): Counted => ({
    q: full.q,
    filter: allOf([...terms.map((term) => equals(field, term)), full.filter]),
  });
  const phrase = { ...full, q: `${full.q} "${terms.join(' ')}"`.trim() };
  return [...(terms.length > 1 ? [phrase] : []), every('byTitleFold'), every('byFold')];
}
