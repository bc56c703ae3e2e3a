import { lookup as systemLookup, type LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { FetchError } from './fetch-error.js';

/** Finds the addresses of a host name. */
export type Resolve = (
  host: string,
  done: (error: Error | null, addresses: readonly LookupAddress[]) => void,
) => void;

export interface Guard {
  /** Whether addresses of this machine and of private networks may be asked. */
  readonly allowPrivate: boolean;
  readonly resolve?: Resolve | undefined;
}

/** Ranges that an intranet is made of. All others but the public ones are never asked. */
const PRIVATE = new Set(['loopback', 'private', 'uniqueLocal', 'carrierGradeNat']);

/**
 * Refuses addresses that no source may have: other than http and https, with a user name, or of a
 * host that is written as a number which may not be asked.
 *
 * @example checkAddress(new URL('http://169.254.169.254/'), { allowPrivate: true }) // throws
 * @throws FetchError `address_refused`
 */
export function checkAddress(url: URL, guard: Guard): void {
  if (!/^https?:$/.test(url.protocol)) throw refused(`expected http or https, not ${url.protocol}`);
  if (url.username !== '' || url.password !== '') {
    throw refused('an address with a user name or a password is not asked');
  }
  // A host that is a number is never looked up, so that the check of look-ups does not see it.
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (ipaddr.isValid(host)) checkNumber(host, guard);
}

/**
 * Looks a host up for a connection and refuses what it must not reach. The addresses that are checked
 * are those that are connected to: a name that changes its address between two look-ups gains nothing.
 */
export function guardedLookup(guard: Guard): LookupFunction {
  const resolve = guard.resolve ?? resolveBySystem;
  return (host, { all }, callback) => {
    resolve(host, (error, addresses) => {
      const problem = error ?? problemOf(addresses, guard);
      const [first] = addresses;
      if (problem || !first) callback(problem ?? refused(`${host} has no address`), '');
      else if (all) callback(null, [...addresses]);
      else callback(null, first.address, first.family);
    });
  };
}

const resolveBySystem: Resolve = (host, done) => {
  systemLookup(host, { all: true }, (error, addresses) => done(error, error ? [] : addresses));
};

/** One that may not be asked is enough: nobody has public and private addresses by one name. */
function problemOf(addresses: readonly LookupAddress[], guard: Guard): Error | undefined {
  try {
    for (const { address } of addresses) checkNumber(address, guard);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function checkNumber(address: string, { allowPrivate }: Guard): void {
  const range = ipaddr.isValid(address) ? ipaddr.process(address).range() : 'unknown';
  if (range === 'unicast' || (allowPrivate && PRIVATE.has(range))) return;
  const advice = PRIVATE.has(range) ? '; "allowPrivate": true of the source allows it' : '';
  throw refused(`${address} is no public address (${range})${advice}`);
}

const refused = (message: string) => new FetchError('address_refused', message);
