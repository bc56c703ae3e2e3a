import { z } from 'zod';
import type { ExtractionRules } from '../../extraction/rules.js';
import { readLabelledByline } from '../../extraction/person.js';
import { idOfAddress, siteOf, tidyAddress } from './address.js';
import { readArticleText } from './article-text.js';
import { htmlToText } from './html-text.js';
import { readWebDate } from './web-date.js';
import type { WebRecord } from './web-record.js';

const Rendered = z.object({ rendered: z.string() });
const text = z.string().optional().catch(undefined);
const Term = z.object({ name: z.string(), taxonomy: text });
const Embedded = z.object({
  author: z.array(z.object({ name: text }).catch({})).catch([]),
  'wp:term': z.array(z.array(Term).catch([])).catch([]),
});

/** A post as `/wp-json/wp/v2/posts` gives it. */
export const WordPressPost = z.object({
  id: z.number().int(),
  link: z.string(),
  modified_gmt: z.string(),
  date_gmt: text,
  title: Rendered,
  content: Rendered.extend({ protected: z.boolean().optional() }),
  excerpt: Rendered.optional().catch(undefined),
  _embedded: Embedded.optional().catch(undefined),
});
export type WordPressPost = z.infer<typeof WordPressPost>;

/** What is asked for of every post. */
export const POST_FIELDS = 'id,link,date_gmt,modified_gmt,title,content,excerpt,_links,_embedded';

/**
 * Makes the record of a post.
 *
 * @example readPost({ id: 7, link: 'https://a.az/7', title: { rendered: 'Park &amp; bağ' }, … }, rules)
 * // { id: 'a.az-…', url: 'https://a.az/7', title: 'Park & bağ', body: '…', topics: ['Cəmiyyət'] }
 */
export function readPost(post: WordPressPost, rules: ExtractionRules): WebRecord {
  const url = tidyAddress(post.link) ?? post.link;
  const title = htmlToText(post.title.rendered).replace(/\s+/gu, ' ');
  const read = readArticleText(title, htmlToText(post.content.rendered), rules);
  const terms = (post._embedded?.['wp:term'] ?? []).flat();
  const named = (taxonomy: string) =>
    terms.filter((term) => term.taxonomy === taxonomy).map(({ name }) => htmlToText(name));
  const byline = readLabelledByline(post._embedded?.author[0]?.name ?? '', rules);
  return {
    id: idOfAddress(url),
    url,
    title,
    subtitle: subtitleOf(post, read.body),
    body: read.body,
    // Whom the text names has written it; who has posted it may be anybody at the desk.
    ...(read.author === undefined ? byline : { author: read.author, authorRole: read.authorRole }),
    date: readWebDate(
      post.date_gmt === undefined ? undefined : `${post.date_gmt}Z`,
      rules.findDates,
    ),
    source: siteOf(url),
    topics: named('category'),
    tags: named('post_tag'),
  };
}

/** An excerpt that somebody has written; without one WordPress cuts the beginning of the text. */
function subtitleOf({ excerpt }: WordPressPost, body: string): string | undefined {
  const text = htmlToText(excerpt?.rendered ?? '').replace(/\s+/gu, ' ');
  const beginning = text.replace(/\s*(?:\[…\]|\[\.\.\.\]|…|\.\.\.).*$/u, '');
  const cut = beginning === '' || body.replace(/\s+/gu, ' ').startsWith(beginning.slice(0, 80));
  return cut || text.length > 300 ? undefined : text;
}
