import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describePage, parameter } from './browser.js';

const rows = (page: Page) => page.locator('#suggestions').getByRole('option');
const options = (page: Page) => rows(page).allTextContents();
const box = (page: Page) => page.getByRole('combobox', { name: 'Axtarış' });

/** The service gathers its proposals after the start. */
async function open(page: Page, url: string): Promise<void> {
  await page.goto(url);
  const isReady = async () => {
    const answer = await page.request.get(`${url}/v1/suggest?q=tok`);
    return !(await answer.text()).includes('"building"');
  };
  await expect.poll(isReady).toBe(true);
}

async function type(page: Page, text: string): Promise<void> {
  await box(page).pressSequentially(text);
  await rows(page).first().waitFor();
}

describePage('the search box as a combobox', (fixture) => {
  it('proposes while somebody types, and points at rows while the caret stays', async () => {
    const { page, url } = fixture();
    await open(page, url);
    expect(await box(page).getAttribute('aria-expanded')).toBe('false');
    await type(page, 'tok');
    expect(await box(page).getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('ArrowDown');
    const id = await box(page).getAttribute('aria-activedescendant');
    expect(await page.locator('[aria-selected=true]').getAttribute('id')).toBe(id);
    expect(await page.evaluate('document.activeElement.id')).toBe('q');
    await page.keyboard.press('ArrowUp');
    expect(await box(page).getAttribute('aria-activedescendant')).toBeNull();
  });

  it('closes on Escape and keeps what was typed', async () => {
    const { page, url } = fixture();
    await open(page, url);
    await type(page, 'tok');
    await page.keyboard.press('Escape');
    expect(await options(page)).toEqual([]);
    expect(await box(page).inputValue()).toBe('tok');
  });

  it('leads to a topic, in place of the words', async () => {
    const { page, url } = fixture();
    await open(page, url);
    await type(page, 'cəmiyy');
    await page.getByRole('option', { name: 'Cəmiyyət mövzu' }).click();
    await expect.poll(() => parameter(page, 'topic')).toBe('cemiyyet');
    await expect.poll(() => box(page).inputValue()).toBe('');
    expect(await options(page)).toEqual([]);
  });

  it('leads to an article by its title, with the keys alone', async () => {
    const { page, url } = fixture();
    await open(page, url);
    await type(page, 'tokayev orta');
    const at = (await options(page)).findIndex((text) => text.endsWith('məqalə'));
    for (let step = 0; step <= at; step++) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/articles/dehliz?q=*');
    expect(await page.locator('article h1').textContent()).toBe('Tokayev Orta Dəhlizdən danışdı');
  });

  it('searches on Enter for what was typed when no row is chosen', async () => {
    const { page, url } = fixture();
    await open(page, url);
    await type(page, 'tokayev');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.getByRole('status').textContent()).toBe('2 nəticə');
    expect(await options(page)).toEqual([]);
  });

  it('takes a tap', async () => {
    const { browser, url } = fixture();
    const context = await browser.newContext({
      hasTouch: true,
      viewport: { width: 390, height: 844 },
    });
    const page = await context.newPage();
    await open(page, url);
    await type(page, 'cəmiyy');
    await page.getByRole('option', { name: 'Cəmiyyət mövzu' }).tap();
    await expect.poll(() => parameter(page, 'topic')).toBe('cemiyyet');
    await context.close();
  });

  it('remembers searches in the browser alone, until it is told to forget', async () => {
    const { page, url } = fixture();
    await open(page, url);
    await box(page).fill('Tokayev');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate('localStorage.length')).toBe(1);
    await page.goto(url);
    await box(page).click();
    expect(await options(page)).toEqual(['Tokayevson axtarış', 'Axtarış tarixçəsini sil']);
    await page.getByRole('option', { name: 'Axtarış tarixçəsini sil' }).click();
    expect(await page.evaluate('localStorage.length')).toBe(0);
    expect(await options(page)).toEqual([]);
  });

  it('never shows proposals for what is no longer typed', async () => {
    const { page, url } = fixture();
    await open(page, url);
    await type(page, 'tok');
    await box(page).fill('');
    await page.evaluate('new Promise((done) => setTimeout(done, 300))');
    // On a slow machine the first letters have rested long enough to be a recent search.
    expect(await page.locator('#suggestions li:not(.recent, .forget)').count()).toBe(0);
  });
});
