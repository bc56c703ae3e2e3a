import { expect, it } from 'vitest';
import { describePage } from './browser.js';

describePage('a hit', (fixture) => {
  it('lists the other outlets that tell the same', async () => {
    const { page, url } = fixture();
    await page.goto(`${url}/?q=Kürdə`);
    expect(await page.locator('.hit').count()).toBe(1);
    await page.getByText('Eyni xəbər daha 1 mənbədə').click();
    expect(await page.locator('.story li').textContent()).toContain('Kür Xəbər');
  });

  it('says on demand why it was found, and where', async () => {
    const { page, url } = fixture();
    await page.goto(`${url}/?q=Tokayev`);
    const why = page.locator('.hit', { hasText: 'Orta Dəhlizdən' }).locator('.why');
    expect(await why.locator('dd').first().isVisible()).toBe(false);
    await why.getByText('Niyə tapılıb?').click();
    await expect
      .poll(() => why.locator('dd').textContent())
      .toMatch(/yazdığınız kimi: .*; sözün başqa forması: tokayevin; başlıqda, mətndə, 2 dəfə/);
  });

  it('says so without a script on a page of its own', async () => {
    const { browser, url } = fixture();
    const page = await browser.newPage({ javaScriptEnabled: false });
    await page.goto(`${url}/?q=Токаев`);
    await page.getByText('Niyə tapılıb?').first().click();
    await page.getByRole('link', { name: 'Ətraflı' }).first().click();
    expect(await page.locator('#why').textContent()).toContain('başqa hərflərlə yazılışda');
    await page.close();
  });

  it.each([
    ['ещлфнум', '«ещлфнум» üçün nəticə yoxdur; «tokayev» göstərilir.'],
    ['tokayvev', /«tokayvev»|«Tokayev»/i],
  ])('says how %s was read', async (q, note) => {
    const { page, url } = fixture();
    await page.goto(`${url}/?q=${encodeURIComponent(q)}`);
    expect(await page.locator('#results .notice').textContent()).toMatch(note);
    expect(await page.locator('.hit').count()).toBe(2);
  });
});

describePage('the page of an article', (fixture) => {
  it('shows its paragraphs as text, with what was asked marked', async () => {
    const { page, url } = fixture();
    await page.goto(`${url}/?q=Tokayev`);
    await page.getByRole('link', { name: 'Tokayev Orta Dəhlizdən danışdı' }).click();
    await page.waitForURL('**/articles/dehliz?q=Tokayev');
    expect(await page.locator('article > p:not([class])').allTextContents()).toEqual([
      'Görüşdə Orta Dəhlizin <b>yükləri</b> müzakirə olunub.',
      'Tokayevin sözləri & rəqəmlər.',
    ]);
    expect(await page.locator('article mark').allTextContents()).toEqual(['Tokayev', 'Tokayevin']);
    await page.getByRole('link', { name: 'Nəticələrə qayıt' }).click();
    expect(await page.locator('.hit').count()).toBe(2);
  });

  it('lists the same story elsewhere', async () => {
    const { page, url } = fixture();
    await page.goto(`${url}/articles/sel-1`);
    expect(await page.locator('.same li').textContent()).toContain('Muğan Postu');
  });

  it('is a page that says so where there is no such article', async () => {
    const { page, url } = fixture();
    const answer = await page.goto(`${url}/articles/nothing`);
    expect(answer?.status()).toBe(404);
    expect(await page.locator('h1').count()).toBe(1);
    expect(await page.getByRole('link', { name: 'Axtarış səhifəsinə keç' }).isVisible()).toBe(true);
  });
});
