import { readFileSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { packageRoot } from '../../indexer/config.js';
import { describeEmbed, type EmbedFixture } from './embed-fixture.js';

const read = (name: string) => readFileSync(join(packageRoot(), 'docs', name), 'utf8');
const INLINE = '<axtar-search results="inline"></axtar-search>';
/** What the page with the results may weigh on the line, scripts and style together, in bytes. */
const MOST_BYTES = 15_000;

const colour = (page: Page, selector: string, property: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);

async function search(page: Page, q: string): Promise<void> {
  await page.getByRole('combobox').fill(q);
  await page.getByRole('combobox').press('Enter');
  await page.locator('article').first().waitFor();
}

/** The example of the documentation, as a portal serves it under a strict policy. */
function publishExample({ portal, service }: EmbedFixture): string {
  const policy = `default-src 'none'; script-src ${service.url}; connect-src ${service.url}; style-src 'self'; form-action ${service.url}; base-uri 'none'; require-trusted-types-for 'script'`;
  portal.publish('/embed-example.css', read('embed-example.css'), { 'Content-Type': 'text/css' });
  const html = read('embed-example.html').replaceAll('https://search.portal.az', service.url);
  return portal.publish('/example', html, { 'Content-Security-Policy': policy });
}

describeEmbed('a page with the search box in it', {}, (fixture) => {
  it.each(['light', 'dark'] as const)(
    'is accessible in the %s, under a strict policy',
    async (colorScheme) => {
      const { page } = fixture();
      await page.emulateMedia({ colorScheme });
      await page.goto(`${publishExample(fixture())}?q=Tokayev`);
      await page.locator('article').first().waitFor();
      const context = await page.evaluate(`${axe.source}; axe.run()`);
      const { violations } = axeResult(context);
      expect(violations).toEqual([]);
    },
  );

  it('searches by a form of its own where no script runs', async () => {
    const { browser, service } = fixture();
    const page = await browser.newPage({ javaScriptEnabled: false });
    await page.goto(publishExample(fixture()));
    await page.getByRole('textbox').fill('Tokayev');
    await page.getByRole('button', { name: 'Axtar' }).click();
    await page.waitForURL(`${service.url}/?q=Tokayev`);
    expect(await page.locator('.hit').count()).toBe(2);
    await page.close();
  });

  it('takes colours from variables and parts, and leaves the page alone', async () => {
    const { page, open } = fixture();
    const head = `<style>
      axtar-search { --axtar-accent: rgb(1, 2, 3); --axtar-radius: 7px; }
      axtar-search::part(title) { color: rgb(4, 5, 6); }
    </style>`;
    await open(`${INLINE}<h2 class="hit">Portal</h2>`, { head });
    await search(page, 'Tokayev');
    expect(await colour(page, '.button', 'background-color')).toBe('rgb(1, 2, 3)');
    expect(await colour(page, '.box', 'border-radius')).toBe('7px');
    expect(await colour(page, '.title', 'color')).toBe('rgb(4, 5, 6)');
    expect(await colour(page, 'main > h2', 'border-top-width')).toBe('0px');
  });

  it('looks the same in a page with a hostile stylesheet', async () => {
    const { page, open } = fixture();
    const head = `<style>* { color: red !important; font: italic 40px fantasy !important;
      text-transform: uppercase; letter-spacing: 9px; line-height: 3; visibility: visible }
      button, input, .box { display: none !important } article { position: fixed }</style>`;
    await open(INLINE, { head });
    await search(page, 'Tokayev');
    expect(await colour(page, '.count', 'color')).toBe('rgb(80, 100, 108)');
    expect(await colour(page, '.input', 'font-style')).toBe('normal');
    expect(await colour(page, '.input', 'font-size')).toBe('16px');
    expect(await colour(page, '.title', 'text-transform')).toBe('none');
    expect(await colour(page, '.title', 'letter-spacing')).toBe('normal');
    expect(await colour(page, 'article', 'position')).toBe('static');
  });

  it('fits a phone, with the filters behind a button', async () => {
    const { page, open } = fixture();
    await page.setViewportSize({ width: 390, height: 844 });
    await open(INLINE);
    await search(page, 'Tokayev');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    const topic = page.getByRole('button', { name: 'Siyasət 1' });
    expect(await topic.isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Süzgəclər' }).click();
    expect(await topic.isVisible()).toBe(true);
  });

  it('shows texts as texts, whatever they hold, and opens no address but of the web', async () => {
    const { page, open, service } = fixture();
    await open(INLINE);
    await search(page, 'Hiylə <img src=x onerror="window.hurt=1">');
    expect(await page.locator('article h2').first().textContent()).toContain('<img src=x onerror=');
    expect(await page.locator('article .by').first().textContent()).toContain('<b>Qara</b>');
    await page.route('**/v1/search', (route) => route.fulfill({ json: FORGED, headers: ALLOWED }));
    await search(page, 'forged');
    expect(await page.locator('.title').getAttribute('href')).toContain(
      `${service.url}/articles/1`,
    );
    expect(await page.locator('.title').textContent()).toBe('<script>window.hurt=1</script> x');
    expect(await page.locator('article :is(img, svg, script, i, b)').count()).toBe(0);
    expect(await page.evaluate('window.hurt')).toBeUndefined();
  });

  it('holds two boxes that know nothing of each other', async () => {
    const { page, open } = fixture();
    await open(`<axtar-search results="inline" sync-address parameter="a" aria-label="A"></axtar-search>
      <axtar-search results="inline" sync-address parameter="b" aria-label="B"></axtar-search>`);
    const [a, b] = [page.locator('axtar-search').first(), page.locator('axtar-search').nth(1)];
    for (const [element, q] of [
      [a, 'Tokayev'],
      [b, 'hava'],
    ] as const) {
      await element.getByRole('combobox').fill(q);
      await element.getByRole('combobox').press('Enter');
    }
    await expect.poll(() => b.getByRole('status').textContent()).toBe('22 nəticə');
    await expect.poll(() => a.getByRole('status').textContent()).toBe('2 nəticə');
    expect(new URL(page.url()).search).toBe('?a=Tokayev&b=hava');
    await page.goBack();
    await expect.poll(() => b.getByRole('status').count()).toBe(0);
    expect(await a.locator('article').count()).toBe(2);
  });

  it('loads no more than it may', async () => {
    const { page, open, service } = fixture();
    const files: string[] = [];
    page.on('request', (request) => {
      if (request.url().startsWith(service.url)) files.push(request.url());
    });
    await open(INLINE);
    await page.getByRole('combobox').waitFor();
    const sizes = await Promise.all(files.map(sizeOf));
    const bytes = sizes.reduce((sum, size) => sum + size, 0);
    expect(bytes).toBeGreaterThan(5_000);
    expect(bytes).toBeLessThan(MOST_BYTES);
    console.info(`axtar-search: ${files.length} files, ${bytes} bytes compressed`);
  });
});

/** Bytes of a file as it is sent, compressed. */
async function sizeOf(address: string): Promise<number> {
  const request = get(address, { headers: { 'Accept-Encoding': 'gzip' } });
  const response = await new Promise<IncomingMessage>((resolve) => request.on('response', resolve));
  const body = await buffer(response);
  return body.length;
}

/** An answer such as no service of ours gives. */
const FORGED = {
  query: {},
  hits: [
    {
      id: '1',
      url: 'javascript:window.hurt=1',
      topics: [{ id: 'x', name: '<img src=x onerror=window.hurt=1>' }],
      _formatted: { title: '<script>window.hurt=1</script> <mark>x</mark>', snippet: '<i>' },
    },
  ],
  page: 1,
  totalHits: 1,
  totalPages: 1,
};
const ALLOWED = { 'Access-Control-Allow-Origin': '*' };

/** What of axe's report says what is wrong and where. */
function axeResult(report: unknown): { readonly violations: readonly unknown[] } {
  if (typeof report !== 'object' || report === null || !('violations' in report))
    throw new Error('axe did not report.');
  const { violations } = report;
  return { violations: Array.isArray(violations) ? violations : [violations] };
}
