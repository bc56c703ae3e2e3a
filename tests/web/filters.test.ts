import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describePage, parameter } from './browser.js';

const range = (page: Page) => [parameter(page, 'from'), parameter(page, 'to')];
const status = (page: Page) => page.getByRole('status').first().textContent();

/** Draws over the histogram, from one share of its width to another. */
async function drag(page: Page, from: number, to: number): Promise<void> {
  const area = await page.locator('#bars').boundingBox();
  if (!area) throw new Error('There is no histogram.');
  const { x, y, width, height } = area;
  await page.mouse.move(x + width * from, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width * ((from + to) / 2), y + height / 2);
  await page.mouse.move(x + width * to, y + height / 2);
  await page.mouse.up();
}

describePage('the filters', (fixture) => {
  it('take a range that is drawn over the histogram, and Back undoes it', async () => {
    const { page, url } = fixture();
    await page.goto(url);
    await drag(page, 0.01, 0.05);
    await expect.poll(() => range(page)).toEqual(['2023-05-01', '2023-06-30']);
    await expect.poll(() => status(page)).toBe('23 nəticə');
    expect(await page.locator('#chips a').first().textContent()).toBe('1 may 2023 – 30 iyun 2023');
    await page.goBack();
    await expect.poll(() => status(page)).toBe('25 nəticə');
    expect(await page.locator('#from').inputValue()).toBe('');
  });

  it('move the ends of the range with the keys, and keep the focus', async () => {
    const { page, url } = fixture();
    await page.goto(url);
    const first = page.getByRole('slider', { name: 'Aralığın başlanğıcı' });
    await first.focus();
    await page.keyboard.press('ArrowRight');
    expect(await first.getAttribute('aria-valuetext')).toBe('iyun 2023');
    await expect.poll(() => range(page)).toEqual(['2023-06-01', '2025-10-31']);
    await expect.poll(() => status(page)).toBe('3 nəticə');
    expect(await page.evaluate('document.activeElement.id')).toBe('first-bar');
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => range(page)).toEqual([null, null]);
  });

  it('have ranges with names, in the days of Baku', async () => {
    const { page, url } = fixture();
    await page.goto(url);
    await page.getByRole('link', { name: 'Bu il' }).click();
    const year = new Intl.DateTimeFormat('en', { year: 'numeric', timeZone: 'Asia/Baku' });
    const today = year.format(new Date());
    await expect.poll(() => range(page)).toEqual([`${today}-01-01`, `${today}-12-31`]);
    await expect.poll(() => page.locator('#chips').textContent()).toBe('Bu il');
    expect(await page.locator('#preset-year').getAttribute('aria-current')).toBe('true');
  });

  it('take two days of one’s own', async () => {
    const { page, url } = fixture();
    await page.goto(url);
    await page.getByText('Aralıq', { exact: true }).click();
    await page.getByLabel('Başlanğıc', { exact: true }).fill('2023-05-02');
    await page.getByLabel('Son', { exact: true }).fill('2023-05-04');
    await expect.poll(() => status(page)).toBe('3 nəticə');
  });

  it('find an author by any word of the name', async () => {
    const { page, url } = fixture();
    await page.goto(url);
    const finder = page.getByRole('searchbox', { name: 'Müəllifi adı ilə tap' });
    await finder.fill('pasay');
    await page.getByRole('checkbox', { name: 'Zaur Paşayev' }).check();
    await expect.poll(() => status(page)).toBe('2 nəticə');
    expect(await page.locator('#chips').textContent()).toBe('Zaur Paşayev');
    expect(await finder.inputValue()).toBe('');
    await finder.fill('yoxdur');
    await page.getByText('Belə müəllif yoxdur').waitFor();
  });

  it('stay open and in place when what they list changes', async () => {
    const { page, url } = fixture();
    await page.goto(url);
    await page.getByText('Daha 2 göstər').click();
    await page.getByRole('checkbox', { name: 'Zaur Paşayev' }).check();
    await expect.poll(() => status(page)).toBe('2 nəticə');
    expect(await page.locator('details.further').getAttribute('open')).not.toBeNull();
    expect(await page.evaluate('document.activeElement.value')).toBe(
      await page.getByRole('checkbox', { name: 'Zaur Paşayev' }).inputValue(),
    );
  });

  it('name what is chosen also where nothing is found', async () => {
    const { page, url } = fixture();
    await page.goto(`${url}/?q=qwxzr&topic=cemiyyet`);
    expect(await page.locator('#chips').textContent()).toBe('Cəmiyyət');
    await page.getByRole('link', { name: 'Süzgəcsiz axtar' }).click();
    await expect.poll(() => parameter(page, 'topic')).toBeNull();
  });
});
