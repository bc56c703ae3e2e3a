import type { EngineQuery, Phrase, QueryWord } from '../../indexer/engine.js';
import type { Analyzer, Token } from '../../indexer/language/analyzer.js';
import { completionKeys } from '../../indexer/language/word.js';
import type { Lexicon } from '../../indexer/lexicon/lexicon.js';
import { parseQuery, type QueryPart } from './parse-query.js';
import type { SynonymFinder } from './synonyms.js';

/** What was typed, as the engine is asked for it: all but filters and paging. */
export type UnderstoodQuery = Pick<EngineQuery, 'words' | 'alternatives' | 'phrases' | 'excluded'>;

export type QueryReader = (typed: string) => UnderstoodQuery;

/** More words than this say no more; the rest is left out. */
const MOST_WORDS = 32;

interface PlacedWord extends QueryWord {
  /** Number of the quoted part that the word is in; undefined for plain words. */
  readonly phrase: number | undefined;
}

/**
 * Makes the function that understands queries: the same analysis as of documents, then stop words
 * (dropped when other words are left, never inside quotes) and other wordings.
 */
export function createQueryReader(
  analyzer: Analyzer,
  lexicon: Lexicon,
  findSynonyms: SynonymFinder,
): QueryReader {
  return (typed) => {
    const { parts, unfinished } = parseQuery(typed);
    const placed = parts.flatMap((part, at) =>
      part.excluded ? [] : placeWords(part, at, analyzer),
    );
    const content = distinct(withoutStopWords(placed, lexicon)).slice(0, MOST_WORDS);
    const words = content.map((word, at) =>
      unfinished && at === content.length - 1 && word.text === placed.at(-1)?.text
        ? { ...word, prefix: true, keyPrefixes: completionKeys(word.word) }
        : word,
    );
    const phrases = phrasesOf(words);
    return {
      words: words.map(({ text, word, prefix, keyPrefixes }) => ({
        text,
        word,
        prefix,
        keyPrefixes,
      })),
      phrases,
      alternatives: findSynonyms(words).filter(({ from, to }) =>
        phrases.every((phrase) => to < phrase.from || phrase.to < from),
      ),
      excluded: parts
        .filter((part) => part.excluded)
        .map(({ text }) => analyzer.analyze(text).tokens.map(({ word }) => word)),
    };
  };
}

function placeWords(part: QueryPart, at: number, analyzer: Analyzer): PlacedWord[] {
  return analyzer.analyze(part.text).tokens.map(({ text, word }: Token) => ({
    text,
    word,
    prefix: false,
    keyPrefixes: [],
    phrase: part.quoted ? at : undefined,
  }));
}

function withoutStopWords(words: readonly PlacedWord[], { stopWords }: Lexicon): PlacedWord[] {
  const content = words.filter(
    ({ word, phrase }) => phrase !== undefined || !stopWords.has(word.form),
  );
  return content.length > 0 ? content : [...words];
}

/** A plain word said twice asks for no more than said once. */
function distinct(words: readonly PlacedWord[]): PlacedWord[] {
  return words.filter(
    ({ word, phrase }, at) =>
      phrase !== undefined || words.findLastIndex((other) => other.word.form === word.form) === at,
  );
}

function phrasesOf(words: readonly PlacedWord[]): Phrase[] {
  const numbers = [...new Set(words.map(({ phrase }) => phrase))];
  return numbers
    .filter((number) => number !== undefined)
    .map((number) => ({
      from: words.findIndex(({ phrase }) => phrase === number),
      to: words.findLastIndex(({ phrase }) => phrase === number),
    }));
}
