import { z } from 'zod';
import type { EngineStats } from '../../../indexer/engine.js';
import { DOCUMENT_FIELDS } from './document.js';
import { EVERY_ARTICLE } from './filter.js';
import type { House } from './house.js';
import { readMarker, sizeOf, type Marker } from './live.js';

/** What `remove` leaves behind: documents tell when they were written, removals leave no trace. */
export const LAST_REMOVAL = 'last-removal';

/** What a state of the index tells; `lastPut` is in milliseconds since 1970, 0 without documents. */
interface State extends Omit<EngineStats, 'updatedAt'> {
  readonly lastPut: number;
}

/** Makes the reader of what there is to tell; a state that was read once is not counted again. */
export function createStatsReader(house: House): () => Promise<EngineStats> {
  let known: State | undefined;
  return async () => {
    // Asked first: what is written meanwhile makes the next reader count again.
    const revision = await readRevision(house);
    if (known?.revision !== revision) known = await readState(house, revision);
    const { lastPut, ...stats } = known;
    const updated = Math.max(lastPut, house.outbox.readState(LAST_REMOVAL, z.number()) ?? 0);
    return { ...stats, ...(updated === 0 ? {} : { updatedAt: new Date(updated).toISOString() }) };
  };
}

const IndexView = z.object({ updatedAt: z.string() });

/** The server notes to the nanosecond when an index was changed; each of two swapped has its own. */
const readRevision = async ({ client, index }: House): Promise<string> =>
  (await client.ask(client.raw.httpRequest.get({ path: `indexes/${index}` }), IndexView)).updatedAt;

async function readState(house: House, revision: string): Promise<State> {
  const { client, index, analysis } = house;
  const [all, newest] = await client.search(index, [
    { filter: EVERY_ARTICLE, limit: 0, facets: ['byFold'] },
    {
      filter: EVERY_ARTICLE,
      limit: 1,
      sort: ['n:desc'],
      attributesToRetrieve: ['pk', 'n', 'made'],
    },
  ]);
  return {
    documents: all?.estimatedTotalHits ?? 0,
    words: Object.keys(all?.facetDistribution['byFold'] ?? {}).length,
    bytes: await sizeOf(client, index),
    analysis: analysisOf(await readMarker(client, index)) ?? analysis,
    revision,
    lastPut: (newest?.hits[0]?.n ?? 0) / 1000,
  };
}

/** Documents that lack fields count as made by another analysis: they should be made anew. */
const analysisOf = (marker: Marker | undefined): string | undefined =>
  marker && marker.fields < DOCUMENT_FIELDS
    ? `${marker.analysis}-${marker.fields}`
    : marker?.analysis;
