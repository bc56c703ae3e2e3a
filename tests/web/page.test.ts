import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describePage, parameter } from './browser.js';

const titles = (page: Page) => page.locator('.hit h2').allTextContents();
const hrefs = (links: Element[]) => links.map((link) => link.getAttribute('href') ?? '');
const SEFER = 'Tokayev Bakıya səfərə gəldi';
const DEHLIZ = 'Tokayev Orta Dəhlizdən danışdı';

describePage('the page', (fixture) => {
  it('begins with three examples and the newest articles', async () => {
    const { page, url } = fixture();
    await page.goto(url);
    await page.locator('.hit').first().waitFor();
    expect(await page.locator('.examples a').allTextContents()).toEqual([
      'Tokayev',
      '"Orta Dəhliz"',
      'süni intellekt',
    ]);
    expect((await titles(page)).slice(0, 2)).toEqual([SEFER, DEHLIZ]);
    expect(await page.locator('.hit time').first().textContent()).toBe('23 oktyabr 2025');
    expect(await page.locator('.hit h2 a').first().getAttribute('href')).toBe(
      'https://xeber.example/sefer',
    );
    expect(await page.locator('.hit h2 a').nth(1).getAttribute('href')).toBe('/articles/dehliz');
  });

  it('searches while typing and sends the words exactly as typed', async () => {
    const { page, url } = fixture();
    await page.goto(url);
    const asked = page.waitForRequest((request) => request.url().endsWith('/?q=Tokayev+'));
    await page.locator('#q').pressSequentially('Tokayev ');
    await asked;
    await expect.poll(() => titles(page)).toEqual([SEFER, DEHLIZ]);
    expect(await page.locator('h2 mark').allTextContents()).toEqual(['Tokayev', 'Tokayev']);
    expect(await page.getByRole('status').textContent()).toBe('2 nəticə');
    expect(parameter(page, 'q')).toBe('Tokayev ');
    expect(await page.title()).toBe('Tokayev · Axtar');
  });

  it('narrows by a topic, names it in a chip, and Back takes it away', async () => {
    const { page, url } = fixture();
    await page.goto(`${url}/?q=Tokayev`);
    await page.getByRole('checkbox', { name: 'Siyasət' }).check();
    await expect.poll(() => titles(page)).toEqual([SEFER]);
    expect(parameter(page, 'topic')).toBe('siyaset');
    expect(await page.locator('#chips').textContent()).toBe('Siyasət');
    await page.goBack();
    await expect.poll(() => titles(page)).toEqual([SEFER, DEHLIZ]);
    expect(await page.getByRole('checkbox', { name: 'Siyasət' }).isChecked()).toBe(false);
    await page.goForward();
    await page.getByRole('link', { name: 'Süzgəci götür: Siyasət' }).click();
    await expect.poll(() => titles(page)).toEqual([SEFER, DEHLIZ]);
  });

  it('turns a bar of the histogram into a range of dates', async () => {
    const { page, url } = fixture();
    await page.goto(url);
    await page.getByRole('link', { name: 'mart 2024: 1' }).click();
    await expect.poll(() => titles(page)).toEqual([DEHLIZ]);
    expect([parameter(page, 'from'), parameter(page, 'to')]).toEqual(['2024-03-01', '2024-03-31']);
    expect(await page.locator('#from').inputValue()).toBe('2024-03-01');
    expect(await page.locator('#chips').textContent()).toBe('mart 2024');
  });

  it('keeps the page of the list over a reload', async () => {
    const { page, url } = fixture();
    await page.goto(url);
    await page.getByRole('link', { name: 'Səhifə 2' }).click();
    await expect.poll(() => page.getByRole('status').textContent()).toContain('səhifə 2 / 2');
    await page.reload();
    await expect.poll(async () => (await titles(page)).length).toBe(5);
    expect(await page.locator('[aria-current=page]').textContent()).toBe('2');
  });

  it('says in words that nothing was found', async () => {
    const { page, url } = fixture();
    await page.goto(`${url}/?q=qwxzr`);
    await expect
      .poll(() => page.locator('#results h2').allTextContents())
      .toEqual(['«qwxzr» üçün heç nə tapılmadı']);
  });

  it('brings the caret to the box on / and writes no / into it', async () => {
    const { page, url } = fixture();
    await page.goto(`${url}/?q=Tokayev`);
    await page.locator('.hit').first().waitFor();
    await page.keyboard.press('/');
    expect(await page.evaluate('document.activeElement.id')).toBe('q');
    expect(await page.locator('#q').inputValue()).toBe('Tokayev');
  });

  it('speaks English on request, and every link keeps it', async () => {
    const { page, url } = fixture();
    await page.goto(`${url}/?q=Tokayev`);
    await page.getByRole('link', { name: 'English' }).click();
    await page.waitForURL('**hl=en');
    expect(await page.getByRole('status').textContent()).toBe('2 results');
    expect(await page.locator('.hit time').first().textContent()).toBe('23 October 2025');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    const links = await page.locator('a[href^="/"]:not(#language)').evaluateAll(hrefs);
    expect(links.filter((link) => !link.includes('hl=en'))).toEqual([]);
    await page.getByRole('checkbox', { name: 'Siyasət' }).check();
    await expect.poll(() => page.getByRole('status').textContent()).toBe('1 result');
    expect(parameter(page, 'hl')).toBe('en');
  });

  it('fits a phone, with the filters behind a button', async () => {
    const { page, url } = fixture();
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`${url}/?q=Tokayev`);
    await page.locator('.hit').first().waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    expect(await page.getByRole('checkbox', { name: 'Siyasət' }).isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Süzgəclər' }).click();
    expect(await page.getByRole('checkbox', { name: 'Siyasət' }).isVisible()).toBe(true);
  });
});
