import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EngineError } from '../../indexer/engine.js';
import { createApp } from '../../src/http/app.js';
import { openHouse, type House } from './house.js';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const get = (path: string) => request(house.app).get(path);

describe('the page for readers', () => {
  it('is not kept by others, and asks for nothing that its policy forbids', async () => {
    const response = await get('/?q=neft');
    expect(response.status).toBe(200);
    expect(response.headers['cache-control']).toBe('private, no-cache');
    expect(response.headers['content-security-policy']).toContain("default-src 'none'");
    expect(response.text).not.toMatch(/\sstyle=|<style|<script(?![^>]+src=)|\son[a-z]+="/);
  });

  it('marks what was found and escapes what was asked', async () => {
    const response = await get(`/?q=${encodeURIComponent('neft"><img src=x>')}`);
    expect(response.text).not.toContain('<img src=x');
    expect((await get('/?q=neft')).text).toMatch(/<mark>[Nn]eft/);
  });

  it('names its modules, so that they come at once', async () => {
    const { text } = await get('/');
    const modules = [...text.matchAll(/<link rel="modulepreload" href="([^"]+)"/g)];
    expect(modules.length).toBeGreaterThan(5);
    for (const [, module = ''] of modules) expect((await get(module)).status).toBe(200);
  });

  it('lets search engines see its beginning, and no results', async () => {
    expect((await get('/')).text).not.toContain('noindex');
    expect((await get('/?q=neft')).text).toContain('noindex');
    expect((await get('/articles/neft')).text).toContain('noindex');
  });

  it('shows an article by its id and none without', async () => {
    expect((await get('/articles/neft?q=neft')).status).toBe(200);
    const missing = await get('/articles/nothing');
    expect([missing.status, missing.type]).toEqual([404, 'text/html']);
    expect((await get('/articles/nothing/why?q=neft')).status).toBe(404);
  });
});

describe('while the engine is away', () => {
  it('the page says so in words, and leads back to the same search', async () => {
    const away = new EngineError('unavailable', 'connect ECONNREFUSED 127.0.0.1:7700');
    const app = createApp({ ...house.service, search: () => Promise.reject(away) });
    const response = await request(app).get('/?q=neft&topic=enerji');
    expect(response.status).toBe(503);
    expect(response.headers['retry-after']).toBeDefined();
    expect(response.text).toContain('Axtarış indi cavab vermir');
    expect(response.text).toContain('href="/?q=neft&amp;topic=enerji"');
    expect(response.text).not.toContain('ECONNREFUSED');
  });
});

describe('where searching needs a key', () => {
  it('the page and its articles need one too', async () => {
    const settings = { ...house.service.settings, searchAccess: 'key' as const };
    const app = createApp({ ...house.service, settings });
    for (const path of ['/?q=neft', '/articles/neft', '/articles/neft/why?q=neft']) {
      const response = await request(app).get(path);
      expect([path, response.status, response.type]).toEqual([path, 401, 'text/html']);
    }
  });
});
