import { decodeBody } from '../../indexer/sources/web/charset.js';
import {
  parseSitemap,
  type Sitemap,
  type SitemapEntry,
} from '../../indexer/sources/web/sitemap.js';
import { readWebDate } from '../../indexer/sources/web/web-date.js';
import { XmlError } from '../../indexer/sources/web/xml.js';
import { unzipFile } from './fetch-body.js';
import { FetchError } from './fetch-error.js';
import { FETCH_LIMITS } from './fetch-safely.js';
import { NOTHING_NEW, type Listed, type Listing, type ListingContext } from './listing.js';
import { readPage } from './read-page.js';
import type { SourceOf } from './source-shapes.js';
import type { Mark } from './state.js';
import { getOptions, markOf } from './web-get.js';

/** The protocol allows 50,000 addresses of a sitemap; an index of indexes is allowed by nobody. */
const MOST_PAGES = 500_000;
const MOST_SITEMAPS = 1_000;

/**
 * Lists the pages of a sitemap, or of all sitemaps of an index. A sitemap that cannot be read is a
 * failure; the pages of the others are listed, and nothing counts as gone.
 * @throws FetchError, XmlError when the first one cannot be read
 */
export async function* listSitemap(source: SourceOf<'sitemap'>, context: ListingContext): Listing {
  const mark = context.state.mark(source.id, source.url);
  const first = await load(source.url, source, context, mark);
  if (first === undefined) return NOTHING_NEW;
  const failures: { address: string; error: unknown }[] = [];
  const listed = new Set<string>();
  const further = first.kind === 'index' ? first.entries.slice(0, MOST_SITEMAPS) : [];
  const pages = first.kind === 'pages' ? first.entries : [];
  for (const page of choose(pages, source, listed, context)) yield page;
  for (const { url } of further) {
    try {
      const sitemap = await load(url, source, context);
      if (sitemap?.kind !== 'pages') throw new XmlError('an index lists another index');
      for (const page of choose(sitemap.entries, source, listed, context)) yield page;
    } catch (error) {
      context.signal?.throwIfAborted();
      if (!(error instanceof FetchError || error instanceof XmlError)) throw error;
      failures.push({ address: url, error });
    }
  }
  const all = first.kind === 'pages' || first.entries.length <= MOST_SITEMAPS;
  const whole = all && failures.length === 0 && listed.size < MOST_PAGES;
  return { whole, marks: marksOf(first, source), failures };
}

interface Loaded extends Sitemap {
  readonly mark: Mark;
}

/** Undefined when it has not changed since it was marked. */
async function load(
  address: string,
  source: SourceOf<'sitemap'>,
  context: ListingContext,
  mark?: Mark,
): Promise<Loaded | undefined> {
  const { fetcher } = context;
  const fetched = await fetcher.get(address, { ...getOptions(source, context), ...mark });
  const { status, body, headers } = fetched;
  if (status === 304) return undefined;
  if (status !== 200) throw new FetchError('status', `answered ${status}`, { status });
  const bytes = await unzipFile(body, FETCH_LIMITS.bytes * 4);
  const { text } = decodeBody(bytes, headers['content-type']);
  return { ...parseSitemap(text, fetched.address), mark: markOf(address, fetched) };
}

/** Pages without `<lastmod>` change while their sitemap stays as it is. */
const marksOf = ({ kind, entries, mark }: Loaded, { url }: SourceOf<'sitemap'>): Mark[] =>
  kind === 'pages' && entries.every(({ lastmod }) => lastmod !== undefined)
    ? [{ ...mark, address: url }]
    : [];

/** The wanted pages that were not listed before. */
function* choose(
  entries: readonly SitemapEntry[],
  source: SourceOf<'sitemap'>,
  listed: Set<string>,
  context: ListingContext,
): Generator<Listed> {
  for (const entry of entries) {
    if (listed.size >= MOST_PAGES) return;
    if (listed.has(entry.url) || !isWanted(entry, source, context)) continue;
    listed.add(entry.url);
    yield toListed(entry, source, context);
  }
}

function isWanted(
  { url, lastmod }: SitemapEntry,
  { include, exclude = [], since }: SourceOf<'sitemap'>,
  { rules }: ListingContext,
): boolean {
  const { pathname } = new URL(url);
  if (include && !include.some((part) => pathname.includes(part))) return false;
  if (exclude.some((part) => pathname.includes(part)) || pathname === '/') return false;
  const date = since === undefined ? undefined : readWebDate(lastmod, rules.findDates);
  return date === undefined || since === undefined || date.slice(0, 10) >= since;
}

const toListed = (
  { url, lastmod }: SitemapEntry,
  source: SourceOf<'sitemap'>,
  context: ListingContext,
): Listed => ({
  key: url,
  address: url,
  stamp: lastmod,
  read: (known) => readPage(url, known, source, context),
});
