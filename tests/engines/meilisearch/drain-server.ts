import { setImmediate } from 'node:timers/promises';
import type { Batch, Send, SendOutcome } from '../../../src/engines/meilisearch/drain.js';
import type { Entry } from '../../../src/engines/meilisearch/outbox.js';

/**
 * What a server does with the next batch: takes it, is away, takes the deletions alone and goes
 * away, or takes everything and goes away before it has said so.
 */
export type Mood = 'well' | 'away' | 'half' | 'mute';

/** Documents with this word in them are invalid. */
export const POISON = 'poison';

/** Stands for Meilisearch; what must never happen to it is listed in `faults`. */
export interface FakeServer {
  readonly send: Send;
  readonly documents: ReadonlyMap<string, string>;
  readonly batches: readonly Batch[];
  readonly faults: readonly string[];
  /** Moods for the next batches; afterwards it is well. */
  readonly moods: Mood[];
  /** Names the guilty document when it refuses a batch. */
  namesGuilty: boolean;
}

export const idsOf = ({ puts, deletes }: Batch): string[] => [
  ...puts.map(({ id }) => id),
  ...deletes.map(({ id }) => `-${id}`),
];

export function createServer(): FakeServer {
  const documents = new Map<string, string>();
  const newest = new Map<string, number>();
  const batches: Batch[] = [];
  const faults: string[] = [];
  let isBusy = false;

  function apply(entry: Entry): void {
    if (entry.seq < (newest.get(entry.pk) ?? 0)) faults.push(`older ${entry.id} came later`);
    newest.set(entry.pk, entry.seq);
    if (entry.kind === 'put') documents.set(entry.pk, entry.document);
    else documents.delete(entry.pk);
  }

  async function send(batch: Batch): Promise<SendOutcome> {
    if (isBusy) faults.push('two batches at once');
    isBusy = true;
    await setImmediate();
    batches.push(batch);
    const outcome = take(batch, server.moods.shift() ?? 'well');
    isBusy = false;
    return outcome;
  }

  function take({ puts, deletes }: Batch, mood: Mood): SendOutcome {
    if (mood === 'away') return { retry: 'connection refused' };
    deletes.forEach(apply);
    if (mood === 'half') return { retry: 'too many requests' };
    const guilty = puts.find(({ document }) => document.includes(POISON));
    if (guilty) return { refused: 'poisoned', at: server.namesGuilty ? guilty.pk : undefined };
    puts.forEach(apply);
    return mood === 'mute' ? { retry: 'timeout' } : { ok: true };
  }

  const moods: Mood[] = [];
  const server = { send, documents, batches, faults, moods, namesGuilty: false };
  return server;
}
