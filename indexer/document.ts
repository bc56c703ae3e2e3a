import type { Article } from './article.js';
import type { Analyzer, Token } from './language/analyzer.js';

/**
 * The analysed words of one field. The first two are aligned: one entry a word, in text order.
 * `stems` and `keys` are sets per word, so they only keep the order; `keys` are of names alone.
 */
export interface FieldWords {
  readonly forms: readonly string[];
  readonly folds: readonly string[];
  readonly stems: readonly string[];
  readonly keys: readonly string[];
}

export const FIELDS = ['title', 'extra', 'body'] as const;
export type Field = (typeof FIELDS)[number];

/** An article as engines take it: what is shown, and beside it the words by which it is found. */
export interface SearchDocument {
  readonly article: Article;
  /** One value for all spellings of the author's name. */
  readonly authorId?: string;
  readonly words: Readonly<Record<Field, FieldWords>>;
}

export type DocumentMaker = (article: Article) => SearchDocument;

/**
 * Makes searchable documents. `topicName` gives the name under which readers know a topic id.
 *
 * @example maker({ id: '1', title: 'Şuşada', … }).words.title.stems // ['susa']
 */
export function createDocumentMaker(
  analyzer: Analyzer,
  topicName: (topic: string) => string,
): DocumentMaker {
  return (article) => ({
    article,
    ...(article.author === undefined ? {} : { authorId: authorId(article.author, analyzer) }),
    words: {
      title: fieldWords([article.title], analyzer),
      extra: fieldWords(extraTexts(article, topicName), analyzer),
      body: fieldWords([article.body], analyzer),
    },
  });
}

/** What readers search by beside title and body: who wrote it, for whom, about what. */
function extraTexts(article: Article, topicName: (topic: string) => string): string[] {
  const { subtitle, author, authorRole, source, tags = [] } = article;
  const texts = [subtitle, author, authorRole, source, ...article.topics.map(topicName), ...tags];
  return texts.filter((text) => text !== undefined);
}

function fieldWords(texts: readonly string[], analyzer: Analyzer): FieldWords {
  const tokens = texts.flatMap((text) => analyzer.analyze(text).tokens);
  return {
    forms: tokens.map(({ word }) => word.form),
    folds: tokens.map(({ word }) => word.fold),
    stems: tokens.flatMap(({ word }) => word.stems),
    keys: tokens.flatMap(keysOf),
  };
}

/** The name keys by which a word in a text is found: none unless it is written as a name. */
export function keysOf(token: Token): readonly string[] {
  return token.name ? token.word.keys : [];
}

/**
 * One id for every spelling of an author's name: its name keys; short names stay as they are.
 *
 * @example authorId('Müşfiq Səfərov', analyzer) === authorId('Мушфиг Сафаров', analyzer)
 */
export function authorId(name: string, analyzer: Analyzer): string {
  const words = analyzer.analyze(name).tokens.map(({ word }) => word.keys[0] ?? word.fold);
  return words.join('-').toLowerCase();
}
