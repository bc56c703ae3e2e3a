import { doubleMetaphone } from 'double-metaphone';
import { z } from 'zod';
import { readConfig } from '../../indexer/config.js';
import { createAnalyzer, type Analyzer, type Token } from '../../indexer/language/analyzer.js';
import type { Word } from '../../indexer/language/word.js';
import { loadLexicon } from '../../indexer/lexicon/lexicon.js';
import { createSynonymFinder } from '../../src/search/synonyms.js';

/** A way to tell whether a name as it was typed is the name of a document. */
export interface NameMethod {
  readonly name: string;
  areOne(typed: string, stored: string): boolean;
}

type TokensOf = (text: string) => readonly Token[];
type MeetTokens = (a: Token, b: Token) => boolean;

const meet = (some: readonly string[], others: readonly string[]) =>
  some.some((value) => others.includes(value));

const meetAsWords = (a: Word, b: Word) => a.fold === b.fold || meet(a.stems, b.stems);

/** Two words of names meet by their folded form, a stem, or a name key. */
const meetAsNames: MeetTokens = (a, b) =>
  meetAsWords(a.word, b.word) || (a.name && b.name && meet(a.word.keys, b.word.keys));

const soundsOf = ({ word }: Token) => doubleMetaphone(word.fold).filter((code) => code !== '');

const meetBySound: MeetTokens = (a, b) =>
  a.word.fold === b.word.fold || meet(soundsOf(a), soundsOf(b));

/** The ways that are compared: ours, ours with the aliases that editors list, Double Metaphone. */
export function nameMethods(): readonly NameMethod[] {
  const analyzer = createAnalyzer();
  const tokensOf = (text: string) => analyzer.analyze(text).tokens;
  return [
    { name: 'Axtar', areOne: wordByWord(tokensOf, meetAsNames) },
    { name: 'Axtar with aliases', areOne: withAliases(analyzer, tokensOf) },
    { name: 'Double Metaphone', areOne: wordByWord(tokensOf, meetBySound) },
  ];
}

/** Names are one when every word of the one meets the word of the other in its place. */
const wordByWord = (tokensOf: TokensOf, meets: MeetTokens) => (a: string, b: string) => {
  const [first, second] = [tokensOf(a), tokensOf(b)];
  return (
    first.length === second.length &&
    first.every((token, at) => {
      const other = second[at];
      return other !== undefined && meets(token, other);
    })
  );
};

/** Ids of groups are unique over both files of the lexicon. */
const AliasIds = z.object({ groups: z.array(z.object({ id: z.string() })) });

/** Some words of what was typed may stand for others, as an alias of `config/` says. */
function withAliases(analyzer: Analyzer, tokensOf: TokensOf) {
  const ids = new Set(readConfig('name-aliases', AliasIds).groups.map(({ id }) => id));
  const lexicon = loadLexicon();
  const aliases = lexicon.synonyms.filter(({ id }) => ids.has(id));
  const findAliases = createSynonymFinder({ ...lexicon, synonyms: aliases }, analyzer);
  return (typed: string, stored: string) => {
    const [asked, held] = [tokensOf(typed), tokensOf(stored)];
    const alternatives = findAliases(asked);
    const meetFrom = (from: number, at: number): boolean => {
      const [token, other] = [asked[from], held[at]];
      if (!token || !other) return !token && !other;
      if (meetAsNames(token, other) && meetFrom(from + 1, at + 1)) return true;
      return alternatives
        .filter((each) => each.from === from && standAt(each.words, held.slice(at)))
        .some(({ to, words }) => meetFrom(to + 1, at + words.length));
    };
    return meetFrom(0, 0);
  };
}

const standAt = (words: readonly Word[], tokens: readonly Token[]) =>
  words.every((word, at) => {
    const token = tokens[at];
    return token !== undefined && meetAsWords(word, token.word);
  });
