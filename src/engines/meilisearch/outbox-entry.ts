import { z } from 'zod';
import { fromStored, toStored } from '../stored-text.js';

/** A document to add or replace. */
export interface Put {
  readonly kind: 'put';
  /** Primary key on the server. */
  readonly pk: string;
  /** Id of the article. */
  readonly id: string;
  /** One document, as `JSON.stringify` writes it. */
  readonly document: string;
}

/** A document to take away. */
export interface Deletion {
  readonly kind: 'delete';
  readonly pk: string;
  readonly id: string;
}

export type Operation = Put | Deletion;

/** An operation in the outbox; later ones have greater numbers. */
export type Entry = Operation & { readonly seq: number };

/** An entry that the server did not take. */
export interface Refusal {
  readonly seq: number;
  readonly id: string;
  readonly reason: string;
  /** RFC 3339 instant. */
  readonly at: string;
}

/** What became of entries. */
export type Fate = 'waiting' | 'sent' | { readonly refused: readonly Refusal[] };

/** The columns that make an `Entry`. */
export const ENTRY_COLUMNS = 'seq, pk, id, document';

export const EntryRow = z
  .tuple([z.int(), z.string(), z.string(), z.string().nullable()])
  .transform(([seq, pk, id, document]): Entry => {
    const names = { seq, pk: fromStored(pk), id: fromStored(id) };
    return document === null ? { kind: 'delete', ...names } : { kind: 'put', ...names, document };
  });

/** The columns that make a `Refusal`. */
export const REFUSAL_COLUMNS = 'seq, id, reason, at';

export const RefusalRow = z
  .tuple([z.int(), z.string(), z.string(), z.string()])
  .transform(([seq, id, reason, at]): Refusal => {
    return { seq, id: fromStored(id), reason: fromStored(reason), at };
  });

/** An operation as the columns `bytes, pk, id, document`. */
export function toColumns(operation: Operation) {
  const [pk, id] = [toStored(operation.pk), toStored(operation.id)];
  const document = operation.kind === 'put' ? operation.document : null;
  return [bytesOf(operation), pk, id, document] as const;
}

/** How much room an operation takes, in bytes. */
export function bytesOf(operation: Operation): number {
  const document = operation.kind === 'put' ? operation.document : '';
  return Buffer.byteLength(document) + Buffer.byteLength(operation.pk + operation.id);
}
