import { expect, it } from 'vitest';
import { describePage } from './browser.js';

describePage('what the page makes of answers', (fixture) => {
  it('never shows an older answer over a newer one', async () => {
    const { page, url } = fixture();
    let releaseOld = () => {};
    const held = new Promise<void>((resolve) => (releaseOld = resolve));
    await page.goto(url);
    await page.route('**/?q=hav', async (route) => {
      await held;
      // The page may have hung up on the older question already.
      await route.continue().catch(() => {});
    });
    const old = page.waitForRequest((request) => request.url().endsWith('?q=hav'));
    await page.locator('#q').fill('hav');
    await old;
    await page.locator('#q').fill('tokayev');
    await expect.poll(() => page.getByRole('status').textContent()).toBe('2 nəticə');
    releaseOld();
    await page.evaluate('new Promise((done) => setTimeout(done, 200))');
    expect(await page.getByRole('status').textContent()).toBe('2 nəticə');
    expect(await page.locator('#q').inputValue()).toBe('tokayev');
  });

  it('settles on what was typed last, however fast', async () => {
    const { page, url } = fixture();
    await page.goto(url);
    await page.locator('#q').pressSequentially('hava proqnozu 7', { delay: 20 });
    await expect.poll(() => page.title()).toBe('hava proqnozu 7 · Axtar');
    expect(await page.locator('.hit h2').first().textContent()).toBe('Hava proqnozu, 7 may');
    await page.goBack();
    await expect.poll(() => page.title()).toBe('Axtar: Azərbaycan mətnlərində axtarış');
    expect(await page.locator('#q').inputValue()).toBe('');
  });

  it('says that typing is not yet a search', async () => {
    const { page, url } = fixture();
    await page.goto(url);
    const asked = page.waitForRequest((request) => request.url().endsWith('?q=tok'));
    await page.locator('#q').fill('tok');
    expect((await asked).headers()['x-axtar-typing']).toBe('1');
  });

  it('says when the service cannot be reached, keeps the list, and tries again', async () => {
    const { page, url } = fixture();
    await page.goto(`${url}/?q=Tokayev`);
    await page.context().setOffline(true);
    await page.getByRole('checkbox', { name: 'Siyasət' }).check();
    await page.getByText('Xidmətə qoşulmaq mümkün olmadı').waitFor();
    expect(await page.locator('.hit').count()).toBe(2);
    await page.context().setOffline(false);
    await expect.poll(() => page.locator('.hit').count()).toBe(1);
    expect(await page.locator('#trouble').count()).toBe(0);
  });
});
