import { Readability } from '@mozilla/readability';
import { z } from 'zod';
import { extractPage, type PageRecord } from '../../extraction/page.js';
import type { ExtractionRules } from '../../extraction/rules.js';
import { foldText } from '../../extraction/text.js';
import { idOfAddress, siteOf } from './address.js';
import { readArticleText } from './article-text.js';
import { HtmlError, parseHtml, type HtmlDocument } from './dom.js';
import { htmlToText, textOf } from './html-text.js';
import { readPageData, type PageData } from './page-data.js';
import type { WebRecord } from './web-record.js';

/**
 * Finds the article in the HTML of a page. Title, author, date, rubric and address come from what
 * the page says of itself in JSON-LD, Open Graph and other marks, and where it says nothing from its
 * text, by the rules for saved pages; the body is found by the density of text.
 *
 * @param address where the page was found, after redirects
 * @example readHtmlPage('<h1>Park açılıb</h1><p>Bakıda bu gün yeni bir park …', 'https://a.az/7', rules)
 * // { id: 'a.az-…', url: 'https://a.az/7', title: 'Park açılıb', body: 'Bakıda …', source: 'a.az' }
 * @throws HtmlError when there is no article on it
 */
export function readHtmlPage(html: string, address: string, rules: ExtractionRules): WebRecord {
  const document = parseHtml(html);
  const data = readPageData(document, address, rules);
  const whole = extractPage(textOf(document.body), rules);
  const title = titleOf(document, data, whole);
  const text = mainText(document) ?? data.body;
  const main = text === undefined ? whole : readArticleText(title, text, rules);
  if (title === undefined || main.body === '') throw new HtmlError('no article found on the page');
  return {
    id: idOfAddress(data.url),
    url: data.url,
    title,
    subtitle: whole.title === title ? whole.subtitle : undefined,
    body: main.body,
    ...bylineOf(data, main, whole),
    date: data.date ?? main.date ?? whole.date,
    source: data.siteName ?? siteOf(data.url),
    topics: data.topics,
    tags: data.tags.length > 0 ? data.tags : (whole.tags ?? []),
  };
}

/** A browser's document, which the one at hand is as far as Readability needs it. */
const Readable = z.custom<ConstructorParameters<typeof Readability>[0]>(
  (given) => typeof given === 'object',
);

/** Pages with more elements are lists of everything; to weigh them all would take too long. */
const MOST_ELEMENTS = 20_000;

/** The text of the densest part; what finds it takes the document apart. */
function mainText(document: HtmlDocument): string | undefined {
  try {
    const options = { maxElemsToParse: MOST_ELEMENTS, disableJSONLD: true, charThreshold: 200 };
    const html =
      new Readability<string>(Readable.parse(document), options).parse()?.content ?? undefined;
    const text = html === undefined ? '' : htmlToText(html);
    return text === '' ? undefined : text;
  } catch {
    return undefined;
  }
}

/** The heading where it is one with the title of the head, which may bear the name of the site. */
function titleOf(document: HtmlDocument, data: PageData, whole: PageRecord): string | undefined {
  const [given] = data.titles;
  const inHead = document.querySelector('head title')?.textContent?.replace(/\s+/gu, ' ').trim();
  const headings = [...document.querySelectorAll('h1')]
    .map((heading) => (heading.textContent ?? '').replace(/\s+/gu, ' ').trim())
    .filter((heading) => heading !== '');
  const head = foldText(given ?? inHead ?? '');
  const heading = headings.find((text) => head.startsWith(foldText(text)) && text.length > 3);
  return heading ?? given ?? (headings.length === 1 ? headings[0] : whole.title) ?? inHead;
}

/** A role is that of the author only when it was told with the author. */
function bylineOf(
  { byline }: PageData,
  main: PageRecord,
  whole: PageRecord,
): Pick<WebRecord, 'author' | 'authorRole'> {
  const inText = main.author === undefined ? whole : main;
  if (byline === undefined || byline.author === inText.author) {
    const { author, authorRole } = inText;
    return { author, authorRole };
  }
  return byline;
}
