import { decodeBody } from '../../indexer/sources/web/charset.js';
import { readHtmlPage } from '../../indexer/sources/web/page-html.js';
import type { WebRecord } from '../../indexer/sources/web/web-record.js';
import type { SourceItem } from '../../indexer/sources/source.js';
import type { ListingContext, Reading } from './listing.js';
import type { WebSource } from './source-shapes.js';
import type { KnownEntry } from './state.js';
import { getOptions, isPage, markOf } from './web-get.js';

/**
 * Fetches a page and makes its article; unless it changed since it was read last.
 *
 * @param complete adds what was known of the page before it was fetched
 */
export async function readPage(
  address: string,
  known: KnownEntry | undefined,
  source: WebSource,
  context: ListingContext,
  complete: (record: WebRecord) => WebRecord = (record) => record,
): Promise<Reading> {
  // What came to nothing is read again whole.
  const { etag, lastModified } = known?.problem === undefined ? (known ?? {}) : {};
  const options = { ...getOptions(source, context), accepts: isPage, etag, lastModified };
  const fetched = await context.fetcher.get(address, options);
  if (fetched.status === 304) return { kind: 'unchanged' };
  if (fetched.status !== 200) return { kind: 'gone' };
  const { text } = decodeBody(fetched.body, fetched.headers['content-type']);
  const record = complete(readHtmlPage(text, fetched.address, context.rules));
  return {
    kind: 'read',
    items: [toItem(record, source, context)],
    ...markOf(address, fetched),
  };
}

/**
 * The article of a record, with what the operator says of the source.
 * @throws RecordError
 */
export function toItem(
  record: WebRecord,
  source: WebSource,
  { toArticle }: ListingContext,
): SourceItem {
  const topics = record.topics?.length ? record.topics : (source.topics ?? []);
  const named = { ...record, topics, source: source.name ?? record.source };
  const idBase = { name: record.id, shared: false };
  return { place: record.url, article: toArticle({ place: record.url, record: named, idBase }) };
}
