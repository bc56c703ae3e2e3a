import type { FoundDocuments, ListedSearch, MeiliClient } from './client.js';
import { ReplacedError } from './documents.js';

type Searches = readonly ListedSearch[];

/**
 * Makes searches of several kinds in one request; the answers come kind by kind.
 * @throws ReplacedError when documents were written while they were made
 */
export async function searchAll(
  client: MeiliClient,
  index: string,
  kinds: readonly Searches[],
): Promise<FoundDocuments[][]> {
  const searches = kinds.flat();
  const answers = await client.search(index, searches);
  checkUnchanged(searches, answers);
  const left = answers.values();
  return kinds.map((kind) => kind.flatMap(() => left.next().value ?? []));
}

/**
 * The searches of a request are made one after the other: when two that seek the same do not count
 * the same, documents were written between them.
 */
function checkUnchanged(searches: Searches, answers: readonly FoundDocuments[]): void {
  const counts = new Map<string, number>();
  for (const [at, { q, filter }] of searches.entries()) {
    const sought = JSON.stringify([q, filter]);
    const count = answers[at]?.estimatedTotalHits ?? 0;
    if ((counts.get(sought) ?? count) !== count) throw new ReplacedError();
    counts.set(sought, count);
  }
}
