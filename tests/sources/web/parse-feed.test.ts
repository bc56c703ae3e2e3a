import { expect, test } from 'vitest';
import { parseFeed } from '../../../indexer/sources/web/parse-feed.js';
import { parseSitemap } from '../../../indexer/sources/web/sitemap.js';

const ADDRESS = 'https://portal.az/rss';

test('reads RSS with its usual extensions', () => {
  const xml = `<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
    <channel><title>Portal</title><item><title>Park &amp; bağ</title><link>/7?utm_source=rss</link>
    <guid isPermaLink="false">7</guid><pubDate>Mon, 12 May 2025 14:30:00 +0400</pubDate>
    <dc:creator>Leyla Əhmədli</dc:creator><category>Cəmiyyət</category>
    <description>Qısa</description><content:encoded><![CDATA[<p>Uzun</p>]]></content:encoded></item></channel></rss>`;
  expect(parseFeed(xml, ADDRESS)).toEqual({
    title: 'Portal',
    items: [
      {
        key: '7',
        url: 'https://portal.az/7',
        title: 'Park & bağ',
        summary: 'Qısa',
        content: '<p>Uzun</p>',
        author: 'Leyla Əhmədli',
        date: 'Mon, 12 May 2025 14:30:00 +0400',
        topics: ['Cəmiyyət'],
      },
    ],
  });
});

test('reads Atom', () => {
  const xml = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Portal</title><entry><id>tag:7</id>
    <title type="html">Park</title><link rel="alternate" href="/7"/><link rel="edit" href="/edit"/>
    <author><name>Leyla Əhmədli</name></author><published>2025-05-12T10:30:00Z</published>
    <updated>2025-05-13T10:30:00Z</updated><category term="c" label="Cəmiyyət"/><summary>Qısa</summary></entry></feed>`;
  expect(parseFeed(xml, ADDRESS).items).toEqual([
    {
      key: 'tag:7',
      url: 'https://portal.az/7',
      title: 'Park',
      summary: 'Qısa',
      author: 'Leyla Əhmədli',
      date: '2025-05-12T10:30:00Z',
      updated: '2025-05-13T10:30:00Z',
      topics: ['Cəmiyyət'],
    },
  ]);
});

test('an item that stands twice counts once, and no address but a web address is one', () => {
  const item = (link: string) => `<item><title>Park</title><link>${link}</link></item>`;
  const xml = `<rss version="2.0"><channel>${item('/7')}${item('/7')}${item('javascript:alert(1)')}</channel></rss>`;
  const { items } = parseFeed(xml, ADDRESS);
  expect(items.map(({ url }) => url)).toEqual(['https://portal.az/7', undefined]);
});

const BOMB =
  '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]><rss version="2.0"><channel><item><title>&b;</title></item></channel></rss>';

test.each([
  ['a page', '<!doctype html><html></html>'],
  ['nothing', ''],
  ['a JSON feed', '{"version":"https://jsonfeed.org/version/1.1","items":[]}'],
  ['an entity bomb', BOMB],
])('%s is no feed', (_what, text) => {
  expect(() => parseFeed(text, ADDRESS)).toThrow(
    /expected an RSS or Atom feed|entities of its own/,
  );
});

test('reads a sitemap, with the dates of news where it has no others', () => {
  const xml = `<?xml version="1.0"?><urlset xmlns:news="x"><url><loc>https://portal.az/7?a=1&amp;b=2</loc><lastmod>2025-05-12</lastmod></url>
    <url><loc> /8 </loc><news:news><news:publication_date>2025-05-13</news:publication_date></news:news></url><url><loc>mailto:a@b.az</loc></url></urlset>`;
  expect(parseSitemap(xml, ADDRESS)).toEqual({
    kind: 'pages',
    entries: [
      { url: 'https://portal.az/7?a=1&b=2', lastmod: '2025-05-12' },
      { url: 'https://portal.az/8', lastmod: '2025-05-13' },
    ],
  });
});

test('an empty sitemap lists nothing; one that is cut, or none, is refused', () => {
  expect(parseSitemap('<urlset></urlset>', ADDRESS)).toEqual({ kind: 'pages', entries: [] });
  expect(parseSitemap('<sitemapindex/>', ADDRESS)).toEqual({ kind: 'index', entries: [] });
  for (const bad of [
    '<urlset><url><loc>/1</loc></url>',
    '<urlset><url><loc>/1</urlset>',
    '<html/>',
    BOMB,
  ]) {
    expect(() => parseSitemap(bad, ADDRESS)).toThrow();
  }
});
