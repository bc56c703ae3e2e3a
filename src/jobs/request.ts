import { z } from 'zod';
import { VALUE_ATTRIBUTES, type Filter } from '../../indexer/filter.js';

const Filters = z.lazy(() => z.array(FilterTree));
const Name = z.enum(VALUE_ATTRIBUTES);

/** A filter as it comes back from a file. */
const FilterTree: z.ZodType<Filter> = z.lazy(() =>
  z.union([
    z.strictObject({ all: Filters }),
    z.strictObject({ any: Filters }),
    z.strictObject({ not: FilterTree }),
    z.strictObject({ attribute: Name, in: z.array(z.string()) }),
    z.strictObject({ exists: z.union([Name, z.literal('date')]) }),
    z.strictObject({ from: z.exactOptional(z.number()), to: z.exactOptional(z.number()) }),
  ]),
);

/** Which documents to delete: those of the ids, or those that a filter matches. */
export const Deletion = z.union([
  z.strictObject({ ids: z.array(z.string()) }),
  z.strictObject({ where: FilterTree }),
]);
export type Deletion = z.infer<typeof Deletion>;

/**
 * How an upload is written: a JSON array of records (or one record), a record a line, or a table
 * whose header names the fields.
 */
export const UploadFormat = z.enum(['json', 'ndjson', 'csv']);
export type UploadFormat = z.infer<typeof UploadFormat>;

/** Work that needs no upload. */
export type JobRequest =
  | { readonly kind: 'documents.delete'; readonly documents: Deletion }
  | { readonly kind: 'reindex' }
  | { readonly kind: 'rollback' };

/** What a job has to do, beside what its body holds. */
export const Task = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('documents.add'), format: UploadFormat }),
  z.strictObject({ kind: z.literal('documents.delete') }),
  z.strictObject({ kind: z.literal('reindex') }),
  z.strictObject({ kind: z.literal('rollback') }),
]);
export type Task = z.infer<typeof Task>;

const VISIBLE = /^[\x21-\x7e]{1,255}$/;

/** Whether a text may be an idempotency key: 1 to 255 visible ASCII characters. */
export const isIdempotencyKey = (key: string): boolean => VISIBLE.test(key);
