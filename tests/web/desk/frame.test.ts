import { expect, it } from 'vitest';
import { describeDesk, expectAccessible, focused, signIn } from './desk.js';

const PAGES = [
  '/desk/articles',
  '/desk/articles?q=neft',
  '/desk/articles/neft',
  '/desk/articles/neft?remove=1',
  '/desk/new',
  '/desk/import',
  '/desk/runs',
  '/desk/explain?q=neft&id=neft',
  '/desk/runs/rollback',
];

describeDesk('signing in at the desk', (fixture) => {
  it('says what is wrong with a key, takes the focus there, and then lets in', async () => {
    const { page, url, key } = fixture();
    await page.goto(`${url}/desk/articles?q=neft`);
    await expectAccessible(page);
    await page.getByLabel('Giriş açarı').fill('axtar_editor_yox');
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page)).toContain('Bu açar tanınmır');
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Bu açar tanınmır' }).click();
    await page.getByLabel('Giriş açarı').fill(key);
    await page.getByRole('button', { name: 'Daxil ol' }).click();
    await page.waitForURL('**/desk/articles?q=neft');
    expect(await page.getByRole('searchbox').inputValue()).toBe('neft');
  });

  it('leaves no key where a script could read it, and none after signing out', async () => {
    const { page, url, key } = fixture();
    await signIn(fixture());
    expect(await page.evaluate('document.cookie')).toBe('');
    expect(await page.content()).not.toContain(key);
    await page.getByRole('button', { name: 'Çıxış' }).click();
    await page.waitForURL('**/desk/sign-in');
    await page.goto(`${url}/desk/runs`);
    await page.getByLabel('Giriş açarı').waitFor();
  });

  it('keeps the language from page to page', async () => {
    const { page } = fixture();
    await signIn(fixture(), '/desk/articles?q=neft');
    await page.getByRole('link', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Articles' }).waitFor();
    expect(await page.getByRole('searchbox').inputValue()).toBe('neft');
    await page.getByRole('link', { name: 'Index and runs' }).click();
    await page.getByRole('button', { name: 'Reindex' }).waitFor();
  });
});

describeDesk('every page of the desk', (fixture) => {
  it.each([
    ['light', 390],
    ['light', 820],
    ['dark', 1440],
  ] as const)('can be used by everybody, %s, %i pixels wide', async (colorScheme, width) => {
    const { page, url } = fixture();
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    await signIn(fixture());
    for (const path of PAGES) {
      await page.goto(`${url}${path}`);
      await expectAccessible(page);
      const sideways = await page.evaluate('document.documentElement.scrollWidth > innerWidth');
      expect(`${path} ${sideways ? 'scrolls sideways' : 'fits'}`).toBe(`${path} fits`);
    }
  });

  it('names itself in the navigation and shows the state of the index', async () => {
    const { page, service } = fixture();
    await signIn(fixture(), '/desk/runs');
    const current = page.locator('[aria-current=page]');
    expect(await current.textContent()).toBe('İndeks və işlər');
    const { documents } = await service.engine.stats();
    const state = page.getByRole('region', { name: 'İndeksin vəziyyəti' });
    expect(await state.textContent()).toContain(`Məqalə${documents}`);
    expect(await state.textContent()).toContain('işləyir');
  });
});
