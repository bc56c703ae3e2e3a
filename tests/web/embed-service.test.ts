import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeEmbed } from './embed-fixture.js';

const box = (page: Page) => page.getByRole('combobox');
const alert = (page: Page) => page.getByRole('alert').locator('h2').textContent();

async function search(page: Page, q: string): Promise<void> {
  await box(page).fill(q);
  await box(page).press('Enter');
}

/** Keeps what the element announces; the links of hits lead nowhere meanwhile. */
const LISTENING = `window.heard = [];
  for (const name of ['axtar-search', 'axtar-results', 'axtar-open', 'axtar-error'])
    document.addEventListener(name, (event) => {
      window.heard.push([name, event.detail]);
      if (name === 'axtar-open') event.preventDefault();
    });`;

/** What is told to the service's count, as it is sent. */
function watchEvents(page: Page): { body: string; status: Promise<number | undefined> }[] {
  const told: { body: string; status: Promise<number | undefined> }[] = [];
  page.on('request', (request) => {
    if (!request.url().endsWith('/v1/events') || request.method() !== 'POST') return;
    const status = request.response().then((response) => response?.status());
    told.push({ body: request.postData() ?? '', status });
  });
  return told;
}

const SEARCHED = '{"type":"search","q":"Tokayev","total":2,"corrected":false}';
const OPENED = '{"type":"open","q":"Tokayev","id":"sefer"}';

describeEmbed('the search box and an open service', {}, (fixture) => {
  it('announces what happens and has it counted once', async () => {
    const { page, open } = fixture();
    const told = watchEvents(page);
    await open('<axtar-search results="inline"></axtar-search>');
    await page.evaluate(LISTENING);
    await search(page, 'Tokayev');
    await page.getByRole('button', { name: 'Siyasət 1' }).click();
    await page.getByRole('button', { name: 'Süzgəci götür' }).click();
    await expect.poll(() => page.locator('article').count()).toBe(2);
    await page.locator('article a').first().click();
    const none = { topic: [], author: [], source: [], year: [] };
    expect(await page.evaluate('window.heard')).toEqual([
      ['axtar-search', { q: 'Tokayev', filters: none }],
      ['axtar-results', { q: 'Tokayev', total: 2, page: 1, corrected: false }],
      ['axtar-search', { q: 'Tokayev', filters: { ...none, topic: ['siyaset'] } }],
      ['axtar-results', { q: 'Tokayev', total: 1, page: 1, corrected: false }],
      ['axtar-search', { q: 'Tokayev', filters: none }],
      ['axtar-results', { q: 'Tokayev', total: 2, page: 1, corrected: false }],
      ['axtar-open', { q: 'Tokayev', id: 'sefer', url: 'https://xeber.example/sefer' }],
    ]);
    await expect.poll(() => told.map(({ body }) => body)).toEqual([SEARCHED, OPENED]);
  });

  it('asks leave of the service once, not for every search', async () => {
    const { page, open } = fixture();
    const session = await page.context().newCDPSession(page);
    await session.send('Network.enable');
    const sent: string[] = [];
    session.on('Network.requestWillBeSent', ({ request }) => {
      if (request.url.endsWith('/v1/search')) sent.push(request.method);
    });
    await open('<axtar-search results="inline"></axtar-search>');
    for (const [q, total] of [
      ['Tokayev', '2 nəticə'],
      ['hava', '22 nəticə'],
    ] as const) {
      await search(page, q);
      await expect.poll(() => page.getByRole('status').textContent()).toBe(total);
    }
    expect(sent.toSorted()).toEqual(['OPTIONS', 'POST', 'POST']);
  });

  it('says that the service cannot be reached, and tries again when asked to', async () => {
    const { page, open } = fixture();
    await open('<axtar-search results="inline" no-log></axtar-search>');
    const told = watchEvents(page);
    await page.evaluate(LISTENING);
    await page.route('**/v1/search', (route) => route.abort());
    await search(page, 'Tokayev');
    await expect.poll(() => alert(page)).toBe('Xidmətə qoşulmaq mümkün olmadı');
    await page.unroute('**/v1/search');
    await page.getByRole('button', { name: 'Yenidən cəhd et' }).click();
    await expect.poll(() => page.locator('article').count()).toBe(2);
    expect(await page.getByRole('alert').count()).toBe(0);
    expect(await page.evaluate('window.heard[1]')).toEqual([
      'axtar-error',
      { q: 'Tokayev', code: 'unreachable', status: 0 },
    ]);
    expect(told).toEqual([]);
  });

  it('takes nothing with it when it leaves the page', async () => {
    const { page, open } = fixture();
    await open('<axtar-search results="inline" sync-address></axtar-search>');
    await page.evaluate(LISTENING);
    await page.evaluate(`window.element = document.querySelector('axtar-search');
      element.search('hava'); element.remove(); history.back();`);
    await page.evaluate(`document.querySelector('main').append(element)`);
    await expect.poll(() => page.evaluate('element.value')).toBe('');
    await page.evaluate(`element.search('Tokayev')`);
    await expect.poll(() => page.locator('article').count()).toBe(2);
    await page.evaluate(`element.clear()`);
    expect(await page.locator('article').count()).toBe(0);
    expect(await page.evaluate('element.value')).toBe('');
  });
});

describeEmbed('the search box and a closed service', { AXTAR_SEARCH_ACCESS: 'key' }, (fixture) => {
  it('searches with a key for searching alone, within its filter', async () => {
    const { page, open, service } = fixture();
    const { key } = service.service.keys.create({
      role: 'search',
      filter: 'topic = siyaset',
    });
    const told = watchEvents(page);
    await open(`<axtar-search results="inline" api-key="${key}"></axtar-search>`);
    await search(page, 'Tokayev');
    await expect.poll(() => page.locator('article').count()).toBe(1);
    await expect.poll(() => told.length).toBe(1);
    expect(await told[0]?.status).toBe(204);
  });

  it('says that it is closed to a page without a key, and tells nobody the key', async () => {
    const { page, open } = fixture();
    const key = `axtar_search_${'x'.repeat(43)}`;
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    await open(`<axtar-search results="inline" api-key="${key}"></axtar-search>`);
    await page.evaluate(LISTENING);
    await search(page, 'Tokayev');
    await expect.poll(() => alert(page)).toBe('Axtarış bu səhifəyə açıq deyil');
    const heard = JSON.stringify(await page.evaluate('window.heard'));
    expect(heard).toContain('key_invalid');
    expect([heard, ...said].join()).not.toContain(key);
  });
});

const ELSEWHERE = { AXTAR_CORS_ORIGINS: 'https://other.example' };
describeEmbed(
  'the search box and a service that does not know the portal',
  ELSEWHERE,
  (fixture) => {
    it('says in words that the service cannot be reached', async () => {
      const { page, open } = fixture();
      await open('<axtar-search results="inline" api-key="secret-of-the-page"></axtar-search>');
      const said: string[] = [];
      page.on('console', (message) => said.push(message.text()));
      await search(page, 'Tokayev');
      await expect.poll(() => alert(page)).toBe('Xidmətə qoşulmaq mümkün olmadı');
      expect(said.join()).not.toContain('secret-of-the-page');
    });
  },
);
