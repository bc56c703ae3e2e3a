import { IdempotencyMismatchError } from './errors.js';
import type { Entry } from './record.js';
import type { JobStore } from './store.js';

/** A job that a caller asked for. */
export interface Admitted {
  readonly entry: Entry;
  /** The caller had asked for it before, with the same key: nothing new will be done. */
  readonly repeated: boolean;
}

type Wanted = Pick<Entry, 'idempotency'> & { readonly by: string | undefined };

/** Sees to it that the same key makes one job, also when asked twice at the same moment. */
export function createAdmission(store: JobStore) {
  const underWay = new Map<string, Promise<Entry>>();

  /**
   * Makes the job, unless one was made with the same key. Keys are those of one asker.
   * @throws IdempotencyMismatchError when it was made of something else
   */
  return async function admit(wanted: Wanted, make: () => Promise<Entry>): Promise<Admitted> {
    const { idempotency, by } = wanted;
    if (idempotency === undefined) return { entry: await make(), repeated: false };
    const scope = JSON.stringify([by, idempotency.key]);
    // Between seeing that nobody makes it and making it nothing may be awaited.
    for (let other = underWay.get(scope); other; other = underWay.get(scope)) {
      const first = await other.catch(() => undefined);
      if (first) return { entry: sameAs(first, idempotency.fingerprint), repeated: true };
    }
    const first = find(idempotency.key, by);
    if (first) return { entry: sameAs(first, idempotency.fingerprint), repeated: true };
    const made = make();
    underWay.set(scope, made);
    try {
      return { entry: await made, repeated: false };
    } finally {
      underWay.delete(scope);
    }
  };

  function find(key: string, by: string | undefined): Entry | undefined {
    return store.entries().find((entry) => entry.job.by === by && entry.idempotency?.key === key);
  }
}

function sameAs(first: Entry, fingerprint: string): Entry {
  if (first.idempotency?.fingerprint === fingerprint) return first;
  throw new IdempotencyMismatchError(first.job.id);
}
