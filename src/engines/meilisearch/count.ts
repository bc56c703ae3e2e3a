import type { ListedSearch, MeiliClient } from './client.js';
import { EVERY_ARTICLE } from './filter.js';

/** What is to be counted: the query text and the filter that find it. */
export interface Counted {
  readonly q: string;
  readonly filter: string;
}

/** Counts documents for one search of a reader, each thing once. */
export interface Counter {
  /** Counts all of these in one request, but for those that it knows. */
  ask(searches: readonly Counted[]): Promise<void>;
  /** What was counted; 0 for what was not asked for. */
  of(search: Counted): number;
  /** Documents of the index; known once anything was asked for. */
  documents(): number;
}

const CORPUS: ListedSearch = { filter: EVERY_ARTICLE, limit: 0 };

export function createCounter(client: MeiliClient, index: string): Counter {
  const counts = new Map<string, number>();
  let documents: number | undefined;

  async function ask(searches: readonly Counted[]): Promise<void> {
    const missing = [...new Map(searches.map((search) => [keyOf(search), search]))].filter(
      ([key]) => !counts.has(key),
    );
    const asked = missing.map(([, search]) => countSearch(search));
    if (asked.length === 0 && documents !== undefined) return;
    const isFirst = documents === undefined;
    const answers = await client.search(index, [...(isFirst ? [CORPUS] : []), ...asked]);
    documents ??= answers[0]?.estimatedTotalHits ?? 0;
    const found = isFirst ? answers.slice(1) : answers;
    for (const [at, [key]] of missing.entries())
      counts.set(key, found[at]?.estimatedTotalHits ?? 0);
  }

  return {
    ask,
    of: (search) => counts.get(keyOf(search)) ?? 0,
    documents: () => documents ?? 0,
  };
}

const keyOf = ({ q, filter }: Counted): string => JSON.stringify([q, filter]);

const countSearch = ({ q, filter }: Counted): ListedSearch => ({
  q,
  filter,
  limit: 0,
  matchingStrategy: 'all',
});
