import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { describeDesk, expectAccessible, signIn } from './desk.js';

const folder = mkdtempSync(join(tmpdir(), 'axtar-portal-'));
writeFileSync(
  join(folder, 'xeberler.ndjson'),
  '{"id":"qovluqdan","title":"Qovluqdan gələn xəbər"}\n',
);
afterAll(() => rmSync(folder, { recursive: true }));

describeDesk('portals at the desk', (fixture) => {
  it('can be read by everybody when there are none', async () => {
    await signIn(fixture(), '/desk/sources');
    await expectAccessible(fixture().page);
  });

  it('are added, and a wrong address is said at its field', async () => {
    const { page } = fixture();
    await signIn(fixture(), '/desk/sources/new');
    await expectAccessible(page);
    const address = page.getByLabel('Ünvan');
    await address.fill('portal.example/rss');
    await page.getByRole('button', { name: 'Yadda saxla' }).click();
    await expect.poll(() => address.getAttribute('aria-invalid')).toBe('true');
    await expectAccessible(page);
    await address.fill('https://portal.example/rss');
    await page.getByRole('button', { name: 'Yadda saxla' }).click();
    await page.waitForURL('**/desk/sources/portal-example**');
    await expectAccessible(page);
  });

  it('are tried without writing anything, then read, and say what came of it', async () => {
    const { page, service } = fixture();
    service.sync.add({ id: 'qovluq', kind: 'folder', path: folder });
    await signIn(fixture(), '/desk/sources/qovluq');
    await page.getByRole('button', { name: 'Sına' }).click();
    await page.getByText('Qovluqdan gələn xəbər').or(page.getByText('qovluqdan')).first().waitFor();
    expect(await service.engine.get('qovluqdan')).toBeUndefined();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'İndi oxu' }).click();
    await expect.poll(async () => (await service.engine.get('qovluqdan'))?.title).toBeDefined();
    await page.goto(`${fixture().url}/desk/sources`);
    await expect.poll(() => page.getByRole('row', { name: 'qovluq' }).textContent()).toContain('1');
    await expectAccessible(page);
  });
});

describeDesk('proposed spellings', (fixture) => {
  it('can be read by everybody', async () => {
    await signIn(fixture(), '/desk/words/proposals');
    await expectAccessible(fixture().page);
  });
});
