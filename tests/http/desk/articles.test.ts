import type { Response } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entityTag } from '../../../src/http/entity-tag.js';
import { openHouse, type House } from '../house.js';
import { fieldsOf } from './form-fields.js';
import { comeIn, type Visitor } from './visitor.js';

let house: House;
let editor: Visitor;
beforeAll(async () => {
  house = await openHouse();
  editor = comeIn(house);
});
afterAll(() => house.close());

const stored = (id: string) => house.service.engine.get(id);
const openedTag = async (id: string): Promise<string> => {
  const article = await stored(id);
  return article ? entityTag(article) : '';
};
const put = async (id: string, title: string) => {
  const { toArticle, toDocument, engine } = house.service;
  const idBase = { name: id, shared: false };
  await engine.upsert([
    toDocument(toArticle({ place: id, record: { id, title, body: 'Mətn.' }, idBase })),
  ]);
};
const leadsTo = ({ status, headers }: Response) => [status, headers['location']];

describe('the list', () => {
  it('shows everything, newest first, and finds by words', async () => {
    const all = await editor.get('/desk/articles');
    expect(all.status).toBe(200);
    expect(all.text).toContain('/desk/articles/neft');
    expect(all.text).not.toContain('niyə burada?</a>');
    const found = await editor.get('/desk/articles?q=neft');
    expect(found.text).toContain('/desk/explain?q=neft&amp;id=neft');
  });

  it('finds by topic alone', async () => {
    const [topic = ''] = (await stored('neft'))?.topics ?? [];
    const { text } = await editor.get('/desk/articles').query({ topic });
    expect(text).toContain('/desk/articles/neft');
  });

  it.each([
    ['nothing found', '/desk/articles?q=zzzzqqqq', 200, 'Heç nə tapılmadı'],
    ['a page too far', '/desk/articles?page=999999', 400, 'uzağa vərəqləmək'],
    ['a query too long', `/desk/articles?q=${'a'.repeat(513)}`, 400, '512 işarədən'],
    ['no page at all', '/desk/articles?page=x&sort=y&z=1', 200, 'əvvəlcə yenilər'],
  ])('says so of %s', async (_, path, status, words) => {
    const response = await editor.get(path);
    expect(response.status).toBe(status);
    expect(response.text).toContain(words);
  });
});

describe('an article', () => {
  it('is shown with every field, and what it holds is text', async () => {
    await put('x"><b', '<script>alert(1)</script> & "dırnaq"');
    const { status, text } = await editor.get(`/desk/articles/${encodeURIComponent('x"><b')}`);
    expect(status).toBe(200);
    expect(text).not.toContain('<script>alert');
    expect(text).toContain('value="&lt;script>alert(1)&lt;/script> &amp; &quot;dırnaq&quot;"');
    const list = await editor.get('/desk/articles?q=alert');
    expect(list.text).not.toContain('<script>alert');
  });

  it('that is not there is said to be not there', async () => {
    const { status, text } = await editor.get('/desk/articles/yoxdur');
    expect([status, text.includes('Belə sənəd yoxdur')]).toEqual([404, true]);
  });

  it('keeps what its form does not change, to the last field', async () => {
    const before = await stored('neft');
    const { text } = await editor.get('/desk/articles/neft');
    const fields = fieldsOf(text);
    const response = await editor.post('/desk/articles/neft', fields);
    expect(leadsTo(response)).toEqual([303, '/desk/articles/neft?done=unchanged']);
    expect(await stored('neft')).toEqual(before);
  });

  it('is saved with every field and found at once', async () => {
    await put('tam', 'Köhnə başlıq');
    const response = await editor.post('/desk/articles/tam', {
      opened: await openedTag('tam'),
      title: ' Kəpənəklərin  köçü ',
      subtitle: 'Alt başlıq',
      body: 'Birinci abzas.\r\n\r\nİkinci abzas.',
      author: 'Leyla Əhmədli',
      authorRole: 'müxbir',
      date: '2025-05-12T14:30',
      topics: ['cemiyyet', 'Yalnız burada'],
      source: 'Xəzər Xəbər',
      url: 'https://xeber.example/kepenek',
      lang: 'az',
      tags: 'kəpənək, köç',
    });
    expect(leadsTo(response)).toEqual([303, '/desk/articles/tam?done=saved']);
    expect(await stored('tam')).toMatchObject({
      id: 'tam',
      title: 'Kəpənəklərin köçü',
      subtitle: 'Alt başlıq',
      body: 'Birinci abzas.\n\nİkinci abzas.',
      author: 'Leyla Əhmədli',
      authorRole: 'müxbir',
      date: '2025-05-12T14:30:00+04:00',
      topics: ['cemiyyet', 'Yalnız burada'],
      source: 'Xəzər Xəbər',
      url: 'https://xeber.example/kepenek',
      tags: ['kəpənək', 'köç'],
    });
    const { text } = await editor.get('/desk/articles?q=kepenek');
    expect(text).toContain('/desk/articles/tam');
  });

  it('that cannot be used comes back with what was typed and what is wrong, field by field', async () => {
    await put('yanlis', 'Başlıq');
    const response = await editor.post('/desk/articles/yanlis', {
      opened: await openedTag('yanlis'),
      title: '<i>Yazdığım</i>',
      body: '',
      date: 'dünən',
    });
    expect(response.status).toBe(422);
    expect(response.text).toContain('value="&lt;i>Yazdığım&lt;/i>"');
    expect(response.text).toContain('<a href="#date">Tarix oxunmur');
    expect(response.text).toMatch(
      /id="date"[^>]*aria-describedby="date-error"[^>]*aria-invalid="true"/,
    );
    const address = await editor.post('/desk/articles/yanlis', {
      opened: await openedTag('yanlis'),
      title: 'Başlıq',
      url: 'javascript:alert(1)',
    });
    expect(address.text).toContain('<a href="#url">Ünvan http://');
    expect((await stored('yanlis'))?.title).toBe('Başlıq');
  });
});

