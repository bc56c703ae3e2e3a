import type { Deletion, Entry, Outbox, Put } from './outbox.js';

/** Operations that go to the server together: one for each primary key, so in any order. */
export interface Batch {
  readonly puts: readonly (Put & { readonly seq: number })[];
  readonly deletes: readonly (Deletion & { readonly seq: number })[];
}

/**
 * What came of a batch.
 * - `ok`: the server has applied all of it.
 * - `retry`: why not now: the server is away or busy. It may have applied some of it, but will not
 *   do so later.
 * - `refused`: why the server calls documents invalid; `at` is the primary key of one that it named.
 *   Only for faults of documents: what is refused is not sent again.
 */
export type SendOutcome =
  | { readonly ok: true }
  | { readonly retry: string }
  | { readonly refused: string; readonly at?: string | undefined };

export type Send = (batch: Batch) => Promise<SendOutcome>;

/** The last operation on a document; `seqs` are its number and those that it makes needless. */
interface Version {
  readonly entry: Entry;
  readonly seqs: readonly number[];
}

export interface Delivery {
  readonly outbox: Outbox;
  readonly send: Send;
  onRefused(id: string, reason: string): void;
}

/**
 * Sends entries, the last of each document, and settles them in the outbox. A batch that is refused
 * is halved until the guilty documents are found. When the last operation on a document is refused,
 * those before it go on waiting: the next delivery sends them. Returns why the rest must be tried
 * again, or undefined.
 */
export const deliver = (delivery: Delivery, entries: readonly Entry[]) =>
  sendVersions(delivery, latest(entries));

function latest(entries: readonly Entry[]): Version[] {
  const versions = new Map<string, { entry: Entry; seqs: number[] }>();
  for (const entry of entries) {
    const seqs = versions.get(entry.pk)?.seqs ?? [];
    seqs.push(entry.seq);
    versions.set(entry.pk, { entry, seqs });
  }
  return [...versions.values()];
}

async function sendVersions(
  delivery: Delivery,
  versions: readonly Version[],
): Promise<string | undefined> {
  if (versions.length === 0) return undefined;
  const outcome = await delivery.send(toBatch(versions));
  if ('retry' in outcome) return outcome.retry;
  if ('refused' in outcome) return separate(delivery, versions, outcome.refused, outcome.at);
  delivery.outbox.done(versions.flatMap(({ seqs }) => seqs));
  return undefined;
}

/** Halves are of documents, not of time: the server may have applied some of what it refused. */
async function separate(
  delivery: Delivery,
  versions: readonly Version[],
  reason: string,
  at: string | undefined,
): Promise<string | undefined> {
  const named = versions.find(({ entry }) => entry.pk === at);
  const guilty = versions.length === 1 ? versions[0] : named;
  if (guilty) {
    delivery.outbox.refuse(guilty.entry.seq, reason);
    delivery.onRefused(guilty.entry.id, reason);
    const rest = versions.filter((version) => version !== guilty);
    return sendVersions(delivery, rest);
  }
  const middle = Math.ceil(versions.length / 2);
  const kept = await sendVersions(delivery, versions.slice(0, middle));
  return kept ?? sendVersions(delivery, versions.slice(middle));
}

function toBatch(versions: readonly Version[]): Batch {
  const entries = versions.map(({ entry }) => entry);
  return {
    puts: entries.filter((entry) => entry.kind === 'put'),
    deletes: entries.filter((entry) => entry.kind === 'delete'),
  };
}
