import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHouse, type House } from '../house.js';
import { comeIn, type Visitor } from './visitor.js';

let house: House;
let editor: Visitor;
beforeAll(async () => {
  house = await openHouse();
  editor = comeIn(house);
});
afterAll(() => house.close());

const TEXT = `Ana səhifə / Mədəniyyət
Şəkidə ipək sərgisi açılıb
12 may 2025, 14:30
Şəkidə ipək ustalarının sərgisi açılıb. Sərgidə otuz ustanın işləri nümayiş olunur.
Müəllif: Leyla Əhmədli
Ən çox oxunanlar
Bakıda yağış yağacaq`;

const HTML = `<!doctype html><html><head><title>Sayt</title><script>alert("Salam.")</script></head><body>
<nav><a href="/">Ana səhifə</a> / Mədəniyyət</nav><h1>Şəkidə ipək
  sərgisi açılıb</h1><div>12 may 2025, 14:30</div>
<p>Şəkidə ipək ustalarının <b>sərgisi</b> açılıb. Sərgidə otuz ustanın işləri nümayiş olunur.</p>
<p>Müəllif: Leyla Əhmədli</p><h3>Ən çox oxunanlar</h3><ul><li>Bakıda yağış yağacaq</li></ul>`;

describe('a page that is pasted', () => {
  it.each([
    ['text', TEXT],
    ['HTML', HTML],
  ])('as %s shows what was found on it, and saves nothing', async (_, page) => {
    const before = await house.service.engine.stats();
    const { status, text } = await editor.post('/desk/new', { page });
    expect(status).toBe(200);
    expect(text).toContain('<dd class="strong">Şəkidə ipək sərgisi açılıb</dd>');
    expect(text).toContain('<dd>Leyla Əhmədli</dd>');
    expect(text).toContain('<dd>12.05.2025 14:30</dd>');
    expect(text).toContain('<dd>Mədəniyyət</dd>');
    expect(text).toMatch(/name="title"[^>]*value="Şəkidə ipək sərgisi açılıb"/);
    expect(text).toContain('value="2025-05-12T14:30:00"');
    expect((await house.service.engine.stats()).documents).toBe(before.documents);
  });

  it('without an article is said to have none', async () => {
    const { status, text } = await editor.post('/desk/new', { page: '12:30\n\n' });
    expect(status).toBe(200);
    expect(text).toContain('məqalə tapılmadı');
  });

  it('is shown as text, whatever it holds', async () => {
    const page = '</textarea><script>alert(1)</script> Bu cümlə mətndir və davam edir.';
    const { text } = await editor.post('/desk/new', { page });
    expect(text).not.toContain('<script>alert');
  });

  it('that is huge is refused in words', async () => {
    const { status, text } = await editor.post('/desk/new', { page: 'a'.repeat(1_000_001) });
    expect(status).toBe(413);
    expect(text).toContain('Sorğunun gövdəsi çox böyükdür');
  });
});

describe('a new article', () => {
  it('is added and opened', async () => {
    const { status, headers } = await editor.post('/desk/articles', {
      title: 'Yeni körpü',
      body: 'Körpü açılıb.',
      id: 'korpu',
    });
    expect([status, headers['location']]).toEqual([303, '/desk/articles/korpu?done=added']);
    expect(await house.service.engine.get('korpu')).toMatchObject({ title: 'Yeni körpü' });
  });

  it('gets an id of its words, so that sending it twice adds it once', async () => {
    const fields = { title: 'İkinci körpü', body: 'O da açılıb.' };
    const first = await editor.post('/desk/articles', fields);
    expect(first.headers['location']).toMatch(/^\/desk\/articles\/desk-\w+\?done=added$/);
    const again = await editor.post('/desk/articles', fields);
    expect([again.status, again.headers['location']]).toEqual([
      303,
      (first.headers['location'] ?? '').replace('added', 'unchanged'),
    ]);
  });

  it('never replaces one that is there', async () => {
    const response = await editor.post('/desk/articles', { title: 'Başqa', id: 'neft' });
    expect(response.status).toBe(422);
    expect(response.text).toContain('value="Başqa"');
    expect(response.text).toContain('artıq var');
    expect(response.text).toContain('href="/desk/articles/neft"');
    expect((await house.service.engine.get('neft'))?.title).not.toBe('Başqa');
  });

  it.each([
    [{ title: '', body: '' }, 'title'],
    [{ title: 'a', id: '..' }, 'id'],
    [{ title: 'a', lang: 'azərbaycanca' }, 'lang'],
  ])('%j is refused at %s', async (fields, field) => {
    const { status, text } = await editor.post('/desk/articles', fields);
    expect(status).toBe(422);
    expect(text).toContain(`<a href="#${field}">`);
  });
});
