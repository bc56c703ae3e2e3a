import type { Outbox, Refusal } from './outbox.js';

/** What a caller who wants entries sent is told. */
export type Answer = 'sent' | 'kept';

/** What callers are told while their entries cannot be sent. */
export type Trouble = 'kept' | { readonly error: unknown };

/** Those who wait until their entries are sent. */
export interface Callers {
  /** Resolves when everything up to `upTo` is settled, or at once while there is trouble. */
  join(upTo: number): Promise<Answer>;
  /** Answers whoever can be answered by now. */
  tell(): void;
  isEmpty(): boolean;
  /** From now on nobody waits for what is not sent; undefined ends that. */
  setTrouble(trouble: Trouble | undefined): void;
}

/** The server does not take documents, and never will as they are. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';

  constructor(readonly refusals: readonly Pick<Refusal, 'id' | 'reason'>[]) {
    const reasons = refusals.slice(0, 3).map(({ id, reason }) => `${id}: ${reason}`);
    const more = refusals.length > 3 ? [`and ${refusals.length - 3} more`] : [];
    super(`Meilisearch does not take ${[...reasons, ...more].join('; ')}`);
  }
}

interface Caller {
  readonly upTo: number;
  resolve(answer: Answer): void;
  reject(error: unknown): void;
}

/** Callers who wait for entries of `outbox`. */
export function createCallers(outbox: Outbox): Callers {
  const callers = new Set<Caller>();
  let trouble: Trouble | undefined;

  function tell(): void {
    for (const caller of callers) {
      if (isTold(caller)) callers.delete(caller);
    }
  }

  function isTold({ upTo, resolve, reject }: Caller): boolean {
    try {
      const fate = outbox.isSettled(upTo);
      if (fate === 'sent') resolve(fate);
      else if (fate !== 'waiting') reject(new RefusedError(fate.refused));
      else if (trouble === 'kept') resolve(trouble);
      else if (trouble) reject(trouble.error);
      else return false;
    } catch (error) {
      reject(error);
    }
    return true;
  }

  const join = (upTo: number): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const caller = { upTo, resolve, reject };
      if (!isTold(caller)) callers.add(caller);
    });

  return {
    join,
    tell,
    isEmpty: () => callers.size === 0,
    setTrouble: (next) => void (trouble = next),
  };
}
