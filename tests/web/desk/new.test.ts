import { expect, it } from 'vitest';
import { describeDesk, expectAccessible, focused, signIn } from './desk.js';

const PAGE = `Ana səhifə / Mədəniyyət
Şəkidə ipək sərgisi açılıb
12 may 2025, 14:30
Şəkidə ipək ustalarının sərgisi açılıb. Sərgidə otuz ustanın işləri nümayiş olunur.
Müəllif: Leyla Əhmədli
Ən çox oxunanlar
Bakıda yağış yağacaq`;

describeDesk('a new article', (fixture) => {
  it('is found while a page is being pasted, looked over and saved', async () => {
    const { page, service } = fixture();
    await signIn(fixture(), '/desk/new');
    const before = (await service.engine.stats()).documents;
    await page.getByLabel('Səhifənin mətni').fill(PAGE);
    await page.getByRole('heading', { name: 'Nə tapıldı' }).waitFor();
    const found = await page.locator('.found').textContent();
    for (const fact of [
      'Şəkidə ipək sərgisi açılıb',
      'Leyla Əhmədli',
      '12.05.2025 14:30',
      'Mədəniyyət',
    ])
      expect(found).toContain(fact);
    expect(found).not.toContain('yağış');
    await expectAccessible(page);
    expect((await service.engine.stats()).documents).toBe(before);
    await page.getByLabel('Müəllif', { exact: true }).fill('Leyla Əhmədova');
    await page.getByRole('button', { name: 'Məqaləni əlavə et' }).click();
    await expect.poll(() => focused(page)).toContain('əlavə olundu');
    expect(await page.getByLabel('Müəllif', { exact: true }).inputValue()).toBe('Leyla Əhmədova');
  });

  it('is found in a file that is dropped', async () => {
    const { page } = fixture();
    await signIn(fixture(), '/desk/new');
    await page.evaluate(`{
      const transfer = new DataTransfer();
      transfer.items.add(new File([${JSON.stringify(PAGE)}], 'sehife.txt', { type: 'text/plain' }));
      document.getElementById('paste').dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
    }`);
    await page.getByRole('heading', { name: 'Nə tapıldı' }).waitFor();
    expect(await page.getByLabel('Başlıq', { exact: true }).inputValue()).toBe(
      'Şəkidə ipək sərgisi açılıb',
    );
  });

  it('that would be huge, or is no text, is refused in words', async () => {
    const { page } = fixture();
    await signIn(fixture(), '/desk/new');
    await page.getByLabel('Səhifənin mətni').fill('a'.repeat(1_000_000));
    await expect.poll(() => page.locator('#page-note').textContent()).toContain('Mətn çox uzundur');
    const bytes = Buffer.from([0xc7, 0xff, 0xfe, 0x80]);
    await page
      .locator('#file')
      .setInputFiles({ name: 'x.txt', mimeType: 'text/plain', buffer: bytes });
    await expect.poll(() => page.locator('#page-note').textContent()).toContain('UTF-8');
  });

  it('can be made without scripts', async () => {
    const { browser, url, key } = fixture();
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await signIn({ page, url, key }, '/desk/new');
    await page.getByLabel('Səhifənin mətni').fill(PAGE.replace('Şəkidə', 'Gəncədə'));
    await page.getByRole('button', { name: 'Məqaləni tap' }).click();
    await page.getByRole('heading', { name: 'Nə tapıldı' }).waitFor();
    await page.getByRole('button', { name: 'Məqaləni əlavə et' }).click();
    await page.getByText('Məqalə əlavə olundu').waitFor();
    await context.close();
  });
});
