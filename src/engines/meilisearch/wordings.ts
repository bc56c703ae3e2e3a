import type { Analyzer } from '../../../indexer/language/analyzer.js';
import type { Lexicon } from '../../../indexer/lexicon/lexicon.js';
import { beginningOf } from '../../search/layers.js';
import { foldsOfGroup } from './group-folds.js';
import { shapeTerm } from './values.js';

/**
 * Which phrases of the synonym groups a document holds is written into it: Meilisearch's filters
 * know no neighbours, and its phrases no beginning of a word.
 */
export interface Wordings {
  /** Ids of all phrases, sorted: when they change, documents have to be looked through again. */
  readonly ids: readonly string[];
  /** Ids of the phrases that a field's folded words hold. */
  findIn(folds: readonly string[]): string[];
}

/**
 * What a phrase is called in documents and filters: its folded words, of the last the part that
 * all inflected forms begin with.
 *
 * @example wordingId(['turk', 'dovletleri', 'teskilati']) // 'turk dovletleri teskilati'
 */
export function wordingId(folds: readonly string[]): string {
  const last = beginningOf(folds.at(-1) ?? '');
  return [...folds.slice(0, -1), last].map(shapeTerm).join(' ');
}

/** The phrases of several words in the groups of a lexicon that are in use. */
export function createWordings(lexicon: Lexicon, analyzer: Analyzer): Wordings {
  const phrases = lexicon.synonyms
    .filter(({ mode }) => mode !== 'off')
    .flatMap((group) => [...foldsOfGroup(group, { lexicon, analyzer }).values()])
    .filter((folds) => folds.length > 1);
  const ids = [...new Set(phrases.map(wordingId))].sort();
  return { ids, findIn: findingOf(ids) };
}

/** Makes the search for the wordings with these ids among folded words. */
export function findingOf(ids: readonly string[]): Wordings['findIn'] {
  const byFirst = groupByFirst(ids.map((id) => id.split(' ')));
  const startingAt = (terms: readonly string[], at: number) =>
    (byFirst.get(terms[at] ?? '') ?? []).filter((words) => standsAt(words, terms, at));
  return (folds) => {
    const terms = folds.map(shapeTerm);
    return terms.flatMap((_, at) => startingAt(terms, at).map((words) => words.join(' ')));
  };
}

function groupByFirst(phrases: readonly string[][]): Map<string, string[][]> {
  const groups = new Map<string, string[][]>();
  for (const phrase of phrases) {
    const [first = ''] = phrase;
    groups.set(first, [...(groups.get(first) ?? []), phrase]);
  }
  return groups;
}

function standsAt(words: readonly string[], terms: readonly string[], at: number): boolean {
  return words.every((word, step) => {
    const term = terms[at + step];
    return step === words.length - 1 ? term?.startsWith(word) : term === word;
  });
}
