import { FIELDS } from '../../../indexer/document.js';
import type { ListedSearch, MeiliClient } from './client.js';
import { LENGTH_STEP } from './document.js';
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
  /** What the index holds; known once anything was asked for. */
  corpus(): { readonly documents: number; readonly averageLength: number };
}

const CORPUS: ListedSearch = { filter: EVERY_ARTICLE, limit: 0, facets: ['byLength'] };

export function createCounter(client: MeiliClient, index: string): Counter {
  const counts = new Map<string, number>();
  let corpus: ReturnType<Counter['corpus']> | undefined;

  async function ask(searches: readonly Counted[]): Promise<void> {
    const missing = [...new Map(searches.map((search) => [keyOf(search), search]))].filter(
      ([key]) => !counts.has(key),
    );
    const asked = missing.map(([, search]) => countSearch(search));
    if (asked.length === 0 && corpus) return;
    const [first, ...rest] = await client.search(index, [...(corpus ? [] : [CORPUS]), ...asked]);
    const found = corpus || !first ? [first, ...rest] : rest;
    if (!corpus && first) corpus = readCorpus(first);
    for (const [at, [key]] of missing.entries())
      counts.set(key, found[at]?.estimatedTotalHits ?? 0);
  }

  return {
    ask,
    of: (search) => counts.get(keyOf(search)) ?? 0,
    corpus: () => corpus ?? { documents: 0, averageLength: 0 },
  };
}

const keyOf = ({ q, filter }: Counted): string => JSON.stringify([q, filter]);

const countSearch = ({ q, filter }: Counted): ListedSearch => ({
  q,
  filter,
  limit: 0,
  matchingStrategy: 'all',
});

type Found = Awaited<ReturnType<MeiliClient['search']>>[number];

function readCorpus({ estimatedTotalHits: documents, facetDistribution }: Found) {
  const words = Object.entries(facetDistribution['byLength'] ?? {}).reduce(
    (sum, [length, times]) => sum + Number(length) * times,
    0,
  );
  // Lengths are rounded up; ranking counts the break after each field as a word.
  const rounded = (LENGTH_STEP - 1) / 2;
  const averageLength = words / Math.max(1, documents) - rounded + FIELDS.length;
  return { documents, averageLength };
}
