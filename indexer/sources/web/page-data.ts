import type { ExtractionRules } from '../../extraction/rules.js';
import { readLabelledByline, type Byline } from '../../extraction/person.js';
import { foldText } from '../../extraction/text.js';
import { canonicalOf, siteOf } from './address.js';
import { attributeOf, type HtmlDocument } from './dom.js';
import { htmlToText } from './html-text.js';
import { readJsonLd } from './json-ld.js';
import { readWebDate } from './web-date.js';

/** What the head of a page says of its article. */
export interface PageData {
  /** Likeliest first. */
  readonly titles: readonly string[];
  readonly byline?: Byline | undefined;
  readonly date?: string | undefined;
  /** The page's own address. */
  readonly url: string;
  readonly siteName?: string | undefined;
  readonly topics: readonly string[];
  readonly tags: readonly string[];
  readonly body?: string | undefined;
}

/**
 * Reads JSON-LD, Open Graph and other marks of a page. Of those that say the same thing, the most
 * exact counts: JSON-LD, then Open Graph, then the rest.
 *
 * @param address where the page was found; a canonical address of another site does not count
 */
export function readPageData(
  document: HtmlDocument,
  address: string,
  rules: ExtractionRules,
): PageData {
  const meta = (...names: string[]) => metaOf(document, names);
  const json = readJsonLd(document);
  const siteName = meta('og:site_name', 'application-name');
  const canonical = attributeOf(document.querySelector('link[rel~="canonical"]'), 'href');
  const dates = [json?.date, ...datesOf(document, meta)].map((date) =>
    readWebDate(date, rules.findDates),
  );
  const names = [
    json?.authors.join(', '),
    meta('author', 'article:author', 'dc.creator', 'parsely-author'),
    document.querySelector('[rel~="author"], [itemprop="author"]')?.textContent ?? undefined,
  ];
  return {
    titles: [json?.headline, meta('og:title', 'twitter:title')].flatMap((title) =>
      title === undefined ? [] : [plain(title)],
    ),
    byline: names
      .map((name) => bylineOf(name, [siteName, siteOf(address)], rules))
      .find((byline) => byline !== undefined),
    date: dates.find((date) => date !== undefined),
    url: canonicalOf(canonical ?? meta('og:url') ?? json?.url, address),
    siteName,
    topics: firstOf(json?.sections, [meta('article:section')], breadcrumbs(document)),
    tags: firstOf(json?.keywords, metasOf(document, 'article:tag'), listOf(meta('news_keywords'))),
    body: json?.body,
  };
}

/** `property`, `name` or `itemprop`: pages mix them up. */
function metaOf(document: HtmlDocument, names: readonly string[]): string | undefined {
  for (const name of names) {
    const [first] = metasOf(document, name);
    if (first !== undefined) return first;
  }
  return undefined;
}

function metasOf(document: HtmlDocument, name: string): string[] {
  const selector = ['property', 'name', 'itemprop'].map((key) => `meta[${key}="${name}"]`);
  const found = [...document.querySelectorAll(selector.join(', '))];
  return found.flatMap((element) => attributeOf(element, 'content') ?? []).map(plain);
}

function datesOf(
  document: HtmlDocument,
  meta: (...names: string[]) => string | undefined,
): (string | undefined)[] {
  const names = ['article:published_time', 'datePublished', 'pubdate', 'publish-date', 'dc.date'];
  const time = document.querySelector(
    'time[itemprop="datePublished"], time[pubdate], article time[datetime], header time[datetime]',
  );
  return [...names.map((name) => meta(name)), attributeOf(time, 'datetime')];
}

/** The path to the page; the first step is the front page and the last may be the page itself. */
function breadcrumbs(document: HtmlDocument): string[] {
  const links = document.querySelectorAll(
    '[class*="breadcrumb"] a, [itemtype$="BreadcrumbList"] a, a[rel~="category"]',
  );
  const steps = [...links].flatMap((link) => link.textContent?.trim() ?? []);
  return steps.filter((step) => step !== '' && !/^(?:ana s[əe]hif[əe]|главная|home)$/iu.test(step));
}

/** Accounts of the content system, addresses of profiles and the site itself are no authors. */
function bylineOf(
  text: string | undefined,
  site: readonly (string | undefined)[],
  rules: ExtractionRules,
): Byline | undefined {
  const name = plain(text ?? '');
  if (name === '' || /[@/]|\d/.test(name)) return undefined;
  const folded = foldText(name);
  if (site.some((one) => one !== undefined && sameName(folded, foldText(one)))) return undefined;
  return readLabelledByline(name, rules);
}

/** `Report.az` and `report`, whatever stands between. */
const sameName = (a: string, b: string): boolean => bare(a) === bare(b);
const bare = (name: string): string =>
  name.replace(/\.(?:az|com|org|info|net|tv)$/u, '').replace(/[^\p{L}\d]/gu, '');

/** Attributes hold entities twice over, and now and then tags. */
const plain = (text: string): string =>
  (/[<&]/.test(text) ? htmlToText(text) : text).replace(/\s+/gu, ' ').trim();

const listOf = (text: string | undefined): string[] => text?.split(',') ?? [];

function firstOf(...lists: readonly (readonly (string | undefined)[] | undefined)[]): string[] {
  for (const list of lists) {
    const said = (list ?? []).flatMap((item) => plain(item ?? '') || []);
    if (said.length > 0) return [...new Set(said)].slice(0, 20);
  }
  return [];
}
