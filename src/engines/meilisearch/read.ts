import { z } from 'zod';
import type { Article } from '../../../indexer/article.js';
import type { EngineStats } from '../../../indexer/engine.js';
import { ServerAwayError } from './server-errors.js';
import { DOCUMENT_FIELDS, NUMBERED_FIELDS, NumberedArticle } from './document.js';
import { EVERY_ARTICLE } from './filter.js';
import type { House } from './house.js';
import { readMarker, sizeOf, type Marker } from './live.js';
import { primaryKey } from './values.js';

/** The article of an id. */
export async function readArticle(
  { client, index }: House,
  id: string,
): Promise<Article | undefined> {
  const wanted = { ids: [primaryKey(id)], fields: NUMBERED_FIELDS, limit: 1 };
  return (await client.documents(index, wanted, NumberedArticle))[0]?.article;
}

const PAGE = 500;

/** Every article, in the order in which they came in; a switch of indexes keeps the numbers. */
export async function* readArticles({ client, index }: House): AsyncGenerator<Article> {
  for (let last = 0; ;) {
    const page = await client.documents(
      index,
      { filter: `n > ${last}`, sort: ['n:asc'], fields: NUMBERED_FIELDS, limit: PAGE },
      NumberedArticle,
    );
    for (const { article } of page) yield article;
    const [end] = page.slice(-1);
    if (!end) return;
    last = end.n;
  }
}

const Key = z.object({ pk: z.string() });

/** How many of the ids exist; all of them, as far as one can tell, while the server is away. */
export async function countExisting(
  { client, index, ready }: House,
  ids: readonly string[],
): Promise<number> {
  const keys = [...new Set(ids)].map(primaryKey);
  if (keys.length === 0) return 0;
  try {
    await ready();
    const found = await client.documents(
      index,
      { ids: keys, fields: ['pk'], limit: keys.length },
      Key,
    );
    return found.length;
  } catch (error) {
    if (error instanceof ServerAwayError) return keys.length;
    throw error;
  }
}

/** What `remove` leaves behind: documents tell when they were written, removals leave no trace. */
export const LAST_REMOVAL = 'last-removal';

export async function readStats({ client, index, analysis, outbox }: House): Promise<EngineStats> {
  const [all, newest] = await client.search(index, [
    { filter: EVERY_ARTICLE, limit: 0, facets: ['byFold'] },
    {
      filter: EVERY_ARTICLE,
      limit: 1,
      sort: ['n:desc'],
      attributesToRetrieve: ['pk', 'n', 'made'],
    },
  ]);
  const lastPut = (newest?.hits[0]?.n ?? 0) / 1000;
  const lastRemoval = outbox.readState(LAST_REMOVAL, z.number()) ?? 0;
  const updated = Math.max(lastPut, lastRemoval);
  return {
    documents: all?.estimatedTotalHits ?? 0,
    words: Object.keys(all?.facetDistribution['byFold'] ?? {}).length,
    bytes: await sizeOf(client, index),
    analysis: analysisOf(await readMarker(client, index)) ?? analysis,
    ...(updated === 0 ? {} : { updatedAt: new Date(updated).toISOString() }),
  };
}

/** Documents that lack fields count as made by another analysis: they should be made anew. */
const analysisOf = (marker: Marker | undefined): string | undefined =>
  marker && marker.fields < DOCUMENT_FIELDS
    ? `${marker.analysis}-${marker.fields}`
    : marker?.analysis;
