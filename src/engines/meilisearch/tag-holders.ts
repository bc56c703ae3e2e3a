import type { PushOptions } from '../../../indexer/engine.js';
import { allOf } from './filter.js';
import { candidateFilter, readCandidates, wordingsIn, type HeldText } from './holders.js';
import type { House } from './house.js';
import { enqueue, succeed } from './live.js';

const PAGE = 500;
/** A filter of many more conditions is slow. */
const WORDINGS_AT_ONCE = 50;

/**
 * Writes new wordings into the documents that hold them, and gives how many do; only documents with
 * all words of one are looked at. Sending rests for one page at a time, so that nothing that is
 * written meanwhile is replaced by what was read before; what waits gets its wordings when it is sent.
 */
export async function tagHolders(
  house: House,
  added: readonly string[],
  { dryRun, onProgress = () => undefined }: Omit<PushOptions, 'wordsOnly'>,
): Promise<number> {
  const holders = new Set<string>();
  let [done, total] = [0, 0];
  for (let at = 0; at < added.length; at += WORDINGS_AT_ONCE) {
    const wordings = added.slice(at, at + WORDINGS_AT_ONCE);
    const filter = candidateFilter(wordings);
    total += await countOf(house, filter);
    for (let after = 0; ;) {
      const page = await tagPage(house, wordings, { filter, after, dryRun });
      for (const pk of page.holders) holders.add(pk);
      if (page.read === 0) break;
      after = page.last;
      done += page.read;
      onProgress({ done, total: Math.max(done, total) });
    }
  }
  return holders.size;
}

async function countOf({ client, index }: House, filter: string): Promise<number> {
  const [found] = await client.search(index, [{ filter, limit: 0 }]);
  return found?.estimatedTotalHits ?? 0;
}

interface PageWanted {
  readonly filter: string;
  /** Number of the last document that was looked at. */
  readonly after: number;
  readonly dryRun: boolean;
}

interface TaggedPage {
  readonly read: number;
  readonly last: number;
  readonly holders: readonly string[];
}

const tagPage = (
  house: House,
  wordings: readonly string[],
  { filter, after, dryRun }: PageWanted,
): Promise<TaggedPage> =>
  house.drainer.pause(async () => {
    const { client, index } = house;
    const rest = allOf([`n > ${after}`, filter]);
    const read = await readCandidates(client, index, rest, { sort: 'n:asc', limit: PAGE });
    const tagged = read.flatMap((text) => tag(text, wordings, house));
    if (tagged.length > 0 && !dryRun) {
      await succeed(client, await enqueue(client, client.raw.index(index).updateDocuments(tagged)));
    }
    const holders = tagged.map(({ pk }) => pk);
    return { read: read.length, last: read.at(-1)?.n ?? after, holders };
  });

/** Only the field of the wordings is sent, with the making that tells memories apart. */
function tag(text: HeldText, wordings: readonly string[], { making }: House) {
  const held = wordingsIn(text, making.wordings.findIn);
  return held.some((id) => wordings.includes(id))
    ? [{ pk: text.pk, byWording: held, made: making.made }]
    : [];
}
