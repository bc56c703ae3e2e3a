/** What is counted of a query. */
export interface Counts {
  readonly searches: number;
  /** Searches that found nothing. */
  readonly withoutResults: number;
  /** Searches after which somebody opened a hit. */
  readonly opened: number;
  /** Searches with a word that was read as misspelt. */
  readonly corrected: number;
}

/** The names of the counts, in the order of columns. */
export const COUNTS = ['searches', 'withoutResults', 'opened', 'corrected'] as const;

export const NO_COUNTS: Counts = { searches: 0, withoutResults: 0, opened: 0, corrected: 0 };

export const sumOf = (a: Counts, b: Counts): Counts => ({
  searches: a.searches + b.searches,
  withoutResults: a.withoutResults + b.withoutResults,
  opened: a.opened + b.opened,
  corrected: a.corrected + b.corrected,
});

/** What is to be added for a day. */
export interface DayBatch {
  /** `2026-05-31`, in Baku. */
  readonly day: string;
  /** Of all searches of the day, those too whose queries are not kept. */
  readonly all: Counts;
  readonly queries: readonly QueryBatch[];
}

export interface QueryBatch extends Counts {
  /** The folded words: the same for every spelling that differs in case or diacritics. */
  readonly key: string;
  /** How often it was written how. */
  readonly forms: readonly (readonly [form: string, times: number])[];
}

/** Days from and to, inclusive. */
export interface DayRange {
  readonly from: string;
  readonly to: string;
}

/** Which queries are listed: the most frequent; those that found nothing; those nobody followed. */
export const LIST_KINDS = ['top', 'empty', 'unopened'] as const;
export type ListKind = (typeof LIST_KINDS)[number];

/** A query as it is told of. */
export interface QueryCount extends Counts {
  /** As it was written most often. */
  readonly query: string;
}

export interface DayCount extends Counts {
  readonly day: string;
}
