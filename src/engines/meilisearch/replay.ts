import { z } from 'zod';
import type { Copier } from './copy.js';
import { NumberedArticle } from './document.js';
import type { Entry, Outbox } from './outbox.js';

const Written = z
  .string()
  .transform((json): unknown => JSON.parse(json))
  .pipe(NumberedArticle);

const PAGE = 500;
/** No less than what goes to the server at once. */
const BATCH_BYTES = 20_000_000;
const BATCH_ENTRIES = 20_000;

/**
 * Writes to an index what has been sent to the live one after an entry. Of each document only the
 * last is written: where it is there already, nobody sees an older one. Returns the entry after
 * which there may be more to replay.
 */
export async function replay(outbox: Outbox, copier: Copier, after: number): Promise<number> {
  const sent = sentSoFar(outbox);
  const newest = new Map<string, number>();
  for (const { pk, seq } of entriesAfter(outbox, after, sent)) newest.set(pk, seq);
  const removed: string[] = [];
  for (const entry of entriesAfter(outbox, after, sent)) {
    if (newest.get(entry.pk) !== entry.seq) continue;
    if (entry.kind === 'delete') removed.push(entry.pk);
    else await copier.put(Written.parse(entry.document));
  }
  await copier.remove(removed);
  await copier.finish();
  return Math.max(after, sent.allUpTo);
}

/** What waits, as far as it may have been sent by somebody who did not live to see the answer. */
export const inDoubt = (outbox: Outbox): Entry[] => outbox.waiting(BATCH_BYTES, BATCH_ENTRIES);

/** Everything up to this entry was sent, but for what was refused. */
export const lastSent = (outbox: Outbox): number => sentSoFar(outbox).allUpTo;

/** Which entries were sent: all up to one, and up to another those that do not wait. */
interface Sent {
  readonly allUpTo: number;
  readonly someUpTo: number;
  readonly waiting: ReadonlySet<number>;
}

/**
 * A batch that is refused is sent in parts, so that later entries may have been sent while earlier
 * ones wait; beyond a batch none has been.
 */
function sentSoFar(outbox: Outbox): Sent {
  // Asked in this order, since other processes append meanwhile.
  const last = outbox.lastSeq();
  const { entries } = outbox.pending();
  const doubtful = inDoubt(outbox);
  const numbers = doubtful.map(({ seq }) => seq);
  const first = numbers[0] ?? Infinity;
  const end = numbers.at(-1) ?? Infinity;
  return {
    allUpTo: Math.min(last, first - 1),
    someUpTo: Math.min(last, doubtful.length < entries ? end : Infinity),
    waiting: new Set(numbers),
  };
}

function* entriesAfter(
  outbox: Outbox,
  after: number,
  { someUpTo, waiting }: Sent,
): Generator<Entry> {
  for (let seen = after; seen < someUpTo;) {
    const entries = outbox.journal(seen, PAGE);
    yield* entries.filter(({ seq }) => seq <= someUpTo && !waiting.has(seq));
    const [end] = entries.slice(-1);
    if (!end) return;
    seen = end.seq;
  }
}
