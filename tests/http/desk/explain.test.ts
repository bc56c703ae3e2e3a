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

const explain = (query: Record<string, string>) => editor.get('/desk/explain').query(query);

describe('why an article stands where it does', () => {
  it('is said word by word and part by part', async () => {
    const { status, text } = await explain({ q: 'neft', id: 'neft' });
    expect(status).toBe(200);
    expect(text).toContain('1. yerdədir');
    expect(text).toContain('<strong>neft</strong>');
    expect(text).toContain('eyni söz');
    expect(text).toContain('Uyğunluq qatlarının çəkisi');
    expect(text).toContain('Bundan yuxarıda heç nə yoxdur');
  });

  it('names the article above and what makes the difference', async () => {
    const { search } = house.service;
    const { SearchRequest } = await import('../../../src/search/request.js');
    const q = 'qaz neft bakı';
    const { hits } = await search(SearchRequest.parse({ q, matchingStrategy: 'frequency' }));
    const [first, second] = hits;
    if (!first || !second) throw new Error('Expected two articles to compare.');
    const { text } = await explain({ q, id: second.id });
    expect(text).toContain('2. yerdədir');
    expect(text).toContain('fərqi bu yaradır');
    expect(text).toContain(`id=${first.id}`);
  });

  it('is said in English, too', async () => {
    const { text } = await explain({ q: 'neft', id: 'neft', hl: 'en' });
    expect(text).toContain('the same word');
    expect(text).toContain('It stands at place 1');
  });

  it('says why an article is not found', async () => {
    const { status, text } = await explain({ q: 'kəpənək', id: 'neft' });
    expect(status).toBe(200);
    expect(text).toContain('Bu sorğuya uyğun deyil');
    expect(text).toContain('məqalədə yoxdur');
  });

  it('lets one choose where no article is named', async () => {
    const { text } = await explain({ q: 'neft' });
    expect(text).toContain('/desk/explain?q=neft&amp;id=neft');
  });

  it.each([
    ['no such article', { q: 'neft', id: 'yoxdur' }, 404, 'Belə nişanla məqalə yoxdur'],
    ['a query too long', { q: 'a'.repeat(513), id: 'neft' }, 400, '512'],
    ['an id too long', { q: 'neft', id: 'a'.repeat(201) }, 400, '200'],
    ['nothing asked', {}, 200, 'Sorğunu yazın'],
    ['nothing found', { q: 'zzzqqq' }, 200, 'heç nə tapılmadı'],
  ])('%s', async (_, query, status, words) => {
    const response = await explain(query);
    expect([response.status, response.text.includes(words)]).toEqual([status, true]);
  });

  it('shows queries as text', async () => {
    const { text } = await explain({ q: '"><script>alert(1)</script>' });
    expect(text).not.toContain('<script>alert');
  });
});
