import type { Article } from '../article.js';
import type { Analyzer, Token } from '../language/analyzer.js';
import { isAcronym, isCapitalised } from '../language/casing.js';
import type { Word } from '../language/word.js';
import { passagesOf } from './passage.js';

/** All inflections of a word, merged by their first stem. */
export interface Lexeme {
  /** From 0, without gaps, in the order of first occurrence. */
  readonly id: number;
  readonly stem: string;
  readonly stems: ReadonlySet<string>;
  /** Name keys of its forms, where they are written as names. */
  readonly keys: ReadonlySet<string>;
  /** The shortest form, in small letters, to show it by. */
  readonly form: string;
  /** How often it occurs, and how often of these written as a name. */
  readonly count: number;
  readonly named: number;
  /** How often with a capital letter, be it that of a sentence. */
  readonly capitals: number;
  /** How often in capitals only. */
  readonly acronyms: number;
  /** In how many articles it occurs. */
  readonly articles: number;
}

export interface Vocabulary {
  /** By id. */
  readonly lexemes: readonly Lexeme[];
  readonly articles: number;
  /** Absent for a word that was in no article. */
  lexemeOf(word: Word): Lexeme | undefined;
}

/** Collects a vocabulary, article by article. Keeps words, not texts. */
export interface VocabularyBuilder {
  add(article: Article): void;
  finish(): Vocabulary;
}

interface Growing extends Lexeme {
  readonly stems: Set<string>;
  readonly keys: Set<string>;
  form: string;
  count: number;
  named: number;
  capitals: number;
  acronyms: number;
  articles: number;
  lastArticle: number;
}

const NONE = { count: 0, named: 0, capitals: 0, acronyms: 0, articles: 0, lastArticle: 0 } as const;

const stemOf = (word: Word): string => word.stems[0] ?? word.fold;

/**
 * @example
 * const builder = createVocabularyBuilder(analyzer);
 * builder.add(article);
 * builder.finish().lexemeOf(analyzer.word('araqçinin'))?.count // with those of araqçi
 */
export function createVocabularyBuilder(analyzer: Analyzer): VocabularyBuilder {
  const byStem = new Map<string, Growing>();
  let articles = 0;
  return {
    add: (article) => {
      articles++;
      for (const passage of passagesOf(article, analyzer)) {
        for (const token of passage) count(lexemeFor(token.word, byStem), token, articles);
      }
    },
    finish: () => ({
      lexemes: [...byStem.values()],
      articles,
      lexemeOf: (word) => byStem.get(stemOf(word)),
    }),
  };
}

function lexemeFor(word: Word, byStem: Map<string, Growing>): Growing {
  const stem = stemOf(word);
  const known = byStem.get(stem);
  if (known) return known;
  const sets = { stems: new Set<string>(), keys: new Set<string>() };
  const lexeme = { id: byStem.size, stem, ...sets, form: word.form, ...NONE };
  byStem.set(stem, lexeme);
  return lexeme;
}

function count(lexeme: Growing, { text, word, name }: Token, article: number): void {
  lexeme.count++;
  if (lexeme.lastArticle !== article) lexeme.articles++;
  lexeme.lastArticle = article;
  if (word.form.length < lexeme.form.length) lexeme.form = word.form;
  for (const stem of word.stems) lexeme.stems.add(stem);
  if (isCapitalised(text)) lexeme.capitals++;
  if (isAcronym(text)) lexeme.acronyms++;
  if (!name) return;
  lexeme.named++;
  for (const key of word.keys) lexeme.keys.add(key);
}

/**
 * Whether it is a name. Headlines begin with names, where capitals prove nothing; but a word that
 * is never seen without one, and is surely a name now and then, is one everywhere.
 */
export const isName = ({ named, capitals, count: all }: Lexeme): boolean =>
  named * 2 >= all || (capitals === all && named * 5 >= all);
