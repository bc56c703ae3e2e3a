import { expect, it } from 'vitest';
import { holdWrites } from '../../http/holding.js';
import { describeDesk, expectAccessible, focused, signIn } from './desk.js';

const CSV = 'id;title;date\ncsv-1;Bir;2025-10-23\ncsv-2;İki;dünən\ncsv-3\n';

describeDesk('runs at the desk', (fixture) => {
  it('take a file and report record by record while it is read', async () => {
    const { page, service } = fixture();
    await signIn(fixture(), '/desk/import');
    const held = holdWrites(service);
    await page
      .getByLabel('Faylı bura atın')
      .setInputFiles({ name: 'meqaleler.csv', mimeType: 'text/csv', buffer: Buffer.from(CSV) });
    await page.getByRole('button', { name: 'Yüklə' }).click();
    await expect.poll(() => focused(page)).toContain('Fayl qəbul olundu');
    await held.full;
    await page.getByRole('progressbar', { name: 'Gediş' }).waitFor();
    await expectAccessible(page);
    held.open();
    await page.getByText('1 yazıldı, 2 kənarda qaldı').first().waitFor();
    const rows = page.getByRole('row');
    await expect.poll(() => rows.count()).toBe(3);
    expect(await rows.nth(1).textContent()).toContain('3dateTarix oxunmur');
    expect(await page.locator('#run-said').textContent()).toContain('bitdi');
    await expectAccessible(page);
  });

  it('refuse a file of another kind before it is sent', async () => {
    const { page } = fixture();
    await signIn(fixture(), '/desk/import');
    const file = { name: 'x.pdf', mimeType: 'application/pdf', buffer: Buffer.from('x') };
    await page.getByLabel('Faylı bura atın').setInputFiles(file);
    await page.getByRole('button', { name: 'Yüklə' }).click();
    await expect.poll(() => page.locator('#file-note').textContent()).toContain('Bu fayl oxunmur');
  });

  it('are asked for and watched to their end without a reload', async () => {
    const { page, service } = fixture();
    await signIn(fixture(), '/desk/runs');
    const { documents } = await service.engine.stats();
    await page.getByRole('button', { name: 'Yenidən indekslə' }).click();
    await page.waitForURL('**/desk/runs/*');
    await page.locator('[data-status=succeeded]').waitFor();
    expect(await page.locator('.progress').textContent()).toContain(`${documents} təhlil olundu`);
    await page.getByRole('link', { name: 'İşlərə qayıt' }).click();
    const row = page.getByRole('row', { name: 'Yenidən indeksləmə' });
    expect(await row.textContent()).toContain('Redaksiya');
  });

  it('are canceled', async () => {
    const { page, service, url } = fixture();
    const held = holdWrites(service);
    const upload = (async function* () {
      yield await Promise.resolve(Buffer.from('{"id":"uzun","title":"Uzun"}'));
    })();
    await service.jobs.receive(upload, { format: 'ndjson', limitBytes: 1_000 });
    await held.full;
    const { job } = await service.jobs.enqueue({ kind: 'reindex' });
    await signIn(fixture());
    await page.goto(`${url}/desk/runs/${job.id}`);
    await page.getByRole('button', { name: 'Dayandır' }).click();
    await page.locator('[data-status=canceled]').waitFor();
    held.open();
    expect(await page.locator('.progress').textContent()).toContain('dayandırıldı');
  });
});
