import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { describePage } from './browser.js';

const Told = z.object({
  type: z.string(),
  q: z.string(),
  total: z.number(),
  id: z.string().optional(),
});

/** Longer than the rest after which typing is a search. */
const PATIENT = { timeout: 10_000 };

/** Keeps what the page would tell the service. */
async function listen(page: Page): Promise<() => Promise<unknown[]>> {
  await page.addInitScript(() => {
    const told: string[] = [];
    Object.assign(globalThis, { told });
    navigator.sendBeacon = (_address, body) => {
      if (body instanceof Blob) void body.text().then((text) => told.push(text));
      return true;
    };
  });
  return async () =>
    z
      .array(z.string())
      .parse(await page.evaluate('told'))
      .map((text) => Told.parse(JSON.parse(text)));
}

describePage('what the page tells', (fixture) => {
  it('is a search once nobody types any more, and an article that is opened', async () => {
    const { page, url } = fixture();
    const told = await listen(page);
    await page.goto(url);
    await page.locator('#q').pressSequentially('Tokayev', { delay: 30 });
    await expect.poll(() => page.getByRole('status').textContent()).toBe('2 nəticə');
    expect(await told()).toEqual([]);
    await expect.poll(told, PATIENT).toEqual([{ type: 'search', q: 'Tokayev', total: 2 }]);
    await page
      .locator('.hit h2 a')
      .first()
      .evaluate((link) => {
        link.addEventListener('click', (event) => event.preventDefault());
      });
    await page.locator('.hit h2 a').first().click();
    await expect
      .poll(async () => (await told()).at(-1))
      .toEqual({ type: 'open', q: 'Tokayev', total: 2, id: 'sefer' });
  });

  it('is a search at once on Enter, and once however it is narrowed', async () => {
    const { page, url } = fixture();
    const told = await listen(page);
    await page.goto(url);
    await page.locator('#q').fill('Tokayev');
    await page.keyboard.press('Enter');
    await expect.poll(told, PATIENT).toHaveLength(1);
    await page.getByRole('checkbox', { name: 'Siyasət' }).check();
    await expect.poll(() => page.getByRole('status').textContent()).toBe('1 nəticə');
    await page.evaluate('new Promise((done) => setTimeout(done, 100))');
    expect(await told()).toHaveLength(1);
  });
});
