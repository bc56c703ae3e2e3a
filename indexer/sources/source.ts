import type { Article } from '../article.js';

/** The raw text of one saved page, to tell it from a record that has fields. */
export class PageText {
  constructor(readonly text: string) {}
}

/** One raw record with the place it came from. */
export interface SourceRecord {
  /** Where a person finds it again: `news.ndjson:12`, `page.txt`, `list.json:40[3]`. */
  readonly place: string;
  /** A `PageText`, or whatever the file held; validated by the `RecordToArticle`. */
  readonly record: unknown;
  /** What an id is made from when the record brings none. */
  readonly idBase: IdBase;
}

/** The file's name without folder and extension, and whether other records share the file. */
export interface IdBase {
  readonly name: string;
  readonly shared: boolean;
}

/** Makes the article; throws `RecordError` when the record cannot be used. */
export type RecordToArticle = (source: SourceRecord) => Article;

/** What is wrong with one field of a record. */
export interface FieldProblem {
  /** `date`, `topics[2]`; empty when it is the record as a whole. */
  readonly path: string;
  readonly message: string;
}

/** A record that cannot be used; the message says which fields and what was expected. */
export class RecordError extends Error {
  override readonly name = 'RecordError';

  constructor(readonly problems: readonly FieldProblem[]) {
    super(problems.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join('; '));
  }
}

/** A path that cannot be read at all; the message names it. */
export class InputError extends Error {
  override readonly name = 'InputError';
}

/** What became of one record: an article, or the reason why it cannot be used. */
export type SourceItem =
  | { readonly place: string; readonly article: Article }
  | ({ readonly place: string; readonly problems?: readonly FieldProblem[] } & Unusable);

export interface Unusable {
  readonly reason: string;
  /** The bytes are not what their format demands, so that what follows them may be misread. */
  readonly malformed?: true;
}

export const INPUT_KINDS = ['page', 'ndjson', 'json', 'csv'] as const;
export type InputKind = (typeof INPUT_KINDS)[number];

/** A file that will be read. */
export interface InputFile {
  readonly path: string;
  readonly bytes: number;
  readonly kind: InputKind;
  /** Of a page: another file of the same run whose name gives the same id. */
  readonly sameIdAs?: string;
}

/** What a reader of one file format yields: a raw record or the reason why there is none. */
export type RawItem = { readonly bytesRead: number } & (
  { readonly place: string; readonly record: unknown } | ({ readonly place: string } & Unusable)
);

/** Reads one file of one format, record by record. */
export type Reader = (path: string) => AsyncGenerator<RawItem>;

/** A record larger than this is refused, so that one bad file cannot fill the memory. */
export const MAX_RECORD_BYTES = 8 * 1024 * 1024;
