import type { Page, Route } from 'playwright-core';
import { expect, it } from 'vitest';
import { describePage } from './browser.js';

const answerWith = (hits: object[], query: object = {}) => ({
  query: { q: '', normalized: '', words: [], script: 'Latn', ...query },
  hits,
  page: 1,
  hitsPerPage: 20,
  totalHits: hits.length,
  totalPages: 1,
  processingTimeMs: 1,
});

const hitTitled = (title: string) => ({ id: title, title, snippet: '', topics: [], lang: 'az' });

/** Lets the page be answered by `answer` instead of the service. */
const answerBy = (page: Page, answer: (route: Route) => Promise<void>) =>
  page.route('**/v1/search?*', answer);

describePage('what the page makes of an answer', (fixture) => {
  it('never shows an older answer over a newer one', async () => {
    const { page, url } = fixture();
    let releaseOld = () => {};
    const held = new Promise<void>((resolve) => (releaseOld = resolve));
    await answerBy(page, async (route) => {
      const isOld = route.request().url().includes('q=ba&');
      if (isOld) await held;
      const title = isOld ? 'köhnə' : 'yeni';
      // The page may have hung up on the older question already.
      await route.fulfill({ json: answerWith([hitTitled(title)]) }).catch(() => {});
    });
    await page.goto(url);
    const old = page.waitForRequest((request) => request.url().includes('q=ba&'));
    await page.getByRole('searchbox').fill('ba');
    await old;
    const late = page.waitForRequest((request) => request.url().includes('q=bak&'));
    await page.getByRole('searchbox').fill('bak');
    await late;
    await page.locator('#results:not([aria-busy])').waitFor();
    releaseOld();
    await page.evaluate('new Promise((done) => setTimeout(done, 100))');
    expect(await page.locator('.hit h2').allTextContents()).toEqual(['yeni']);
  });

  it('takes marks as marks and everything else as text', async () => {
    const { page, url } = fixture();
    const hostile = {
      ...hitTitled('x'),
      url: 'javascript:alert(1)',
      _formatted: {
        title: '&lt;b&gt; &amp;amp; &#39;<mark>söz</mark>&quot; <img src="/x" onerror="alert(1)">',
        snippet: '<MARK>a</MARK><mark onclick="alert(1)">b</mark>',
      },
    };
    await answerBy(page, (route) => route.fulfill({ json: answerWith([hostile]) }));
    await page.goto(url);
    await expect
      .poll(() => page.locator('.hit h2').allTextContents())
      .toEqual([`<b> &amp; 'söz" <img src="/x" onerror="alert(1)">`]);
    expect(await page.locator('.hit mark').allTextContents()).toEqual(['söz']);
    expect(await page.locator('.hit :is(img, b)').count()).toBe(0);
    expect(await page.locator('.hit h2 a').getAttribute('href')).toBe('/v1/documents/x');
  });

  it.each([
    ['2025-10-23T17:08:00+04:00', '23 oktyabr 2025'],
    ['2014-07-01T00:30:00+05:00', '1 iyul 2014'],
    ['2025-12-31T21:30:00Z', '1 yanvar 2026'],
    ['2025-01-01T01:00:00+06:00', '31 dekabr 2024'],
  ])('writes %s as %s', async (date, written) => {
    const { page, url } = fixture();
    const json = answerWith([{ ...hitTitled('x'), date }]);
    await answerBy(page, (route) => route.fulfill({ json }));
    await page.goto(url);
    await expect.poll(() => page.locator('.hit time').allTextContents()).toEqual([written]);
  });

  it.each([
    [true, '«Azərbaycan» üzrə nəticələr göstərilir.'],
    [false, 'Bəlkə, bunu axtarırsınız: Azərbaycan'],
  ])('says how a misspelt word was read, searched for: %s', async (searched, note) => {
    const { page, url } = fixture();
    const words = [{ typed: 'azrbaycan', read: 'Azərbaycan', by: 'misspelling' }];
    const corrected = { text: 'Azərbaycan', searched, words };
    const json = answerWith([hitTitled('Azərbaycan')], { corrected });
    await answerBy(page, (route) => route.fulfill({ json }));
    await page.goto(`${url}/?q=azrbaycan`);
    await expect.poll(() => page.locator('#corrected-note').allTextContents()).toEqual([note]);
    expect(await page.locator('#corrected-note a').count()).toBe(searched ? 0 : 1);
  });

  it('says which keyboard layout the answer was read in', async () => {
    const { page, url } = fixture();
    const layout = { text: 'tokayev', from: 'ru', to: 'az' };
    const json = answerWith([hitTitled('Tokayev')], { layout });
    await answerBy(page, (route) => route.fulfill({ json }));
    await page.goto(`${url}/?q=ещлфнум`);
    await expect
      .poll(() => page.locator('#layout-note').allTextContents())
      .toEqual(['«ещлфнум» üçün nəticə yoxdur; «tokayev» göstərilir.']);
  });

  it('shows a refusal in the words of the service', async () => {
    const { page, url } = fixture();
    const problem = { title: 'Yanlış parametr', detail: 'from > to', status: 400 };
    const contentType = 'application/problem+json';
    await answerBy(page, (route) => route.fulfill({ status: 400, contentType, json: problem }));
    await page.goto(url);
    await expect
      .poll(() => page.locator('#results p').allTextContents())
      .toEqual(['Yanlış parametr', 'from > to']);
  });

  it('offers another try when the service cannot be reached', async () => {
    const { page, url } = fixture();
    await answerBy(page, (route) => route.abort());
    await page.goto(url);
    await page.getByRole('button', { name: 'Yenidən cəhd et' }).waitFor();
    await page.unroute('**/v1/search?*');
    await page.getByRole('button', { name: 'Yenidən cəhd et' }).click();
    await page.locator('.hit').first().waitFor();
  });
});
