import type { ExtractionRules } from '../../extraction/rules.js';
import { readLabelledByline } from '../../extraction/person.js';
import { idOfAddress, siteOf } from './address.js';
import { readArticleText } from './article-text.js';
import { htmlToText } from './html-text.js';
import type { FeedItem } from './parse-feed.js';
import { readWebDate } from './web-date.js';
import type { WebRecord } from './web-record.js';

/** Characters of text that a summary seldom has. */
const LEAST_FULL = 500;
/** What a text ends with that is only begun: dots, or an invitation to read on. */
const CUT =
  /(?:…|\.\.\.|\[…\]|\[\.\.\.\]|davamı|davamını oxu\p{L}*|ətraflı|read more)\s*[»>→.\]]*$/iu;

/**
 * The whole text of an item as HTML; undefined where the feed gives a summary only.
 *
 * @example fullTextOf({ key: '1', summary: 'Qısa xülasə…', topics: [] }) // undefined
 */
export function fullTextOf({ content, summary }: FeedItem): string | undefined {
  const html = content ?? summary;
  if (html === undefined) return undefined;
  const text = htmlToText(html);
  const full = content !== undefined || text.length >= LEAST_FULL;
  return full && text.length >= LEAST_FULL / 2 && !CUT.test(text) ? html : undefined;
}

/**
 * Makes the record of an item out of what the feed says alone.
 *
 * @param address of the feed, for items without an address of their own
 */
export function readFeedItem(item: FeedItem, address: string, rules: ExtractionRules): WebRecord {
  const title = item.title === undefined ? undefined : oneLine(item.title);
  const text = readArticleText(title, htmlToText(item.content ?? item.summary ?? ''), rules);
  const url = item.url ?? address;
  const given = item.author === undefined ? undefined : readLabelledByline(item.author, rules);
  return {
    id: item.url === undefined ? idOfAddress(`${address}?item=${item.key}`) : idOfAddress(url),
    url,
    title,
    body: text.body,
    author: given?.author ?? text.author,
    authorRole: given === undefined ? text.authorRole : given.authorRole,
    date: readWebDate(item.date, rules.findDates) ?? text.date,
    source: siteOf(url),
    topics: item.topics.map(oneLine),
    tags: text.tags,
  };
}

/** Fills in what a page does not say of itself from the item that led to it. */
export function withFeedItem(page: WebRecord, item: FeedItem, rules: ExtractionRules): WebRecord {
  const given = item.author === undefined ? undefined : readLabelledByline(item.author, rules);
  return {
    ...page,
    ...(page.author === undefined && given ? given : {}),
    date: page.date ?? readWebDate(item.date, rules.findDates),
    topics: page.topics?.length ? page.topics : item.topics.map(oneLine),
  };
}

const oneLine = (html: string): string =>
  (/[<&]/.test(html) ? htmlToText(html) : html).replace(/\s+/gu, ' ').trim();
