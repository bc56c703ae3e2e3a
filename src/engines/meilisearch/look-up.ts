import type { Alternative, EngineQuery } from '../../../indexer/engine.js';
import type { LookedUp } from '../condition.js';
import type { House } from './house.js';
import { findHolders } from './holders.js';
import { wordingId } from './wordings.js';

/** A query, and whether all documents are known that hold its wordings. */
export interface LookedUpQuery {
  readonly query: EngineQuery;
  readonly complete: boolean;
}

/**
 * Looks for the documents that hold a wording of several words and do not say so yet: it was listed
 * only just now, or is only tried.
 */
export async function lookUp(
  query: EngineQuery,
  { client, index, carried }: Pick<House, 'client' | 'index' | 'carried'>,
): Promise<LookedUpQuery> {
  const lacking = await carried.lacking([...new Set(query.alternatives.flatMap(idsOf))]);
  if (lacking.length === 0) return { query, complete: true };
  const found = new Map(
    await Promise.all(
      lacking.map(async (id) => [id, await findHolders(client, index, id)] as const),
    ),
  );
  const alternatives = query.alternatives.map((alternative): LookedUp => {
    const [held] = idsOf(alternative).map((id) => found.get(id));
    return held ? { ...alternative, heldBy: held.numbers } : alternative;
  });
  const complete = [...found.values()].every((holders) => holders.complete);
  return { query: { ...query, alternatives }, complete };
}

const idsOf = ({ words }: Alternative): string[] =>
  words.length > 1 ? [wordingId(words.map(({ fold }) => fold))] : [];
