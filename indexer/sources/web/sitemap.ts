import { XMLParser } from 'fast-xml-parser';
import { z } from 'zod';
import { tidyAddress } from './address.js';
import { refuseEntities, XmlError } from './xml.js';

/** A sitemap lists pages, an index of sitemaps lists further sitemaps. */
export interface Sitemap {
  readonly kind: 'pages' | 'index';
  readonly entries: readonly SitemapEntry[];
}

export interface SitemapEntry {
  /** Absolute http or https address. */
  readonly url: string;
  /** `<lastmod>` as it is written. */
  readonly lastmod?: string;
}

const parser = new XMLParser({
  ignoreAttributes: true,
  removeNSPrefix: true,
  parseTagValue: false,
  processEntities: true,
  isArray: (name) => name === 'url' || name === 'sitemap',
});

const text = z.string().optional().catch(undefined);
const Entry = z.object({
  loc: text,
  lastmod: text,
  news: z.object({ publication_date: text }).optional().catch(undefined),
});
const Entries = z.array(Entry.catch({})).catch([]);
/** An element without any within is read as an empty text. */
const empty = z.literal('').transform(() => ({}));
const Index = z.union([z.looseObject({ sitemap: Entries }), empty]);
const Pages = z.union([z.looseObject({ url: Entries }), empty]);
const Parsed = z.union([z.object({ sitemapindex: Index }), z.object({ urlset: Pages })]);

/**
 * Reads a sitemap, or an index of sitemaps.
 *
 * @param address where it was found; relative addresses are read from there
 * @example parseSitemap('<urlset><url><loc>https://a.az/7</loc><lastmod>2025-03-05</lastmod></url></urlset>', 'https://a.az/sitemap.xml')
 * // { kind: 'pages', entries: [{ url: 'https://a.az/7', lastmod: '2025-03-05' }] }
 * @throws XmlError when it is none, or is cut or broken: what it does not list must not count as gone
 */
export function parseSitemap(xml: string, address: string): Sitemap {
  refuseEntities(xml);
  refuseCut(xml);
  const parsed = Parsed.safeParse(parse(xml));
  if (!parsed.success) throw new XmlError('expected a sitemap: <urlset> or <sitemapindex>');
  const { data } = parsed;
  if ('urlset' in data) {
    return {
      kind: 'pages',
      entries: 'url' in data.urlset ? toEntries(data.urlset.url, address) : [],
    };
  }
  const listed = 'sitemap' in data.sitemapindex ? data.sitemapindex.sitemap : [];
  return { kind: 'index', entries: toEntries(listed, address) };
}

const END = /(?:<\/(?:\w+:)?(?:urlset|sitemapindex)\s*>|<(?:urlset|sitemapindex)[^>]*\/>)\s*$/;

/** The parser forgives what is missing; a listing without its end may lack anything. */
function refuseCut(xml: string): void {
  const bare = xml.replace(/<!--.*?-->/gs, '').trimEnd();
  const count = (tag: RegExp) => bare.match(tag)?.length ?? 0;
  const closed = count(/<(?:url|sitemap)>/g) === count(/<\/(?:url|sitemap)>/g);
  if (/<(?:urlset|sitemapindex)[\s>/]/.test(bare) && !(closed && END.test(bare))) {
    throw new XmlError('the sitemap is cut or broken');
  }
}

function parse(xml: string): unknown {
  try {
    return parser.parse(xml);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new XmlError(`the sitemap is broken: ${reason}`, { cause: error });
  }
}

function toEntries(entries: z.infer<typeof Entries>, address: string): SitemapEntry[] {
  return entries.flatMap(({ loc, lastmod, news }) => {
    const url = tidyAddress(loc, address);
    const date = lastmod ?? news?.publication_date;
    return url === undefined ? [] : [{ url, ...(date === undefined ? {} : { lastmod: date }) }];
  });
}
