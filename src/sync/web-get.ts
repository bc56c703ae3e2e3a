import type { Fetched, GetOptions } from './fetcher.js';
import type { ListingContext } from './listing.js';
import type { WebSource } from './source-shapes.js';
import type { Mark } from './state.js';

/** Types under which portals send what they should send as another. */
const TEXTUAL = /^\s*(?:text\/|application\/(?:[\w.+-]*xml|json|octet-stream|x?-?gzip|rss|atom))/i;
const PAGE = /^\s*(?:text\/(?:html|plain|xml)|application\/(?:xhtml\+xml|xml))/i;

export const isTextual = (type: string): boolean => TEXTUAL.test(type);
export const isPage = (type: string): boolean => PAGE.test(type);

/** How the pages and listings of a source are asked for. */
export function getOptions(source: WebSource, context: ListingContext): GetOptions {
  return {
    allowPrivate: source.allowPrivate,
    delay: source.delay * 1000,
    signal: context.signal,
    accepts: isTextual,
  };
}

/** What an answer says of its version. */
export function markOf(address: string, { headers }: Fetched): Mark {
  return { address, etag: headers['etag'], lastModified: headers['last-modified'] };
}
