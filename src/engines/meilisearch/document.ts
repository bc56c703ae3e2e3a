import { z } from 'zod';
import { Article } from '../../../indexer/article.js';
import { FIELDS, type SearchDocument } from '../../../indexer/document.js';
import { shortHash } from '../../../indexer/extraction/slug.js';
import { dayOf, monthOf, toSeconds } from '../dates.js';
import { fromStored, toStored } from '../stored-text.js';
import { encodePair, encodeValue, primaryKey, shapeTerm } from './values.js';
import type { Wordings } from './wordings.js';

/** A JSON object as Meilisearch keeps it. */
export type MeiliDocument = Readonly<Record<string, unknown>> & { readonly pk: string };

/** Raised when documents get a shadow field more: an index that lacks it should be rebuilt. */
export const DOCUMENT_FIELDS = 2;

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
 * the analyzer, by which it is found. All fields are flat: Meilisearch 1.50 fails to apply settings
 * when a document has got a field within a field that no earlier one had. `n` numbers this version of the document; no other document
 * or version ever has the same.
 */
export function toMeiliDocument(
  document: SearchDocument,
  n: number,
  { wordings, made }: Making,
): MeiliDocument {
  const { article, authorId, topics, words } = document;
  const fields = FIELDS.map((field) => words[field]);
  return {
    pk: primaryKey(article.id),
    n,
    made,
    ...mapStrings(article, toStored),
    ...(authorId === undefined ? {} : authorFields(authorId, article.author ?? authorId)),
    ...(article.source === undefined ? {} : { bySource: encodeValue(article.source) }),
    ...(article.date === undefined ? {} : dateFields(article.date)),
    byLang: encodeValue(article.lang),
    byTopic: topics.map(({ id }) => encodeValue(id)),
    byTopicName: topics.map(({ id, name }) => encodePair(id, name)),
    byFold: termsOf(fields.map(({ folds }) => folds)),
    byStem: termsOf(fields.map(({ stems }) => stems)),
    byKey: termsOf(fields.map(({ keys }) => keys)),
    byTitleFold: termsOf([words.title.folds]),
    byWording: [...new Set(fields.flatMap(({ folds }) => wordings.findIn(listed(folds))))],
    textTitle: textOf(words.title.folds),
    textExtra: textOf(words.extra.folds),
    textBody: textOf(words.body.folds),
    forms: fields.map(({ forms }) => toStored(forms)),
    names: toStored(fields.map(({ names }) => names).join(' ')),
  };
}

const authorFields = (id: string, name: string) => ({
  byAuthor: encodeValue(id),
  byAuthorName: encodePair(id, name),
});

function dateFields(date: string) {
  const day = dayOf(date);
  return { byTime: toSeconds(date), byMonth: monthOf(day), byDay: day };
}

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

/** The fields of a document that are the article itself. */
export const ARTICLE_FIELDS: readonly string[] = Object.keys(Article.shape);

/** An article as it was given, from a stored document. */
export const StoredArticle = z.looseObject({}).transform((stored) => {
  const own = Object.entries(stored).filter(([name]) => ARTICLE_FIELDS.includes(name));
  return Article.parse(mapStrings(Object.fromEntries(own), fromStored));
});

const Numbered = z.object({ n: z.number() });

/** An article with the number of its version; of the fields `NUMBERED_FIELDS`. */
export const NumberedArticle = z.looseObject({}).transform((stored) => ({
  ...Numbered.parse(stored),
  article: StoredArticle.parse(stored),
}));

export const NUMBERED_FIELDS: string[] = ['n', ...ARTICLE_FIELDS];
