import type { Analyzer, Token } from '../../indexer/language/analyzer.js';
import type { Lexicon } from '../../indexer/lexicon/lexicon.js';

/** A word of a query as it stands there. */
export interface AskedWord extends Pick<Token, 'word' | 'name'> {
  /** Number of the quoted part that the word is in; undefined for plain words. */
  readonly phrase: number | undefined;
}

/** Picks the words of a query that say what it is about; `light` ones documents may well lack. */
export type ContentPicker = <Asked extends AskedWord>(
  words: readonly Asked[],
  isQuestion: boolean,
) => readonly (Asked & { readonly light?: boolean })[];

/**
 * Makes the picker: stop words and words that ask go. In a question, which is one by its words or
 * because `isQuestion` says so, what asks with them goes too (nə vaxt, neçə manat); the verbs that
 * only make a sentence of it (kim oldu) are light; and a word that asks for a place or a reason
 * becomes that word, light too. Words inside quotes stay, and where no other word is left, all stay.
 */
export function createContentPicker(lexicon: Lexicon, analyzer: Analyzer): ContentPicker {
  const { stopWords, questionWords } = lexicon;
  const stemOf = (text: string) => analyzer.word(text).stems[0] ?? text;
  const auxiliaries = new Set([...lexicon.auxiliaries].map(stemOf));
  const phrases = lexicon.questionPhrases.map((phrase) => phrase.split(' ').map(stemOf));
  const answers = new Map(
    [...lexicon.answerWords].map(([asking, answer]) => [asking, analyzer.word(answer)]),
  );

  const asks = ({ word, name }: AskedWord) => questionWords.has(word.form) && !name;
  const isAuxiliary = ({ word, name }: AskedWord) =>
    !name && auxiliaries.has(word.stems[0] ?? word.form);

  function isInPhrase(words: readonly AskedWord[], at: number): boolean {
    const isAt = (stems: readonly string[], from: number) =>
      stems.every((stem, step) => words[from + step]?.word.stems.includes(stem));
    return phrases.some((stems) => stems.some((_, step) => isAt(stems, at - step)));
  }

  function read<Asked extends AskedWord>(word: Asked): (Asked & { light?: boolean })[] {
    if (word.phrase !== undefined) return [word];
    const answer = asks(word) ? answers.get(word.word.form) : undefined;
    if (answer) return [{ ...word, word: answer, light: true }];
    if (asks(word) || stopWords.has(word.word.form)) return [];
    return [isAuxiliary(word) ? { ...word, light: true } : word];
  }

  return (words, isQuestion) => {
    const isPlain = ({ phrase }: AskedWord) => phrase === undefined;
    const said = words.filter((word) => !isPlain(word) || !stopWords.has(word.word.form));
    if (!isQuestion && !words.some((word) => isPlain(word) && asks(word))) {
      return said.length > 0 ? said : words;
    }
    const content = words.flatMap((word, at) =>
      isPlain(word) && isInPhrase(words, at) ? [] : read(word),
    );
    if (content.some(({ light }) => light !== true)) return content;
    const rest = said.filter((word) => !asks(word));
    return rest.length > 0 ? rest : words;
  };
}
