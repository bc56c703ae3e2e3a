import { expect, it } from 'vitest';
import { describeDesk, expectAccessible, signIn, type DeskFixture } from './desk.js';

const ask = ({ service }: DeskFixture, q: string, total: number, times = 3) => {
  for (let time = 0; time < times; time++) service.queryLog.searched({ q, total });
};

describeDesk('what people look for', (fixture) => {
  it('is read in each list, on wide screens and narrow ones, light and dark', async () => {
    const { browser, url, key } = fixture();
    ask(fixture(), 'bakı metrosu', 4);
    ask(fixture(), 'Tramb', 0);
    for (const [colorScheme, width] of [
      ['light', 390],
      ['dark', 1440],
    ] as const) {
      const page = await browser.newPage({ colorScheme, viewport: { width, height: 900 } });
      await signIn({ page, url, key }, '/desk/queries');
      await expectAccessible(page);
      for (const list of ['Nəticəsiz qalanlar', 'Heç nə açılmayanlar']) {
        await page.getByRole('link', { name: list, exact: true }).click();
        await page.getByRole('heading', { name: list }).waitFor();
        await expectAccessible(page);
      }
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
      await page.close();
    }
  });

  it('is shown by day as a picture that says what it shows, and in a table', async () => {
    const { page } = fixture();
    ask(fixture(), 'Zəngəzur dəhlizi', 7, 5);
    await signIn(fixture(), '/desk/queries');
    await page.getByRole('link', { name: 'günlər üzrə – Zəngəzur dəhlizi' }).click();
    await page.getByRole('img', { name: /cəmi 5 axtarış, 0 nəticəsiz/ }).waitFor();
    await page.getByText('Rəqəmlər cədvəldə').click();
    expect(await page.getByRole('row').last().isVisible()).toBe(true);
    expect(await page.locator('.figures tbody tr').last().textContent()).toContain('5');
    await expectAccessible(page);
  });

  it('is taken away as a file', async () => {
    const { page } = fixture();
    ask(fixture(), 'neft', 3);
    await signIn(fixture(), '/desk/queries');
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'CSV endir – Ən çox axtarılanlar' }).click();
    expect((await download).suggestedFilename()).toMatch(/^axtar-top-.*\.csv$/);
  });
});
