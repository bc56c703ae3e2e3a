import type { Request, RequestHandler, Response } from 'express';
import type { Filter } from '../../../indexer/filter.js';
import type { Role } from '../../keys/secret.js';
import { Problem } from '../problem.js';
import type { Access } from '../route.js';

/** Who asks: nobody in particular, or the holder of a key. */
export interface Caller {
  readonly role: Role | 'anonymous';
  /** Public id of the key. */
  readonly keyId?: string;
  /** Only documents that pass it exist for this caller. */
  readonly filter?: Filter;
  /** Requests a minute, where the key has its own rate. */
  readonly rate?: number;
}

/** What is known of a key that was presented. */
export type KeyVerdict =
  | { readonly known: false }
  | { readonly known: true; readonly expired: boolean; readonly caller: Caller };

export type KeyCheck = (key: string) => KeyVerdict;

const ANONYMOUS: Caller = { role: 'anonymous' };
const CHALLENGE = { 'WWW-Authenticate': 'Bearer realm="axtar"' };

/** What the request's key says, before anything is refused: the rate limit comes first. */
interface Presented {
  readonly caller: Caller;
  readonly problem?: Problem;
}

const presented = new WeakMap<Response, Presented>();

/** Looks at the key of a request, from `Authorization: Bearer` alone: never from the address. */
export const identify = (check: KeyCheck): RequestHandler =>
  function identifyCaller(request, response, next) {
    presented.set(response, lookAt(request, check));
    next();
  };

/** As `identify`, with the key that `keyOf` finds and no other. */
export const identifyBy = (
  check: KeyCheck,
  keyOf: (request: Request) => string | undefined,
): RequestHandler =>
  function identifyCallerBy(request, response, next) {
    const key = keyOf(request);
    presented.set(response, key === undefined ? { caller: ANONYMOUS } : judge(key, check));
    next();
  };

function lookAt(request: Request, check: KeyCheck): Presented {
  const header = request.get('Authorization');
  if (header === undefined) return { caller: ANONYMOUS };
  return judge(/^Bearer +(\S{1,200})$/i.exec(header)?.[1], check);
}

function judge(key: string | undefined, check: KeyCheck): Presented {
  const verdict: KeyVerdict = key === undefined ? { known: false } : check(key);
  if (!verdict.known) return { caller: ANONYMOUS, problem: refused('key_invalid') };
  if (verdict.expired) return { caller: ANONYMOUS, problem: refused('key_expired') };
  return { caller: verdict.caller };
}

const refused = (code: 'key_invalid' | 'key_expired') =>
  new Problem(code, 'Expected "Authorization: Bearer" with a key that is in use.', [], CHALLENGE);

/** The caller as far as it is known; for counting requests. */
export const callerOf = (response: Response): Caller =>
  presented.get(response)?.caller ?? ANONYMOUS;

/** Whether the request came with a key that is not, or no longer, in use. */
export const presentsRefusedKey = (response: Response): boolean =>
  presented.get(response)?.problem !== undefined;

const RANKS: Readonly<Record<Caller['role'], number>> = {
  anonymous: 0,
  search: 1,
  editor: 2,
  admin: 3,
};

/**
 * The caller, when it may call this.
 * @throws Problem `key_missing`, `key_invalid`, `key_expired` or `forbidden`
 */
export function authorise(response: Response, access: Access, searchIsOpen: boolean): Caller {
  const { caller, problem } = presented.get(response) ?? { caller: ANONYMOUS };
  if (access === 'public') return caller;
  if (problem) throw problem;
  if (access === 'search' && searchIsOpen) return caller;
  if (RANKS[caller.role] >= RANKS[access]) return caller;
  if (caller.role !== 'anonymous') {
    throw new Problem('forbidden', `Expected a key of role ${access} or above.`);
  }
  throw new Problem('key_missing', 'Expected "Authorization: Bearer" with a key.', [], CHALLENGE);
}
