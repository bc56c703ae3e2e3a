import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { EngineError } from '../../../indexer/engine.js';
import { ARTICLE_FIELDS } from './document.js';
import { EVERY_ARTICLE } from './filter.js';
import type { House } from './house.js';
import { countArticles } from './live.js';
import { inDoubt } from './replay.js';

const SAMPLE = 10;
const Key = z.object({ pk: z.string() });
const Sampled = z.looseObject({ pk: z.string(), n: z.number() });
type Sampled = z.infer<typeof Sampled>;

/**
 * Sees that an index holds what the live one holds, but for documents of which a write may have been
 * sent without our knowing: these are sent once more. Call while nobody sends.
 * @throws EngineError `unavailable` when it does not
 */
export async function verify(house: House, target: string): Promise<void> {
  const { index, outbox } = house;
  const doubtful = [...new Set(inDoubt(outbox).map(({ pk }) => pk))];
  const live = await countOthers(house, index, doubtful);
  const built = await countOthers(house, target, doubtful);
  if (live !== built) {
    throw new EngineError('unavailable', `${target} holds ${built} articles instead of ${live}.`);
  }
  for (const sort of ['n:asc', 'n:desc']) {
    const sample = await read(house, index, { filter: EVERY_ARTICLE, sort: [sort], limit: SAMPLE });
    const expected = sample.filter(({ pk }) => !doubtful.includes(pk));
    const ids = expected.map(({ pk }) => pk);
    const found = ids.length === 0 ? [] : await read(house, target, { ids, limit: SAMPLE });
    if (!isDeepStrictEqual(byKey(expected), byKey(found))) {
      throw new EngineError('unavailable', `${target} holds other articles than ${index}.`);
    }
  }
}

/** Articles of an index without some. */
async function countOthers({ client }: House, index: string, keys: string[]): Promise<number> {
  const all = await countArticles(client, index);
  if (keys.length === 0) return all;
  const wanted = { ids: keys, fields: ['pk'], limit: keys.length };
  return all - (await client.documents(index, wanted, Key)).length;
}

interface Wanted {
  readonly ids?: string[];
  readonly filter?: string;
  readonly sort?: string[];
  readonly limit: number;
}

const read = ({ client }: House, index: string, wanted: Wanted): Promise<Sampled[]> =>
  client.documents(index, { ...wanted, fields: ['pk', 'n', ...ARTICLE_FIELDS] }, Sampled);

const byKey = (documents: readonly Sampled[]): ReadonlyMap<string, Sampled> =>
  new Map(documents.map((document) => [document.pk, document]));
