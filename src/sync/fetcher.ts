import { FetchError } from './fetch-error.js';
import { fetchSafely, type Answer, type FetchLimits } from './fetch-safely.js';
import { checkAddress, type Resolve } from './address-guard.js';
import { CLOCK, createTurns, retryTime, type Clock, type Pauses } from './politeness.js';
import { ALLOW_ALL, readRobots, rememberRobots, type RobotsRules } from './robots.js';

/** How one address is asked for. */
export interface GetOptions {
  readonly allowPrivate: boolean;
  /** Least milliseconds between two requests to one host. */
  readonly delay: number;
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
  readonly accepts?: (contentType: string) => boolean;
  readonly signal?: AbortSignal | undefined;
}

/** An answer with the address that gave it in the end. */
export interface Fetched extends Answer {
  readonly address: string;
}

/** Fetches what sources need, politely. */
export interface Fetcher {
  /**
   * Asks for an address as robots.txt allows and in the turn of its host, follows redirects, and
   * asks once more where a host wants to be asked later. 200, 304, 404 and 410 are answers.
   * @throws FetchError for every other answer, and for none
   */
  get(address: string, options: GetOptions): Promise<Fetched>;
}

export interface FetcherOptions {
  /** Who asks: `Axtar/0.1.0 (+https://portal.az/axtar)`. */
  readonly userAgent: () => string;
  readonly pauses: Pauses;
  readonly clock?: Clock;
  readonly limits?: Partial<FetchLimits>;
  readonly resolve?: Resolve;
}

const MOST_REDIRECTS = 5;
const ANSWERS = new Set([200, 304, 404, 410]);
const BUSY = new Set([429, 503]);

/** Makes a fetcher; turns and robots.txt are those of one process. */
export function createFetcher(options: FetcherOptions): Fetcher {
  const { pauses, clock = CLOCK } = options;
  const takeTurn = createTurns(pauses, clock);
  const robotsOf = rememberRobots(clock.now);

  const askOnce = (url: URL, get: GetOptions, delay: number): Promise<Answer> =>
    takeTurn({ host: url.host, delay: Math.max(delay, get.delay), signal: get.signal }, () =>
      fetchSafely(url.href, {
        headers: headersOf(options.userAgent(), get),
        guard: { allowPrivate: get.allowPrivate, resolve: options.resolve },
        limits: options.limits,
        signal: get.signal,
        accepts: get.accepts,
      }),
    );

  /** Asks once more when the host says soon; the turn waits until then. */
  async function askPatiently(url: URL, get: GetOptions, delay: number): Promise<Answer> {
    const first = await askOnce(url, get, delay);
    if (!BUSY.has(first.status)) return first;
    rest(url, first);
    const again = await askOnce(url, get, delay);
    if (BUSY.has(again.status)) rest(url, again);
    return again;
  }

  function rest({ host }: URL, { headers }: Answer): void {
    const until = retryTime(headers['retry-after'], clock.now());
    pauses.pause(host, Math.min(until, clock.now() + LONGEST_PAUSE_MS));
  }

  function robotsFor(url: URL, get: GetOptions): Promise<RobotsRules> {
    return robotsOf(url.origin, async () => {
      const { signal, allowPrivate, delay } = get;
      const address = `${url.origin}/robots.txt`;
      const follow = (hop: URL) => askOnce(hop, { signal, allowPrivate, delay }, 0);
      const { status, body } = await followRedirects(address, follow);
      // A site that cannot say what it allows allows nothing until it can.
      if (status >= 500 || BUSY.has(status)) {
        throw new FetchError('status', `its robots.txt answered ${status}`, { status });
      }
      return status === 200 ? readRobots(address, body.toString()) : ALLOW_ALL;
    });
  }

  async function askAllowed(url: URL, get: GetOptions): Promise<Answer> {
    checkAddress(url, get);
    const rules = await robotsFor(url, get);
    if (!rules.allows(url.href)) throw new FetchError('robots', 'robots.txt does not allow it');
    return askPatiently(url, get, rules.delay);
  }

  return {
    get: async (address, get) => {
      const fetched = await followRedirects(address, (url) => askAllowed(url, get));
      const { status } = fetched;
      if (!ANSWERS.has(status)) throw new FetchError('status', `answered ${status}`, { status });
      return fetched;
    },
  };
}

/** No host keeps us away for longer by one answer. */
const LONGEST_PAUSE_MS = 24 * 3600 * 1000;

function headersOf(userAgent: string, { etag, lastModified }: GetOptions): Record<string, string> {
  return {
    'user-agent': userAgent,
    'accept-encoding': 'gzip, deflate, br',
    'accept-language': 'az, ru;q=0.5, en;q=0.5, *;q=0.1',
    accept: 'text/html, application/xhtml+xml, application/xml, application/json;q=0.9, */*;q=0.5',
    ...(etag === undefined ? {} : { 'if-none-match': etag }),
    ...(lastModified === undefined ? {} : { 'if-modified-since': lastModified }),
  };
}

/** Every hop is asked for as if it were the first: robots.txt, turn and guard are those of its host. */
async function followRedirects(
  address: string,
  ask: (url: URL) => Promise<Answer>,
): Promise<Fetched> {
  let url = new URL(address);
  for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
    const answer = await ask(url);
    const { location } = answer.headers;
    if (![301, 302, 303, 307, 308].includes(answer.status) || location === undefined) {
      return { ...answer, address: url.href };
    }
    if (!URL.canParse(location, url.href))
      throw new FetchError('redirects', 'it redirects to nowhere');
    url = new URL(location, url.href);
  }
  throw new FetchError('redirects', `it redirects more than ${MOST_REDIRECTS} times`);
}
