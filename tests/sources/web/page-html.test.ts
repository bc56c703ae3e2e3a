import { expect, test } from 'vitest';
import { loadExtractionRules } from '../../../indexer/extraction/rules.js';
import { readHtmlPage } from '../../../indexer/sources/web/page-html.js';

const rules = loadExtractionRules();
const ADDRESS = 'https://portal.az/xeber/7?utm_source=fb';
const read = (html: string, address = ADDRESS) => readHtmlPage(html, address, rules);

const TEXT = [
  'Şəkidə ipək ustalarının sərgisi açılıb və sərgidə otuz ustanın işləri nümayiş olunur.',
  'Açılışda çıxış edənlər bildiriblər ki, kəlağayı sənəti nəsildən-nəslə ötürülən dəyərlərdən biridir.',
  'Sərgi ayın sonuna qədər davam edəcək, giriş isə hamı üçün pulsuz olacaq.',
];
const paragraphs = TEXT.map((text) => `<p>${text}</p>`).join('\n');

const page = (head: string, body: string): string =>
  `<!doctype html><html lang="az"><head>${head}</head><body>
  <header><nav><ul><li><a href="/">Ana səhifə</a></li><li><a href="/siyaset">Siyasət</a></li></ul></nav></header>
  ${body}
  <div class="sidebar"><h4>Ən çox oxunanlar</h4><a href="/8">Bakıda yağış yağacaq</a><a href="/9">Yeni yol açılıb</a></div>
  <footer>Bütün hüquqlar qorunur</footer></body></html>`;

test('believes what a page says of itself in JSON-LD', () => {
  const data = {
    '@context': 'https://schema.org',
    '@graph': [
      { '@type': 'Organization', name: 'Portal' },
      {
        '@type': ['NewsArticle'],
        headline: 'Şəkidə ipək sərgisi &amp; yarmarka',
        author: [{ '@type': 'Person', name: 'Leyla Əhmədli' }],
        datePublished: '2025-05-12T10:30:00Z',
        articleSection: 'Mədəniyyət',
        keywords: 'Şəki, ipək',
      },
    ],
  };
  const html = page(
    `<title>Şəkidə ipək sərgisi &amp; yarmarka | Portal.az</title>
     <link rel="canonical" href="https://portal.az/xeber/7">
     <meta property="og:site_name" content="Portal">
     <script type="application/ld+json">${JSON.stringify(data)}</script>`,
    `<article><h1>Şəkidə ipək sərgisi &amp; yarmarka</h1>${paragraphs}</article>`,
  );
  expect(read(html)).toMatchObject({
    id: expect.stringMatching(/^portal\.az-[0-9a-f]{12}$/) as unknown,
    url: 'https://portal.az/xeber/7',
    title: 'Şəkidə ipək sərgisi & yarmarka',
    author: 'Leyla Əhmədli',
    date: '2025-05-12T14:30:00+04:00',
    topics: ['Mədəniyyət'],
    tags: ['Şəki', 'ipək'],
    source: 'Portal',
    body: TEXT.join('\n\n'),
  });
});

test('reads Open Graph and other marks where there is no JSON-LD', () => {
  const html = page(
    `<meta property="og:title" content="Şəkidə ipək sərgisi açılıb">
     <meta property="article:published_time" content="2025-05-12T14:30:00+0400">
     <meta property="article:section" content="Mədəniyyət">
     <meta name="author" content="Leyla Əhmədli">
     <meta property="article:tag" content="Şəki"><meta property="article:tag" content="ipək">`,
    `<article><h1>Şəkidə ipək sərgisi açılıb</h1>${paragraphs}</article>`,
  );
  expect(read(html)).toMatchObject({
    title: 'Şəkidə ipək sərgisi açılıb',
    author: 'Leyla Əhmədli',
    date: '2025-05-12T14:30:00+04:00',
    topics: ['Mədəniyyət'],
    tags: ['Şəki', 'ipək'],
    source: 'portal.az',
  });
});

test('reads author, role and date out of the text of a page that says nothing of itself', () => {
  const html = page(
    '<title>Şəkidə ipək sərgisi açılıb</title>',
    `<div class="news"><h1>Şəkidə ipək sərgisi açılıb</h1><div>12 may 2025, 14:30</div>
     <div class="text">${paragraphs}<p>Fuad Hüseynzadə,</p><p>İctimai Şuranın katibi</p></div></div>`,
  );
  expect(read(html)).toMatchObject({
    title: 'Şəkidə ipək sərgisi açılıb',
    author: 'Fuad Hüseynzadə',
    authorRole: 'İctimai Şuranın katibi',
    date: '2025-05-12T14:30:00+04:00',
    body: TEXT.join('\n\n'),
  });
});

test('leaves out menus, scripts, other stories and the accounts that post', () => {
  const html = page(
    '<title>Sərgi açılıb</title><meta name="author" content="admin">',
    `<article><h1>Sərgi açılıb</h1>${paragraphs}<script>alert('skript')</script>
     <div style="display:none">gizli mətn</div></article>`,
  );
  const record = read(html);
  expect(record.author).toBeUndefined();
  expect(record.body).toBe(TEXT.join('\n\n'));
});

test.each([
  [
    'an organisation as author',
    '{"@type":"NewsArticle","author":{"@type":"Organization","name":"Portal"}}',
  ],
  ['the site as author', '{"@type":"NewsArticle","author":{"@type":"Person","name":"Portal.az"}}'],
  ['broken JSON-LD', '{"@type":"NewsArticle",'],
  [
    'JSON-LD of another shape',
    '{"@type":"NewsArticle","headline":{"a":1},"author":[7,null],"datePublished":5}',
  ],
])('makes nothing of %s', (_what, json) => {
  const record = read(
    page(
      `<title>Sərgi açılıb</title><script type="application/ld+json">${json}</script>`,
      `<article><h1>Sərgi açılıb</h1>${paragraphs}</article>`,
    ),
  );
  expect(record).toMatchObject({ title: 'Sərgi açılıb', body: TEXT.join('\n\n') });
  expect(record.author).toBeUndefined();
  expect(record.date).toBeUndefined();
});

test.each([
  ['of another site', 'https://basqa.az/1', 'https://portal.az/xeber/7'],
  ['that is the front page', 'https://portal.az/', 'https://portal.az/xeber/7'],
  ['of the same site', 'https://www.portal.az/xeber/7', 'https://www.portal.az/xeber/7'],
])('a canonical address %s', (_what, canonical, expected) => {
  const head = `<title>Sərgi açılıb</title><link rel="canonical" href="${canonical}">`;
  const body = `<article><h1>Sərgi açılıb</h1>${paragraphs}</article>`;
  expect(read(page(head, body), 'https://portal.az/xeber/7').url).toBe(expected);
});

test('one article has one id, with and without www, https and a final slash', () => {
  const html = page('<title>Sərgi</title>', `<article><h1>Sərgi</h1>${paragraphs}</article>`);
  const ids = ['https://portal.az/7', 'http://www.portal.az/7/', 'https://m.portal.az/7'].map(
    (address) => read(html, address).id,
  );
  expect(new Set(ids).size).toBe(1);
});

test.each(['', '<html><body><nav>Menyu</nav></body></html>', '\u0000\u0001', '<p>'])(
  'says that there is no article: %j',
  (html) => {
    expect(() => read(html)).toThrow('no article found on the page');
  },
);