describe('an article that somebody else has changed meanwhile', () => {
  it('is shown in both versions, and nothing is written', async () => {
    await put('ikisi', 'İlk başlıq');
    const opened = await openedTag('ikisi');
    await put('ikisi', 'Başqasının başlığı');
    const mine = { opened, title: 'Mənim başlığım', body: 'Mətn.', lang: 'az' };
    const response = await editor.post('/desk/articles/ikisi', mine);
    expect(response.status).toBe(409);
    expect(response.text).toMatch(/class="differs"><th scope="row">Başlıq/);
    expect(response.text).not.toMatch(/class="differs"><th scope="row">Mətn/);
    expect(response.text).toContain('Başqasının başlığı');
    expect((await stored('ikisi'))?.title).toBe('Başqasının başlığı');
    const fields = fieldsOf(response.text);
    expect(fields).toMatchObject({ title: 'Mənim başlığım', opened: await openedTag('ikisi') });
    const edit = await editor.post('/desk/articles/ikisi', { ...fields, intent: 'edit' });
    expect([edit.status, fieldsOf(edit.text)['title']]).toEqual([200, 'Mənim başlığım']);
    expect((await stored('ikisi'))?.title).toBe('Başqasının başlığı');
    const keep = await editor.post('/desk/articles/ikisi', { ...fields, intent: 'save' });
    expect(leadsTo(keep)).toEqual([303, '/desk/articles/ikisi?done=saved']);
    expect((await stored('ikisi'))?.title).toBe('Mənim başlığım');
  });

  it('is no matter when both have written the same, or one has sent it twice', async () => {
    await put('tekrar', 'Bir');
    const opened = await openedTag('tekrar');
    const fields = { opened, title: 'İki', body: 'Mətn.', lang: 'az' };
    const first = await editor.post('/desk/articles/tekrar', fields);
    const again = await editor.post('/desk/articles/tekrar', fields);
    expect(leadsTo(first)).toEqual([303, '/desk/articles/tekrar?done=saved']);
    expect(leadsTo(again)).toEqual([303, '/desk/articles/tekrar?done=unchanged']);
  });

  it('is not overwritten by a choice that has grown old', async () => {
    await put('uc', 'Bir');
    const opened = await openedTag('uc');
    await put('uc', 'İki');
    const first = await editor.post('/desk/articles/uc', { opened, title: 'Mənim' });
    await put('uc', 'Üç');
    const again = await editor.post('/desk/articles/uc', fieldsOf(first.text));
    expect(again.status).toBe(409);
    expect((await stored('uc'))?.title).toBe('Üç');
  });

  it('may have been deleted, and can be added again with what was typed', async () => {
    await put('silinmis', 'Bir');
    const opened = await openedTag('silinmis');
    await house.service.engine.remove(['silinmis']);
    const response = await editor.post('/desk/articles/silinmis', { opened, title: 'Mənim' });
    expect(response.status).toBe(409);
    expect(response.text).toContain('silib');
    await editor.post('/desk/articles/silinmis', fieldsOf(response.text));
    expect((await stored('silinmis'))?.title).toBe('Mənim');
  });

  it('of two who save at once one is asked', async () => {
    await put('eyni', 'Bir');
    const opened = await openedTag('eyni');
    const save = (title: string) => editor.post('/desk/articles/eyni', { opened, title });
    const both = await Promise.all([save('Mən'), save('Sən')]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([303, 409]);
  });
});

describe('deleting', () => {
  it('asks first, and then deletes', async () => {
    await put('artiq', 'Artıq məqalə');
    const asked = await editor.get('/desk/articles/artiq?remove=1');
    expect(asked.text).toContain('Məqalə silinsin?');
    expect(await stored('artiq')).toBeDefined();
    const fields = { ...fieldsOf(asked.text), intent: 'remove' };
    const response = await editor.post('/desk/articles/artiq', fields);
    expect(leadsTo(response)).toEqual([303, '/desk/articles?done=deleted']);
    expect(await stored('artiq')).toBeUndefined();
  });

  it('asks again when the article has changed meanwhile', async () => {
    await put('deyisen', 'Bir');
    const opened = await openedTag('deyisen');
    await put('deyisen', 'İki');
    const response = await editor.post('/desk/articles/deyisen', { opened, intent: 'remove' });
    expect(response.status).toBe(409);
    expect(await stored('deyisen')).toBeDefined();
  });
});
