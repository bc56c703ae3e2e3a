import type { EngineQuery, Layer, QueryWord, WordReport } from '../../indexer/engine.js';
import type { Word } from '../../indexer/language/word.js';

/** A query word with the other words that it may be met by. */
export interface SoughtWord extends QueryWord {
  readonly synonyms: readonly Word[];
  readonly corrections: readonly Word[];
  /** Inside quotes: only the word itself counts. */
  readonly literal: boolean;
}

const meet = (some: readonly string[], others: readonly string[]): boolean =>
  some.some((value) => others.includes(value));

/**
 * The strongest layer in which a document's word meets a query word; undefined when it does not.
 * The one place that says what a match is: ranking and highlighting both ask here.
 *
 * @example the query word `qazaxistan` meets `Qazaxıstanın` in the layer `stem`
 */
export function layerOf(sought: SoughtWord, found: Word): Layer | undefined {
  const { word, prefix, keyPrefixes, synonyms, corrections, literal } = sought;
  if (found.fold === word.fold) return found.form === word.form ? 'exact' : 'fold';
  if (literal) return undefined;
  if (meet(found.stems, word.stems)) return 'stem';
  if (synonyms.some((synonym) => isSaidAs(found, synonym))) return 'synonym';
  if (prefix && found.fold.startsWith(word.fold)) return 'prefix';
  if (meet(found.keys, word.keys) || beginsWith(found.keys, keyPrefixes)) return 'key';
  return corrections.some((correction) => meet(found.stems, correction.stems)) ? 'typo' : undefined;
}

const isSaidAs = (found: Word, synonym: Word): boolean =>
  found.fold === synonym.fold || meet(found.stems, synonym.stems);

/**
 * The part of a folded word that its inflected forms begin with, where a wording of several words
 * ends in it: an infinitive loses its ending (qalib gəlmək, qalib gəldi), and final q and k soften
 * before one (azlıq, azlığı).
 */
export const beginningOf = (folded: string): string =>
  folded.replace(/(?<=.{3})m[ae][qk]$|(?<=.{4})[qk]$/, '');

const beginsWith = (keys: readonly string[], prefixes: readonly string[]): boolean =>
  prefixes.some((prefix) => keys.some((key) => key.startsWith(prefix)));

/** The query's words as ranking and highlighting look for them. */
export function soughtWords(
  { words, phrases, alternatives }: Pick<EngineQuery, 'words' | 'phrases' | 'alternatives'>,
  reports: readonly WordReport[],
): SoughtWord[] {
  const covers = (at: number) => (span: { from: number; to: number }) =>
    span.from <= at && at <= span.to;
  return words.map((word, at) => ({
    ...word,
    literal: phrases.some(covers(at)),
    corrections: reports[at]?.corrections ?? [],
    synonyms: alternatives
      .filter((span) => span.words.length === 1 && covers(at)(span))
      .flatMap((span) => span.words),
  }));
}
