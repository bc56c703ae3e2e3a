import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../../src/http/app.js';
import { html, prose } from '../../../src/http/docs/html.js';
import { openHouse, type House } from '../house.js';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

describe('html', () => {
  it.each([
    ['signs of HTML', `<b a="1">&'`, '&lt;b a=&quot;1&quot;&gt;&amp;&#39;'],
    ['nothing', undefined, ''],
    ['a number', 0, '0'],
    ['HTML', html`<i>${'<'}</i>`, '<i>&lt;</i>'],
    ['lists', ['<', [html`<br />`]], '&lt;<br />'],
  ])('takes %s', (_, content, written) => {
    expect(html`[${content}]`.html).toBe(`[${written}]`);
  });

  it('shows what stands in backticks as code', () => {
    expect(prose('a `b<` c').html).toBe('a <code>b&lt;</code> c');
  });
});

describe('GET /docs', () => {
  it('has no script, no style of its own and nothing from elsewhere', async () => {
    const { status, text, headers } = await request(house.app).get('/docs');
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(text).toContain('<link rel="stylesheet" href="/assets/docs.css"');
    expect(text).not.toMatch(/<script|<style|\sstyle=|\son[a-z]+=|(?:src|href)="(?:https?:)?\/\//);
  });

  it.each(["x';rm -rf ~;'", '"><script>alert(1)</script>', '$(id)'])(
    'never writes a host like %j into a command',
    async (host) => {
      const app = createApp({
        ...house.service,
        settings: { ...house.service.settings, trustedProxies: 1 },
      });
      const { text } = await request(app).get('/docs').set('X-Forwarded-Host', host);
      expect(text).not.toContain(host);
      expect(text).toContain('curl -G &#39;http://127.0.0.1:3000/v1/search&#39;');
    },
  );

  it('is not sent again to those who have it', async () => {
    // On one port: the page holds its own address.
    const server = house.app.listen(0);
    const first = await request(server).get('/docs');
    const second = await request(server)
      .get('/docs')
      .set('If-None-Match', first.headers['etag'] ?? '');
    server.close();
    expect([second.status, second.text]).toEqual([304, '']);
  });

  it('names no article where searching needs a key, and is shown while the engine is away', async () => {
    const { service } = house;
    const closed = { ...service, settings: { ...service.settings, searchAccess: 'key' as const } };
    const away = { ...service, search: () => Promise.reject(new Error('away')) };
    for (const app of [createApp(closed), createApp(away)]) {
      const { status, text } = await request(app).get('/docs');
      expect(status).toBe(200);
      expect(text).not.toContain('/v1/documents/sefer');
    }
    expect((await request(house.app).get('/docs')).text).toContain('/v1/documents/sefer');
  });
});
