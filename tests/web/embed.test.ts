import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeEmbed } from './embed-fixture.js';

const SEFER = 'Tokayev Bakıya səfərə gəldi';
const DEHLIZ = 'Tokayev Orta Dəhlizdən danışdı';
const INLINE = '<axtar-search results="inline"></axtar-search>';

const titles = (page: Page) => page.locator('article h2').allTextContents();
const box = (page: Page) => page.getByRole('combobox');

describeEmbed('the search box in a page of another origin', {}, (fixture) => {
  it('searches on Enter and shows hits with marks, dates and topics', async () => {
    const { page, open } = fixture();
    await open(INLINE);
    await box(page).fill('Tokayev');
    await box(page).press('Enter');
    await expect.poll(() => titles(page)).toEqual([SEFER, DEHLIZ]);
    expect(await page.locator('article mark').allTextContents()).toEqual(['Tokayev', 'Tokayev']);
    expect(await page.getByRole('status').textContent()).toBe('2 nəticə');
    expect(await page.locator('article time').first().textContent()).toBe('23 oktyabr 2025');
    expect(await page.locator('article a').first().getAttribute('href')).toBe(
      'https://xeber.example/sefer',
    );
  });
});
