import { NO_COUNTS, sumOf, type Counts, type DayBatch, type QueryBatch } from './counts.js';

/** What was counted since it was written last. */
export interface Buffer {
  /** `query` is absent where only the number of searches is kept. */
  add(day: string, counts: Counts, query?: { readonly key: string; readonly form: string }): void;
  isEmpty(): boolean;
  /** Gives all and forgets it. */
  take(): DayBatch[];
}

/** Distinct queries that wait at once; further ones are only counted. */
const MOST_QUERIES = 5_000;
/** Spellings that are told apart of each. */
const MOST_FORMS = 20;

interface WaitingQuery {
  counts: Counts;
  readonly forms: Map<string, number>;
}

interface WaitingDay {
  all: Counts;
  readonly queries: Map<string, WaitingQuery>;
}

/** Keeps counts in memory until they are written. */
export function createBuffer(): Buffer {
  const days = new Map<string, WaitingDay>();

  function dayOf(day: string): WaitingDay {
    const known = days.get(day) ?? { all: NO_COUNTS, queries: new Map<string, WaitingQuery>() };
    days.set(day, known);
    return known;
  }

  return {
    add: (day, counts, query) => {
      const waiting = dayOf(day);
      waiting.all = sumOf(waiting.all, counts);
      if (query) addQuery(waiting.queries, query.key, query.form, counts);
    },
    isEmpty: () => days.size === 0,
    take: () => {
      const taken = [...days].map(([day, { all, queries }]) => ({
        day,
        all,
        queries: [...queries].map(toBatch),
      }));
      days.clear();
      return taken;
    },
  };
}

function addQuery(
  queries: Map<string, WaitingQuery>,
  key: string,
  form: string,
  counts: Counts,
): void {
  const known = queries.get(key);
  if (!known && queries.size >= MOST_QUERIES) return;
  const waiting = known ?? { counts: NO_COUNTS, forms: new Map<string, number>() };
  queries.set(key, waiting);
  waiting.counts = sumOf(waiting.counts, counts);
  if (waiting.forms.size >= MOST_FORMS && !waiting.forms.has(form)) return;
  waiting.forms.set(form, (waiting.forms.get(form) ?? 0) + counts.searches);
}

const toBatch = ([key, { counts, forms }]: [string, WaitingQuery]): QueryBatch => ({
  key,
  ...counts,
  forms: [...forms],
});
