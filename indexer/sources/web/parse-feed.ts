import { parseFeed as parseAny } from 'feedsmith';
import { tidyAddress } from './address.js';
import { AnyFeed, fromAtom, fromRss } from './feed-items.js';
import { refuseEntities, XmlError } from './xml.js';

/** A feed as we read it, whatever its format. */
export interface Feed {
  readonly title?: string;
  readonly items: readonly FeedItem[];
}

/** An item of a feed; what it does not say is absent. */
export interface FeedItem {
  /** What the item is known by within its feed. */
  readonly key: string;
  /** Absolute http or https address of the page. */
  readonly url?: string;
  readonly title?: string;
  /** HTML of the whole text, where the feed gives it. */
  readonly content?: string;
  /** HTML of the summary. */
  readonly summary?: string;
  readonly author?: string;
  /** As the feed writes it. */
  readonly date?: string;
  readonly updated?: string;
  readonly topics: readonly string[];
}

/** What an item gives, before its address is made absolute and its key found. */
export type RawFeedItem = { readonly [Key in keyof FeedItem]?: FeedItem[Key] | undefined };

/**
 * Reads RSS (0.9 to 2.0) or Atom. Items without a title and without text are left out, and of items
 * with one key the first counts.
 *
 * @param address where the feed was found; relative links are read from there
 * @example parseFeed('<rss version="2.0"><channel><item><title>Yeni park</title><link>/1</link></item></channel></rss>', 'https://a.az/rss')
 * // { items: [{ key: 'https://a.az/1', url: 'https://a.az/1', title: 'Yeni park', topics: [] }] }
 * @throws XmlError when it is no feed, or broken
 */
export function parseFeed(xml: string, address: string): Feed {
  refuseEntities(xml);
  const { title, items } = readAny(xml);
  const read = items.flatMap((item) => toItem(item, address));
  const byKey = new Map(read.toReversed().map((item) => [item.key, item]));
  const unique = read.filter((item) => byKey.get(item.key) === item);
  return { ...(title === undefined ? {} : { title }), items: unique };
}

function readAny(xml: string): { title?: string | undefined; items: RawFeedItem[] } {
  const parsed = AnyFeed.safeParse(parseXml(xml));
  if (!parsed.success) throw new XmlError('expected an RSS or Atom feed');
  const { format, feed } = parsed.data;
  return format === 'atom'
    ? { title: feed.title.value, items: feed.entries.map(fromAtom) }
    : { title: feed.title, items: feed.items.map(fromRss) };
}

function parseXml(xml: string): unknown {
  try {
    return parseAny(xml);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new XmlError(`expected an RSS or Atom feed: ${reason}`, { cause: error });
  }
}

function toItem(raw: RawFeedItem, address: string): FeedItem[] {
  const url = tidyAddress(raw.url, address);
  const key = raw.key ?? url;
  if (key === undefined || !(raw.title ?? raw.content ?? raw.summary ?? url)) return [];
  const { topics = [], ...rest } = { ...raw, url };
  const said = Object.entries(rest).filter(([, value]) => value !== undefined && value !== '');
  return [{ ...Object.fromEntries(said), key, topics }];
}
