/**
 * A filter as a tree, free of any engine's query language: each engine compiles it. What a reader
 * writes is parsed into it once, and nothing else ever becomes a filter.
 */
export type Filter =
  /** Every one of these; of none, every document. */
  | { readonly all: readonly Filter[] }
  /** Either of these; of none, no document. */
  | { readonly any: readonly Filter[] }
  | { readonly not: Filter }
  /** The attribute has one of these values; of several values that it has, any. */
  | { readonly attribute: ValueAttribute; readonly in: readonly string[] }
  /** Inclusive bounds in seconds since 1970; a document without a date is in no range. */
  | { readonly from?: number; readonly to?: number }
  | { readonly exists: FilterAttribute };

/** `topic` and `author` hold ids: see `SearchDocument`. */
export const VALUE_ATTRIBUTES = ['id', 'topic', 'author', 'source', 'lang'] as const;
export type ValueAttribute = (typeof VALUE_ATTRIBUTES)[number];

/** What a filter may name in the index. */
export type FilterAttribute = ValueAttribute | 'date';
