import type { SearchDocument } from '../../../indexer/document.js';
import { DocumentsRefusedError } from '../../../indexer/engine.js';
import { toMeiliDocument } from './document.js';
import { RefusedError } from './drain.js';
import type { House } from './house.js';
import type { Operation } from './outbox.js';
import { countExisting } from './read.js';
import { LAST_REMOVAL } from './stats.js';
import { primaryKey } from './values.js';

/** Adds or replaces documents: durable when it resolves, found as soon as the server is there. */
export async function upsert(house: House, documents: readonly SearchDocument[]): Promise<void> {
  if (documents.length === 0) return;
  const first = house.outbox.stamps(documents.length);
  const operations = documents.map((document, at): Operation => {
    const stored = toMeiliDocument(document, first + at, house.making);
    return {
      kind: 'put',
      pk: stored.pk,
      id: document.article.id,
      document: JSON.stringify(stored),
    };
  });
  await write(house, operations);
}

/** Removes documents; returns how many of the ids existed. */
export async function remove(house: House, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0;
  const existing = await countExisting(house, ids);
  house.outbox.writeState(LAST_REMOVAL, Date.now());
  await write(
    house,
    ids.map((id) => ({ kind: 'delete', pk: primaryKey(id), id })),
  );
  return existing;
}

async function write({ outbox, drainer }: House, operations: readonly Operation[]): Promise<void> {
  try {
    await drainer.flush(outbox.append(operations));
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    throw new DocumentsRefusedError(error.refusals, { cause: error });
  }
}
