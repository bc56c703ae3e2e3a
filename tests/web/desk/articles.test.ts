import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeDesk, expectAccessible, focused, signIn, type DeskFixture } from './desk.js';

async function put({ service }: DeskFixture, id: string, title: string): Promise<void> {
  const { toArticle, toDocument, engine } = service;
  const record = { id, title, body: 'Mətn.' };
  const idBase = { name: id, shared: false };
  await engine.upsert([toDocument(toArticle({ place: id, record, idBase }))]);
}

async function signInAgain(page: Page, key: string): Promise<void> {
  await page.locator('#key').fill(key);
  await page.keyboard.press('Enter');
  await page.locator('.desk-sections').waitFor();
  await page.close();
}

const titleOf = async ({ service }: DeskFixture, id: string) =>
  (await service.engine.get(id))?.title;

describeDesk('articles at the desk', (fixture) => {
  it('are found, opened, edited and saved by the keyboard alone', async () => {
    const { page } = fixture();
    await put(fixture(), 'klaviatura', 'Kəpənəklərin köçü');
    await signIn(fixture());
    await page.getByRole('searchbox').focus();
    await page.keyboard.type('kepenek');
    await page.keyboard.press('Enter');
    await page.waitForURL('**q=kepenek**');
    await page.getByRole('link', { name: 'Kəpənəklərin köçü', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('Başlıq', { exact: true }).fill('Durnaların köçü');
    await page.keyboard.press('Control+s');
    await expect.poll(() => focused(page)).toContain('yadda saxlanıldı');
    expect(await titleOf(fixture(), 'klaviatura')).toBe('Durnaların köçü');
  });

  it('show what is wrong beside the field and in a summary that has the focus', async () => {
    const { page, url } = fixture();
    await put(fixture(), 'sehv', 'Səhv');
    await signIn(fixture());
    await page.goto(`${url}/desk/articles/sehv`);
    await page.getByLabel('Ünvan (URL)').fill('javascript:alert(1)');
    await page.getByRole('button', { name: 'Yadda saxla' }).click();
    await expect.poll(() => focused(page)).toContain('Ünvan http://');
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Ünvan http://' }).click();
    expect(await page.getByLabel('Ünvan (URL)').getAttribute('aria-invalid')).toBe('true');
    expect(await page.getByLabel('Ünvan (URL)').inputValue()).toBe('javascript:alert(1)');
  });

  it('keep what was typed when the session has ended meanwhile', async () => {
    const { page, url, service } = fixture();
    await put(fixture(), 'sessiya', 'Sessiya');
    const { key, record } = service.keys.create({ role: 'editor' });
    await signIn({ page, url, key });
    await page.goto(`${url}/desk/articles/sessiya`);
    await page.getByLabel('Başlıq', { exact: true }).fill('Uzun zəhmət');
    service.keys.revoke(record.id);
    await page.getByRole('button', { name: 'Yadda saxla' }).click();
    await page.getByText('Sessiya bitib').waitFor();
    expect(await page.getByLabel('Başlıq', { exact: true }).inputValue()).toBe('Uzun zəhmət');
    const opened = page.waitForEvent('popup');
    await page.getByRole('link', { name: 'Yeni pəncərədə daxil ol' }).click();
    await signInAgain(await opened, fixture().key);
    await page.getByRole('button', { name: 'Yadda saxla' }).click();
    await expect.poll(() => focused(page)).toContain('yadda saxlanıldı');
    expect(await titleOf(fixture(), 'sessiya')).toBe('Uzun zəhmət');
  });

  it('are deleted after a question', async () => {
    const { page, url } = fixture();
    await put(fixture(), 'artiq', 'Artıq məqalə');
    await signIn(fixture());
    await page.goto(`${url}/desk/articles/artiq`);
    await page.getByRole('link', { name: 'Sil…' }).click();
    await page.getByRole('button', { name: 'Bəli, sil' }).click();
    await expect.poll(() => focused(page)).toContain('Məqalə silindi');
    expect(await titleOf(fixture(), 'artiq')).toBeUndefined();
  });

  it('are explained by one click', async () => {
    const { page } = fixture();
    await put(fixture(), 'izah', 'Durnaların qayıdışı');
    await signIn(fixture(), '/desk/articles?q=durna');
    await page.getByRole('link', { name: 'niyə burada? – Durnaların qayıdışı' }).click();
    await page.getByRole('heading', { name: 'Yerini nə müəyyən edir' }).waitFor();
    expect(await page.locator('.verdict').textContent()).toContain('Durnaların qayıdışı');
  });
});

describeDesk('an article that two are editing', (fixture) => {
  /** Somebody else saves while we have typed another title. */
  async function meet(id: string): Promise<void> {
    const { page, url } = fixture();
    await put(fixture(), id, 'İlk başlıq');
    await signIn(fixture());
    await page.goto(`${url}/desk/articles/${id}`);
    await page.getByLabel('Başlıq', { exact: true }).fill('Mənim başlığım');
    await put(fixture(), id, 'Onun başlığı');
    await page.getByRole('button', { name: 'Yadda saxla' }).click();
    await expect.poll(() => focused(page)).toContain('bu arada başqası dəyişib');
    const row = page.getByRole('row', { name: 'Başlıq' });
    expect(await row.getByRole('cell').allTextContents()).toEqual([
      'Mənim başlığım',
      'Onun başlığı',
    ]);
    expect(await titleOf(fixture(), id)).toBe('Onun başlığı');
  }

  it('can stay mine', async () => {
    await meet('menim');
    const { page } = fixture();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Mənimki qalsın' }).click();
    await expect.poll(() => focused(page)).toContain('yadda saxlanıldı');
    expect(await titleOf(fixture(), 'menim')).toBe('Mənim başlığım');
  });

  it('can stay theirs', async () => {
    await meet('onun');
    const { page } = fixture();
    await page.getByRole('link', { name: 'İndeksdəki qalsın' }).click();
    await expect
      .poll(() => page.getByLabel('Başlıq', { exact: true }).inputValue())
      .toBe('Onun başlığı');
    expect(await titleOf(fixture(), 'onun')).toBe('Onun başlığı');
  });

  it('can be edited on, with nothing lost that was typed', async () => {
    await meet('davam');
    const { page } = fixture();
    await page.getByRole('button', { name: 'Redaktəyə davam' }).click();
    const title = page.getByLabel('Başlıq', { exact: true });
    await expect.poll(() => title.inputValue()).toBe('Mənim başlığım');
    await title.fill('Birgə başlıq');
    await page.getByRole('button', { name: 'Yadda saxla' }).click();
    await expect.poll(() => focused(page)).toContain('yadda saxlanıldı');
    expect(await titleOf(fixture(), 'davam')).toBe('Birgə başlıq');
  });
});
