import { z } from 'zod';
import { Article } from '../../../indexer/article.js';
import { FIELDS, type SearchDocument } from '../../../indexer/document.js';
import { shortHash } from '../../../indexer/extraction/slug.js';
import { monthOf, toSeconds } from '../dates.js';
import { fromStored, toStored } from '../stored-text.js';
import { encodePair, encodeValue, primaryKey, shapeTerm } from './values.js';
import type { Wordings } from './wordings.js';

/** A JSON object as Meilisearch keeps it. */
export type MeiliDocument = Readonly<Record<string, unknown>> & { readonly pk: string };

/** Words of a document are counted to the next multiple of this: few facet values, near enough. */
export const LENGTH_STEP = 8;

/** What makes shadow fields, beside the article itself. */
export interface Making {
  readonly wordings: Wordings;
  /** Changes when the analysis or the wordings change: the same version is then made otherwise. */
  readonly made: string;
}

/** The making of this program with its `config/`. */
export function createMaking(analysis: string, wordings: Wordings): Making {
  return { wordings, made: shortHash(JSON.stringify([analysis, wordings.ids])) };
}

/**
 * A document as Meilisearch holds it: the article as it was given, and the shadow fields made by
 * the analyzer, by which it is found. `n` numbers this version of the document; no other document
 * or version ever has the same.
 */
export function toMeiliDocument(
  document: SearchDocument,
  n: number,
  { wordings, made }: Making,
): MeiliDocument {
  const { article, authorId, topics, words } = document;
  const fields = FIELDS.map((field) => words[field]);
  const length = fields.reduce((sum, { forms }) => sum + listed(forms).length, 0);
  return {
    pk: primaryKey(article.id),
    n,
    made,
    article: mapStrings(article, toStored),
    ...(authorId === undefined ? {} : authorFields(authorId, article.author ?? authorId)),
    ...(article.source === undefined ? {} : { source: encodeValue(article.source) }),
    topic: topics.map(({ id }) => encodeValue(id)),
    topicName: topics.map(({ id, name }) => encodePair(id, name)),
    ...(article.date === undefined ? {} : dateFields(article.date)),
    length: Math.ceil(length / LENGTH_STEP) * LENGTH_STEP,
    folds: termsOf(fields.map(({ folds }) => folds)),
    stems: termsOf(fields.map(({ stems }) => stems)),
    keys: termsOf(fields.map(({ keys }) => keys)),
    titleFolds: termsOf([words.title.folds]),
    wordings: [...new Set(fields.flatMap(({ folds }) => wordings.findIn(listed(folds))))],
    text: Object.fromEntries(FIELDS.map((field) => [field, textOf(words[field].folds)])),
    forms: fields.map(({ forms }) => toStored(forms)),
    names: toStored(fields.map(({ names }) => names).join(' ')),
  };
}

const authorFields = (id: string, name: string) => ({
  author: encodeValue(id),
  authorName: encodePair(id, name),
});

const dateFields = (date: string) => ({ date: toSeconds(date), month: monthOf(date) });

export const listed = (words: string): string[] => words.split(' ').filter((word) => word !== '');

const textOf = (folds: string): string => listed(folds).map(shapeTerm).join(' ');

const termsOf = (texts: readonly string[]): string[] => [
  ...new Set(texts.flatMap(listed).map(shapeTerm)),
];

/** The strings of a flat record, and of the lists in it, mapped. */
function mapStrings(record: object, map: (text: string) => string): Record<string, unknown> {
  const mapValue = (value: unknown): unknown =>
    typeof value === 'string' ? map(value) : Array.isArray(value) ? value.map(mapValue) : value;
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, mapValue(value)]));
}

/** An article as it was given, from a stored document. */
export const StoredArticle = z
  .record(z.string(), z.unknown())
  .transform((stored) => Article.parse(mapStrings(stored, fromStored)));
