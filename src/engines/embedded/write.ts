import { z } from 'zod';
import { FIELDS, type SearchDocument } from '../../../indexer/document.js';
import type { Analyzer } from '../../../indexer/language/analyzer.js';
import type { Connection } from '../database.js';
import { dayOf, toSeconds } from '../dates.js';
import { FIELD_BREAK } from '../scan.js';
import { lastNumber, nextSeq, writeLastNumber, writeMeta } from './schema.js';
import { toStored } from '../stored-text.js';
import { toColumn } from '../terms.js';

const Id = z.tuple([z.int()]);
const INSERT_FTS = `INSERT INTO fts
  (rowid, title_fold, title_stem, extra_fold, extra_stem, body_fold, body_stem, keys)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?)`;
const INSERT_DOC = `INSERT INTO docs
  (id, seq, n, article, author, author_name, source, topics, lang, date, day, forms)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

/** A document, and the number by which it came in. */
export interface NumberedDocument {
  readonly n: number;
  readonly document: SearchDocument;
}

/** Writes documents into one index file. Call inside a transaction. */
export interface DocumentWriter {
  /** Adds or replaces documents that come in now. */
  upsert(documents: readonly SearchDocument[]): void;
  /** Adds or replaces documents of another index file, with the numbers that they have there. */
  copy(documents: Iterable<NumberedDocument>): void;
  remove(ids: readonly string[]): number;
  /** Forgets what a rolled-back transaction has written. */
  forget(): void;
}

export function createDocumentWriter(connection: Connection, analyzer: Analyzer): DocumentWriter {
  const formIds = new Map<string, number>();
  const named = new Set<string>();

  const upsert = (documents: readonly SearchDocument[]): void => copy(arriving(documents));

  /** Asked for one by one: whether a document is unchanged depends on those before it. */
  function* arriving(documents: readonly SearchDocument[]): Generator<NumberedDocument> {
    let n = lastNumber(connection);
    for (const document of documents) {
      if (!isUnchanged(connection, document)) yield { n: ++n, document };
    }
  }

  function copy(documents: Iterable<NumberedDocument>): void {
    let seq: number | undefined;
    let last = lastNumber(connection);
    for (const { n, document } of documents) {
      seq ??= beginWrite(connection);
      removeRow(connection, document.article.id, seq);
      insert(document, seq, n);
      last = Math.max(last, n);
    }
    if (seq !== undefined) writeLastNumber(connection, last);
  }

  function insert(document: SearchDocument, seq: number, n: number): void {
    const { title, extra, body } = document.words;
    connection.run(INSERT_DOC, ...docColumns(document, seq, n), packForms(document));
    const row = findRow(connection, document.article.id);
    const columns = [title, extra, body].flatMap(({ folds, stems }) => [folds, stems]);
    const keys = [title, extra, body].map((field) => field.keys).join(' ');
    for (const field of [title, extra, body]) listed(field.names).forEach(addName);
    connection.run(INSERT_FTS, row ?? null, ...[...columns, keys].map(toColumn));
  }

  function packForms({ words }: SearchDocument): Uint8Array {
    const ids = FIELDS.flatMap((field) => [...listed(words[field].forms).map(formId), FIELD_BREAK]);
    return new Uint8Array(Uint32Array.from(ids).buffer);
  }

  function formId(form: string): number {
    const known = formIds.get(form) ?? findForm(connection, form) ?? addForm(form);
    formIds.set(form, known);
    return known;
  }

  function addForm(form: string): number {
    const { fold, stems } = analyzer.word(form);
    connection.run('INSERT INTO vocab (form, fold) VALUES (?, ?)', form, fold);
    const id = findForm(connection, form) ?? 0;
    for (const stem of stems) {
      connection.run('INSERT OR IGNORE INTO vocab_stem (stem, id) VALUES (?, ?)', stem, id);
    }
    return id;
  }

  /** Only words that somebody wrote as names are found by their keys. */
  function addName(form: string): void {
    if (named.has(form)) return;
    named.add(form);
    for (const key of analyzer.word(form).keys) {
      connection.run('INSERT OR IGNORE INTO vocab_key (key, id) VALUES (?, ?)', key, formId(form));
    }
  }

  function remove(ids: readonly string[]): number {
    const seq = beginWrite(connection);
    return ids.filter((id) => removeRow(connection, id, seq)).length;
  }

  function forget(): void {
    formIds.clear();
    named.clear();
  }

  return { upsert, copy, remove, forget };
}

function beginWrite(connection: Connection): number {
  writeMeta(connection, 'updated_at', new Date().toISOString());
  return nextSeq(connection);
}

const listed = (words: string): string[] => (words === '' ? [] : words.split(' '));

const findForm = (connection: Connection, form: string) =>
  connection.one(Id, 'SELECT id FROM vocab WHERE form = ?', form)?.[0];

const findRow = (connection: Connection, id: string) =>
  connection.one(Id, 'SELECT row FROM docs WHERE id = ?', toStored(id))?.[0];

const orNull = (text: string | undefined) => (text === undefined ? null : toStored(text));

const Stored = z.tuple([z.string()]);

/** The same article again: nothing to write, so that a job that is run again is quick. */
function isUnchanged(connection: Connection, { article }: SearchDocument): boolean {
  const id = toStored(article.id);
  const stored = connection.one(Stored, 'SELECT article FROM docs WHERE id = ?', id)?.[0];
  return stored === JSON.stringify(article);
}

/** A replaced document gets a new row: the full-text table forgets a row by its number alone. */
function removeRow(connection: Connection, id: string, seq: number): boolean {
  const row = findRow(connection, id);
  if (row === undefined) return false;
  connection.run('DELETE FROM fts WHERE rowid = ?', row);
  connection.run('DELETE FROM docs WHERE row = ?', row);
  connection.run('INSERT INTO removed (row, id, seq) VALUES (?, ?, ?)', row, toStored(id), seq);
  return true;
}

function docColumns({ article, authorId, topics }: SearchDocument, seq: number, n: number) {
  return [
    toStored(article.id),
    seq,
    n,
    JSON.stringify(article),
    ...[authorId, article.author, article.source].map(orNull),
    JSON.stringify(topics),
    toStored(article.lang),
    article.date === undefined ? null : toSeconds(article.date),
    article.date === undefined ? null : dayOf(article.date),
  ] as const;
}
