import { describe, expect, it } from 'vitest';
import { isHtml, textOfHtml } from '../../indexer/extraction/html-text.js';

describe('isHtml', () => {
  it.each([
    '<!DOCTYPE html><p>a',
    ' <html lang="az">',
    '<p>Yeni park</p>',
    'a\n<DIV class="x">b</DIV >',
  ])('takes %j for HTML', (text) => expect(isHtml(text)).toBe(true));
  it.each(['Yeni park', 'a < b > c', 'x <b>y</b>', '2 <p'])('takes %j for text', (text) =>
    expect(isHtml(text)).toBe(false),
  );
});

describe('textOfHtml', () => {
  it.each([
    [
      'a line for a block',
      '<h1>Yeni\n park</h1><p>Bakıda <b>bu gün</b><br>açılıb.</p>',
      'Yeni park\n\nBakıda bu gün\naçılıb.',
    ],
    ['letters that are escaped', '<p>&#399;li &amp; V&uuml;sal &lt;b&gt;</p>', 'Əli & Vüsal <b>'],
    [
      'nothing of scripts and heads',
      '<head><title>x</title></head><body><script>alert("<p>")</script><style>p{}</style><p>Mətn</p>',
      'Mətn',
    ],
    ['what is not closed', '<div><p>Bir<p>İki', 'Bir\n\nİki'.replace('\n\n', '\n')],
  ])('gives %s', (_, html, text) => expect(textOfHtml(html)).toBe(text));

  it.each([
    ['elements that lie as deep as a page can be long', '<div>'.repeat(200_000), ''],
    ['brackets without end', '<a '.repeat(100_000), '<a '.repeat(100_000).trim()],
    ['comments without end', '<!--'.repeat(100_000), ''],
    ['scripts without end', '<script>'.repeat(100_000), ''],
  ])('bears %s', (_, html, text) => expect(textOfHtml(html)).toBe(text));
});
