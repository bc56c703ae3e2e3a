import type { Analyzer, Token } from '../../indexer/language/analyzer.js';
import type { Lexicon } from '../../indexer/lexicon/lexicon.js';

/** A word of a query as it stands there. */
export interface AskedWord extends Pick<Token, 'word' | 'name'> {
  /** Number of the quoted part that the word is in; undefined for plain words. */
  readonly phrase: number | undefined;
}

/** Picks the words of a query that say what it is about. */
export type ContentPicker = <Asked extends AskedWord>(
  words: readonly Asked[],
  endsAsking: boolean,
) => readonly (Asked & { readonly light?: boolean })[];

/**
 * Makes the picker: stop words and words that ask go, and in a question what asks with them (nə
 * vaxt, neçə manat) and the verbs that only make a sentence of it (kim oldu, qalib gəldi). Words
 * inside quotes stay, and where no other word is left, all of them stay.
 */
export function createContentPicker(lexicon: Lexicon, analyzer: Analyzer): ContentPicker {
  const { stopWords, questionWords } = lexicon;
  const stemOf = (text: string) => analyzer.word(text).stems[0];
  const auxiliaries = new Set([...lexicon.auxiliaries].map(stemOf));
  const measures = lexicon.questionPhrases.map((phrase) => phrase.split(' ').map(stemOf));

  const asks = ({ word, name }: AskedWord) => questionWords.has(word.form) && !name;
  const isAuxiliary = ({ word, name, phrase }: AskedWord) =>
    phrase === undefined && !name && auxiliaries.has(word.stems[0]);

  /** Whether the word is in a phrase that asks, of words that stand here. */
  const isMeasure = (words: readonly AskedWord[], at: number) =>
    measures.some((stems) =>
      stems.some((_, step) =>
        stems.every((stem, other) => words[at - step + other]?.word.stems.includes(stem ?? '')),
      ),
    );

  return (words, endsAsking) => {
    const isQuestion = endsAsking || words.some((word) => word.phrase === undefined && asks(word));
    const isEmpty = (word: (typeof words)[number], at: number) =>
      stopWords.has(word.word.form) || asks(word) || (isQuestion && isMeasure(words, at));
    const content = words.filter((word, at) => word.phrase !== undefined || !isEmpty(word, at));
    if (content.every(isAuxiliary)) return content.length > 0 ? content : words;
    return isQuestion ? content.map((word) => ({ ...word, light: isAuxiliary(word) })) : content;
  };
}
