import { z } from 'zod';
import type { Article } from '../../../indexer/article.js';
import { ServerAwayError } from './server-errors.js';
import { NUMBERED_FIELDS, NumberedArticle } from './document.js';
import type { House } from './house.js';
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
