import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describePage, parameter } from './browser.js';

const titles = (page: Page) => page.locator('.hit h2').allTextContents();

describePage('the page without a script', (fixture) => {
  async function open(path: string): Promise<Page> {
    const { browser, url } = fixture();
    const page = await browser.newPage({ javaScriptEnabled: false });
    await page.goto(url + path);
    return page;
  }

  it('searches by its form', async () => {
    const page = await open('/');
    await page.locator('#q').fill('Tokayev');
    await page.getByRole('button', { name: 'Axtar' }).click();
    expect(await titles(page)).toHaveLength(2);
    expect(await page.getByRole('status').textContent()).toBe('2 nəticə');
    await page.close();
  });

  it('narrows by what is ticked, once it is sent', async () => {
    const page = await open('/?q=Tokayev');
    await page.getByRole('checkbox', { name: 'Siyasət' }).check();
    await page.getByRole('button', { name: 'Tətbiq et' }).click();
    expect(await titles(page)).toEqual(['Tokayev Bakıya səfərə gəldi']);
    expect(parameter(page, 'topic')).toBe('siyaset');
    await page.getByRole('link', { name: 'Süzgəci götür: Siyasət' }).click();
    expect(await titles(page)).toHaveLength(2);
    await page.close();
  });

  it('has bars that are links, pages, and an order', async () => {
    const page = await open('/');
    await page.getByRole('link', { name: 'may 2023: 22' }).click();
    expect(parameter(page, 'to')).toBe('2023-05-31');
    await page.getByRole('link', { name: 'Səhifə 2' }).click();
    expect(await titles(page)).toHaveLength(2);
    await page.locator('#sort').selectOption('date:asc');
    await page.getByRole('button', { name: 'Tətbiq et' }).click();
    expect((await titles(page))[0]).toBe('Hava proqnozu, 1 may');
    await page.close();
  });

  it('shows nothing that does nothing', async () => {
    const page = await open('/?q=Tokayev');
    expect(await page.getByRole('slider').count()).toBe(0);
    expect(await page.locator('#filters-button').isVisible()).toBe(false);
    await page.close();
  });

  it('fits a phone, with the filters open', async () => {
    const page = await open('/?q=Tokayev');
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await page.getByRole('checkbox', { name: 'Siyasət' }).isVisible()).toBe(true);
    await page.close();
  });

  it('ignores what a link was decorated with, and what it cannot use', async () => {
    const page = await open('/?q=Tokayev&utm_source=x&page=zero&from=tomorrow&sort=best&hl=tr');
    expect(await titles(page)).toHaveLength(2);
    expect(await page.locator('html').getAttribute('lang')).toBe('az');
    await page.close();
  });
});
