import type { Article } from './article.js';
import { shortHash } from './extraction/slug.js';
import type { Topic } from './extraction/topics.js';
import type { Analyzer, Token } from './language/analyzer.js';

/**
 * The analysed words of one field, in text order, each list with spaces between (no word holds
 * one). `forms` and `folds` have one entry a word; `stems` and `keys` are sets per word, so they
 * only keep the order; `keys` are of names alone.
 */
export interface FieldWords {
  readonly forms: string;
  readonly folds: string;
  readonly stems: string;
  readonly keys: string;
  /** The forms of the words that are written as names: these have the keys. */
  readonly names: string;
}

export const FIELDS = ['title', 'extra', 'body'] as const;
export type Field = (typeof FIELDS)[number];

/** An article as engines take it: what is shown, and beside it the words by which it is found. */
export interface SearchDocument {
  readonly article: Article;
  /** One value for all spellings of the author's name. */
  readonly authorId?: string;
  /** The article's topics as facets count and name them. */
  readonly topics: readonly Topic[];
  readonly words: Readonly<Record<Field, FieldWords>>;
}

export type DocumentMaker = (article: Article) => SearchDocument;

/**
 * Makes searchable documents. `topicOf` gives id and name of a value of `article.topics`.
 *
 * @example maker({ id: '1', title: 'Şuşada', … }).words.title.stems // 'susa'
 */
export function createDocumentMaker(
  analyzer: Analyzer,
  topicOf: (value: string) => Topic,
): DocumentMaker {
  return (article) => {
    const texts = fieldTexts(article, topicOf);
    const wordsOf = (field: Field) =>
      fieldWords(
        texts.filter((text) => text.field === field).map(({ text }) => text),
        analyzer,
      );
    return {
      article,
      topics: topicsOf(article, topicOf),
      ...(article.author === undefined ? {} : { authorId: authorId(article.author, analyzer) }),
      words: { title: wordsOf('title'), extra: wordsOf('extra'), body: wordsOf('body') },
    };
  };
}

/** Each once, though a source may write one in two ways. */
function topicsOf({ topics }: Article, topicOf: (value: string) => Topic): readonly Topic[] {
  return [...new Map(topics.map(topicOf).map((topic) => [topic.id, topic])).values()];
}

/** A text of an article in which words are looked for, and what of the article it is. */
export interface FieldText {
  readonly field: Field;
  readonly of: keyof Article;
  readonly text: string;
}

/** What readers search by: title, body, and beside them who wrote it, for whom, about what. */
export function fieldTexts(article: Article, topicOf: (value: string) => Topic): FieldText[] {
  const { tags = [], topics } = article;
  const extra = (['subtitle', 'author', 'authorRole', 'source'] as const).flatMap((of) => {
    const text = article[of];
    return text === undefined ? [] : [{ field: 'extra' as const, of, text }];
  });
  return [
    { field: 'title', of: 'title', text: article.title },
    ...extra,
    ...topics.map((value) => ({
      field: 'extra' as const,
      of: 'topics' as const,
      text: topicOf(value).name,
    })),
    ...tags.map((text) => ({ field: 'extra' as const, of: 'tags' as const, text })),
    { field: 'body', of: 'body', text: article.body },
  ];
}

function fieldWords(texts: readonly string[], analyzer: Analyzer): FieldWords {
  const forms: string[] = [];
  const folds: string[] = [];
  const stems: string[] = [];
  const keys: string[] = [];
  const names: string[] = [];
  for (const token of texts.flatMap((text) => analyzer.analyze(text).tokens)) {
    forms.push(token.word.form);
    folds.push(token.word.fold);
    for (const stem of token.word.stems) stems.push(stem);
    if (!token.name) continue;
    names.push(token.word.form);
    for (const key of token.word.keys) keys.push(key);
  }
  return {
    forms: forms.join(' '),
    folds: folds.join(' '),
    stems: stems.join(' '),
    keys: keys.join(' '),
    names: names.join(' '),
  };
}

/** The name keys by which a word in a text is found: none unless it is written as a name. */
export function keysOf(token: Token): readonly string[] {
  return token.name ? token.word.keys : [];
}

/** What name keys keep apart, and careless typing of an author's name does not: e/a, g/k, ş/s, ç/c. */
const SAME_IN_KEYS: Readonly<Record<string, string>> = { E: 'A', G: 'K', W: 'S', Q: 'C' };
/** The same in folded words, which have lost the marks of ş and ç already. */
const SAME_IN_FOLDS: Readonly<Record<string, string>> = { e: 'a', g: 'k', q: 'k' };

/**
 * One id for every spelling of an author's name: its name keys, made coarser, or the folded form of
 * words too short for a key. Names that differ in those sounds alone share it (İlqar and İlkər). A
 * name without letters is its own hash.
 *
 * @example authorId('Müşfiq Səfərov', analyzer) === authorId('Мушфиг Сафаров', analyzer)
 */
export function authorId(name: string, analyzer: Analyzer): string {
  const words = analyzer.analyze(name).tokens.map(({ word: { keys, fold } }) => {
    const [key] = keys;
    return key === undefined ? coarsen(fold, SAME_IN_FOLDS) : coarsen(key, SAME_IN_KEYS);
  });
  return words.join('-').toLowerCase() || shortHash(name);
}

function coarsen(text: string, same: Readonly<Record<string, string>>): string {
  return text.replace(/[a-z]/gi, (letter) => same[letter] ?? letter);
}
