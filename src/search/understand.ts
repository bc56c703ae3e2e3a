import type { Alternative, EngineQuery, Phrase, QueryWord } from '../../indexer/engine.js';
import type { Analyzer, Token } from '../../indexer/language/analyzer.js';
import { completionKeys } from '../../indexer/language/word.js';
import type { Lexicon } from '../../indexer/lexicon/lexicon.js';
import { createContentPicker, type AskedWord } from './content-words.js';
import { parseQuery, type QueryPart } from './parse-query.js';
import type { SynonymFinder } from './synonyms.js';

/** What was typed, as the engine is asked for it: all but filters and paging. */
export type UnderstoodQuery = Pick<EngineQuery, 'words' | 'alternatives' | 'phrases' | 'excluded'>;

export type QueryReader = (typed: string) => UnderstoodQuery;

/** More words than this say no more; the rest is left out. */
const MOST_WORDS = 32;

type PlacedWord = QueryWord & AskedWord;

/**
 * Makes the function that understands queries: the same analysis as of documents, then stop words
 * (dropped when other words are left, never inside quotes) and other wordings.
 */
export function createQueryReader(
  analyzer: Analyzer,
  lexicon: Lexicon,
  findSynonyms: SynonymFinder,
): QueryReader {
  const pickContent = createContentPicker(lexicon, analyzer);
  return (typed) => {
    const { parts, unfinished } = parseQuery(typed);
    const placed = parts.flatMap((part, at) =>
      part.excluded ? [] : placeWords(part, at, analyzer),
    );
    const content = distinct(pickContent(placed, typed.trimEnd().endsWith('?'))).slice(
      0,
      MOST_WORDS,
    );
    const words = content.map((word, at) =>
      unfinished && !word.light && at === content.length - 1 && word.text === placed.at(-1)?.text
        ? { ...word, prefix: true, keyPrefixes: completionKeys(word.word) }
        : word,
    );
    const phrases = phrasesOf(words);
    return {
      words: words.map(({ text, word, prefix, keyPrefixes, name, light }) => ({
        text,
        word,
        prefix,
        keyPrefixes,
        name,
        ...(light ? { light } : {}),
      })),
      phrases,
      alternatives: [
        ...findSynonyms(words),
        ...words.flatMap(twinsOf),
        ...joinNeighbours(words, analyzer),
      ].filter(({ from, to }) => phrases.every((phrase) => to < phrase.from || phrase.to < from)),
      excluded: parts
        .filter((part) => part.excluded)
        .map(({ text }) => analyzer.analyze(text).tokens.map(({ word }) => word)),
    };
  };
}

/** What a word stands for if it was typed without diacritics, below what it says as it stands. */
function twinsOf({ word }: PlacedWord, at: number): Alternative[] {
  if (word.twins.length === 0) return [];
  const [fold = ''] = word.twins;
  return [
    { from: at, to: at, words: [{ ...word, fold, stems: word.twins, keys: [] }], respelt: true },
  ];
}

/** Words that others write as one (əmək haqqı, əməkhaqqı); long queries find enough without. */
const MOST_JOINED = 6;
const LEAST_LETTERS = 3;

function joinNeighbours(words: readonly PlacedWord[], analyzer: Analyzer): Alternative[] {
  if (words.length > MOST_JOINED) return [];
  const isPart = (form: string) => form.length >= LEAST_LETTERS && /^\p{L}+$/u.test(form);
  return words.slice(1).flatMap(({ word }, at) => {
    const before = words[at]?.word.form ?? '';
    if (!isPart(before) || !isPart(word.form)) return [];
    return [{ from: at, to: at + 1, words: [analyzer.word(before + word.form)], respelt: true }];
  });
}

function placeWords(part: QueryPart, at: number, analyzer: Analyzer): PlacedWord[] {
  return analyzer.analyze(part.text).tokens.map(({ text, word, name }: Token) => ({
    text,
    word,
    prefix: false,
    keyPrefixes: [],
    phrase: part.quoted ? at : undefined,
    name,
  }));
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
