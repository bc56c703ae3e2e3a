import type { Page } from 'playwright-core';
import { beforeAll, expect, it, vi } from 'vitest';
import { describeEmbed } from './embed-fixture.js';

const SEFER = 'Tokayev Bakıya səfərə gəldi';
const DEHLIZ = 'Tokayev Orta Dəhlizdən danışdı';
const INLINE = '<axtar-search results="inline"></axtar-search>';
const SYNCED = '<axtar-search results="inline" sync-address></axtar-search>';

const titles = (page: Page) => page.locator('article h2').allTextContents();
const box = (page: Page) => page.getByRole('combobox');
const status = (page: Page) => page.getByRole('status').textContent();

async function search(page: Page, q: string): Promise<void> {
  await box(page).fill(q);
  await box(page).press('Enter');
}

describeEmbed('the search box in a page of another origin', {}, (fixture) => {
  beforeAll(async () => {
    const { url } = fixture().service;
    const suggestions = async () => (await fetch(`${url}/v1/suggest?q=tok`)).text();
    await vi.waitFor(async () => expect(await suggestions()).not.toContain('building'), 20_000);
  });

  it('searches on Enter and shows hits with marks, dates and topics', async () => {
    const { page, open } = fixture();
    await open(INLINE);
    await search(page, 'Tokayev');
    await expect.poll(() => titles(page)).toEqual([SEFER, DEHLIZ]);
    expect(await page.locator('article mark').allTextContents()).toEqual([
      'Tokayev',
      'Tokayev',
      'Tokayevin',
    ]);
    expect(await status(page)).toBe('2 nəticə');
    expect(await page.locator('article time').first().textContent()).toBe('23 oktyabr 2025');
    expect(await page.locator('article a').first().getAttribute('href')).toBe(
      'https://xeber.example/sefer',
    );
    expect(await page.locator('article a').nth(1).getAttribute('href')).toBe(
      `${fixture().service.url}/articles/dehliz?q=Tokayev`,
    );
  });

  it('completes what is typed, by keyboard', async () => {
    const { page, open } = fixture();
    await open(INLINE);
    await box(page).pressSequentially('tok');
    const options = page.getByRole('option');
    await options.first().waitFor();
    expect(await box(page).getAttribute('aria-expanded')).toBe('true');
    await box(page).press('ArrowDown');
    const chosen = await page.getByRole('option', { selected: true }).textContent();
    const active = await box(page).getAttribute('aria-activedescendant');
    expect(await options.first().getAttribute('id')).toBe(active);
    await box(page).press('Escape');
    expect(await options.count()).toBe(0);
    expect(await box(page).inputValue()).toBe('tok');
    await box(page).press('ArrowDown');
    await options.first().waitFor();
    await box(page).press('ArrowDown');
    await box(page).press('Enter');
    await expect.poll(() => box(page).inputValue()).toBe(chosen);
    await page.locator('article').first().waitFor();
  });

  it('narrows by facets and takes the choice back by its chip, with the focus kept', async () => {
    const { page, open } = fixture();
    await open(INLINE);
    await search(page, 'Tokayev');
    await page.getByRole('button', { name: 'Siyasət 1' }).press('Enter');
    await expect.poll(() => titles(page)).toEqual([SEFER]);
    const pressed = page.getByRole('button', { name: 'Siyasət 1', pressed: true });
    expect(await pressed.evaluate((button) => button.matches(':focus'))).toBe(true);
    await page.getByRole('button', { name: 'Nəqliyyat 1' }).click();
    await expect.poll(() => titles(page)).toEqual([SEFER, DEHLIZ]);
    await page.getByRole('button', { name: 'Süzgəci götür: Siyasət' }).click();
    await expect.poll(() => titles(page)).toEqual([DEHLIZ]);
    await page.getByRole('button', { name: 'Süzgəci götür: Nəqliyyat' }).click();
    await expect.poll(() => titles(page)).toEqual([SEFER, DEHLIZ]);
    await page.getByRole('button', { name: '2024 1' }).click();
    await expect.poll(() => titles(page)).toEqual([DEHLIZ]);
    await page.getByRole('button', { name: '2025 1' }).click();
    await expect.poll(() => titles(page)).toEqual([SEFER]);
  });

  it('adds pages below and goes on reading at the first new hit', async () => {
    const { page, open } = fixture();
    await open('<axtar-search results="inline" per-page="15"></axtar-search>');
    await search(page, 'hava');
    await expect.poll(async () => (await titles(page)).length).toBe(15);
    await page.getByRole('button', { name: 'Daha çox' }).click();
    await expect.poll(async () => (await titles(page)).length).toBe(22);
    expect(await page.locator('article a:focus').textContent()).toBe('Hava proqnozu, 7 may');
    expect(await page.getByRole('button', { name: 'Daha çox' }).count()).toBe(0);
  });

  it('says how the words were read, and that nothing was found', async () => {
    const { page, open } = fixture();
    await open(INLINE);
    await search(page, 'ещлфнум');
    await expect.poll(() => titles(page)).toEqual([SEFER, DEHLIZ]);
    expect(await page.locator('.notice').textContent()).toContain('«tokayev» göstərilir');
    await search(page, 'qwxzr');
    await page.getByRole('heading', { name: '«qwxzr» üçün heç nə tapılmadı' }).waitFor();
    await page.getByRole('button', { name: 'Təmizlə' }).click();
    await expect.poll(() => page.getByRole('region').count()).toBe(0);
  });

  it('keeps what is asked in the address, so that Back and reload work', async () => {
    const { page, open } = fixture();
    await open(SYNCED, { query: '?utm=x' });
    await search(page, 'hava');
    await expect.poll(() => status(page)).toBe('22 nəticə');
    await search(page, 'Tokayev');
    await page.getByRole('button', { name: 'Siyasət 1' }).click();
    await expect.poll(() => titles(page)).toEqual([SEFER]);
    expect(new URL(page.url()).search).toBe('?utm=x&q=Tokayev&q-topic=siyaset');
    await page.reload();
    await expect.poll(() => titles(page)).toEqual([SEFER]);
    await page.goBack();
    await expect.poll(() => titles(page)).toEqual([SEFER, DEHLIZ]);
    await page.goBack();
    await expect.poll(() => status(page)).toBe('22 nəticə');
    expect(await box(page).inputValue()).toBe('hava');
    await page.goBack();
    await expect.poll(() => box(page).inputValue()).toBe('');
    await page.goForward();
    await expect.poll(() => box(page).inputValue()).toBe('hava');
  });

  it('leads to a page of results where it shows none itself', async () => {
    const { page, portal, open } = fixture();
    const target = portal.publish('/axtar', '<title>Results</title>');
    await open('<axtar-search target="/axtar?lang=az" parameter="s"></axtar-search>');
    await search(page, 'orta dəhliz');
    await page.waitForURL(`${target}?lang=az&s=orta+d%C9%99hliz`);
  });

  it('finds only what its fixed filters let pass', async () => {
    const { page, open } = fixture();
    await open('<axtar-search results="inline" topic="neqliyyat, medeniyyet"></axtar-search>');
    await search(page, 'Tokayev');
    await expect.poll(() => titles(page)).toEqual([DEHLIZ]);
  });

  it('drops an answer that comes after a newer one', async () => {
    const { page, open } = fixture();
    await open(INLINE);
    await page.route('**/v1/search', async (route) => {
      const isLate = route.request().postData()?.includes('"hava"') ?? false;
      if (isLate) await new Promise((resolve) => setTimeout(resolve, 700));
      await route.continue().catch(() => undefined);
    });
    const late = page.waitForRequest((request) => request.postData()?.includes('"hava"') ?? false);
    await search(page, 'hava');
    const failed = page.waitForEvent('requestfailed');
    await late;
    await search(page, 'Tokayev');
    await failed;
    await expect.poll(() => titles(page)).toEqual([SEFER, DEHLIZ]);
  });

  it('speaks English where the page does or the attribute says so', async () => {
    const { page, open } = fixture();
    await open('<div lang="en-GB"><axtar-search results="inline"></axtar-search></div>');
    await search(page, 'Tokayev');
    await expect.poll(() => status(page)).toBe('2 results');
    expect(await page.locator('article time').first().textContent()).toBe('23 October 2025');
  });
});
