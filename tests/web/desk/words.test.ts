import { expect, it } from 'vitest';
import { describeDesk, expectAccessible, focused, signIn, type DeskFixture } from './desk.js';

async function put({ service }: DeskFixture, id: string, title: string): Promise<void> {
  const { engine, toDocument } = service;
  await engine.upsert([toDocument({ id, title, body: '', topics: [], lang: 'az' })]);
}

describeDesk("an editor's day", (fixture) => {
  /** What readers get for a query, from the search that is open to them. */
  async function totalOf(q: string): Promise<unknown> {
    const answer = await fetch(`${fixture().url}/v1/search?${new URLSearchParams({ q })}`);
    const body: unknown = await answer.json();
    return typeof body === 'object' && body !== null && 'totalHits' in body && body.totalHits;
  }

  it('leads from a name that nobody finds to one that everybody finds, and back', async () => {
    const { page } = fixture();
    await put(fixture(), 'kend', 'Qarabulaq kəndində bayram');
    const name = 'Xıncıstan';
    expect([await totalOf(name), await totalOf(name)]).toEqual([0, 0]);

    await signIn(fixture(), '/desk/queries?list=empty');
    await page.getByRole('link', { name: `sinonim əlavə et – ${name}` }).click();
    await page.waitForURL('**/desk/words/new**');
    expect(await page.getByRole('textbox', { name: 'Eyni sayılanlar' }).inputValue()).toBe(name);
    expect(await page.getByLabel('Sınaq sorğusu').inputValue()).toBe(name);
    await page.getByLabel('Əsas söz və ya ad').fill('Qarabulaq');
    const after = page.getByRole('region', { name: 'Dəyişiklikdən sonra 1 məqalə' });
    await after.getByText('kəndində bayram').waitFor();
    expect(await after.locator('.tag').allTextContents()).toEqual(['yeni']);
    await expectAccessible(page);
    expect(await totalOf(name)).toBe(0);

    await page.getByLabel('Nə üçün dəyişirsiniz?').fill('Oxucular belə yazır');
    await page.keyboard.press('Control+s');
    await expect.poll(() => focused(page)).toContain('Axtarışda artıq işləyir');
    expect(await totalOf(name)).toBe(1);

    await page.getByRole('button', { name: 'Geri al' }).click();
    await expect.poll(() => focused(page)).toContain('Geri alındı');
    expect(await page.getByText('Oxucular belə yazır').isVisible()).toBe(true);
    await expectAccessible(page);
    expect(await totalOf(name)).toBe(0);
  });
});

describeDesk('a group of words', (fixture) => {
  it('is found by the keyboard, in any spelling', async () => {
    const { page } = fixture();
    await signIn(fixture(), '/desk/words');
    await page.getByRole('searchbox').focus();
    await page.keyboard.type('Трамп');
    await page.keyboard.press('Enter');
    await page.waitForURL('**q=**');
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Tramp', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Tramp', level: 1 }).waitFor();
    await expectAccessible(page);
  });

  it('is tried, and not saved, by Enter', async () => {
    const { page, service } = fixture();
    await signIn(fixture(), '/desk/words/groups/trump');
    await page.getByRole('textbox', { name: 'Eyni sayılanlar' }).fill('Trump\nTrambo');
    await page.getByLabel('Sınaq sorğusu').fill('Trambo');
    await page.keyboard.press('Enter');
    await page.locator('#word-tried .side').first().waitFor();
    expect(service.words.history()).toEqual([]);
    expect(await page.getByRole('textbox', { name: 'Eyni sayılanlar' }).inputValue()).toBe(
      'Trump\nTrambo',
    );
  });

  it('that contradicts another says so while it is typed, and at the field when it is saved', async () => {
    const { page, service } = fixture();
    await signIn(fixture(), '/desk/words/groups/trump');
    await page.getByRole('textbox', { name: 'Eyni sayılanlar' }).fill('Trump\nBiden');
    await page.locator('#word-save').getByText('artıq başqa qrupdadır').waitFor();
    await page.getByRole('button', { name: 'Yadda saxla' }).click();
    await expect.poll(() => focused(page)).toContain('Düzəldilməli olanlar');
    expect(
      await page.getByRole('textbox', { name: 'Eyni sayılanlar' }).getAttribute('aria-invalid'),
    ).toBe('true');
    await expectAccessible(page);
    expect(service.words.history()).toEqual([]);
  });

  it('works without a script', async () => {
    const { browser, url, key, service } = fixture();
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await signIn({ page, url, key }, '/desk/words/groups/biden');
    await page.getByRole('textbox', { name: 'Eyni sayılanlar' }).fill('Biden\nBaydenoğlu');
    await page.getByRole('button', { name: 'Yoxla' }).click();
    await page.locator('#word-tried .side').first().waitFor();
    await page.getByRole('button', { name: 'Yadda saxla' }).click();
    await page.getByText('Axtarışda artıq işləyir').waitFor();
    await context.close();
    expect(service.words.history()).toHaveLength(1);
  });
});
