import { createHash } from 'node:crypto';
import { decodeBody } from '../../indexer/sources/web/charset.js';
import { fullTextOf, readFeedItem, withFeedItem } from '../../indexer/sources/web/feed-record.js';
import { HtmlError } from '../../indexer/sources/web/dom.js';
import { parseFeed, type FeedItem } from '../../indexer/sources/web/parse-feed.js';
import { FetchError } from './fetch-error.js';
import { NOTHING_NEW, type Listed, type Listing, type ListingContext } from './listing.js';
import { readPage, toItem } from './read-page.js';
import type { SourceOf } from './source-shapes.js';
import { getOptions, markOf } from './web-get.js';

/**
 * Lists the items of a feed, oldest first. A feed holds the newest only, so that what it does not
 * list any more is not gone.
 * @throws FetchError, XmlError
 */
export async function* listFeed(source: SourceOf<'feed'>, context: ListingContext): Listing {
  const mark = context.state.mark(source.id, source.url);
  const options = { ...getOptions(source, context), ...mark };
  const fetched = await context.fetcher.get(source.url, options);
  if (fetched.status === 304) return NOTHING_NEW;
  if (fetched.status !== 200) throw new FetchError('status', `answered ${fetched.status}`, fetched);
  const { text } = decodeBody(fetched.body, fetched.headers['content-type']);
  for (const item of parseFeed(text, fetched.address).items.toReversed()) {
    yield toListed(item, source, context);
  }
  return { ...NOTHING_NEW, marks: [markOf(source.url, fetched)] };
}

function toListed(item: FeedItem, source: SourceOf<'feed'>, context: ListingContext): Listed {
  const { url } = item;
  return {
    key: item.key,
    address: url ?? source.url,
    stamp: stampOf(item, source),
    read: async (known) => {
      if (url === undefined || isEnough(item, source)) {
        const record = readFeedItem(item, source.url, context.rules);
        return { kind: 'read', items: [toItem(record, source, context)] };
      }
      return readPage(url, known, source, context, (page) =>
        withFeedItem(page, item, context.rules),
      );
    },
  };
}

/** Another way of reading the same item gives another article. */
const stampOf = (item: FeedItem, { content }: SourceOf<'feed'>): string =>
  createHash('sha256')
    .update(JSON.stringify([content, item]))
    .digest('hex')
    .slice(0, 24);

function isEnough(item: FeedItem, { content }: SourceOf<'feed'>): boolean {
  if (content !== 'auto') return content === 'item';
  try {
    return fullTextOf(item) !== undefined;
  } catch (error) {
    if (error instanceof HtmlError) return false;
    throw error;
  }
}
