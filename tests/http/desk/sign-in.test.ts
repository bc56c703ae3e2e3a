import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../../src/http/app.js';
import { createLogger } from '../../../src/http/observe/logger.js';
import type { NewKey } from '../../../src/keys/record.js';
import { openHouse, type House } from '../house.js';
import { comeIn, cookieOf, visitorOf } from './visitor.js';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const makeKey = (wanted: NewKey) => house.service.keys.create(wanted);
/** An app of its own counts tries of its own. */
const freshApp = () => createApp(house.service);
const signIn = (key: string, fields: Record<string, string> = {}) =>
  visitorOf(freshApp()).post('/desk/sign-in', { key, ...fields });
const cookiesOf = (response: request.Response): string[] =>
  [response.headers['set-cookie']].flat().filter((cookie) => cookie !== undefined);

describe('whoever has no session', () => {
  it.each(['/desk', '/desk/articles?q=neft', '/desk/runs/x'])(
    'is sent from %s to sign in',
    async (path) => {
      const response = await request(house.app).get(path);
      expect(response.status).toBe(303);
      expect(response.headers['location']).toBe(
        `/desk/sign-in?${new URLSearchParams({ next: path })}`,
      );
    },
  );

  it('is asked in the language of the page', async () => {
    const { headers } = await request(house.app).get('/desk/articles?hl=en');
    const { text } = await request(house.app).get(headers['location'] ?? '');
    expect(text).toContain('<html lang="en">');
    expect(text).toContain('Access key');
    expect(text).toContain('value="/desk/articles?hl=en"');
  });

  it('may write nothing', async () => {
    const response = await visitorOf(house.app).post('/desk/articles/neft', { title: 'x' });
    expect(response.status).toBe(401);
    expect(response.headers['content-type']).toMatch(/^text\/html/);
  });

  it('gets nothing with a key that is sent as the API takes it', async () => {
    const { key } = makeKey({ role: 'admin' });
    const response = await request(house.app)
      .get('/desk/articles')
      .set('Authorization', `Bearer ${key}`);
    expect(response.status).toBe(303);
  });
});

describe('signing in', () => {
  it.each(['editor', 'admin'] as const)('with a key of role %s begins a session', async (role) => {
    const { key } = makeKey({ role, name: `açar-${role}` });
    const response = await signIn(key, { next: '/desk/articles?q=neft' });
    expect([response.status, response.headers['location']]).toEqual([303, '/desk/articles?q=neft']);
    const [cookie = ''] = cookiesOf(response);
    expect(cookie.split('; ').toSorted()).toEqual(
      [cookieOf(key), 'HttpOnly', 'Path=/desk', 'SameSite=Strict'].toSorted(),
    );
    const page = await visitorOf(house.app, cookieOf(key)).get('/desk/articles');
    expect(page.status).toBe(200);
    expect(page.text).toContain(`açar-${role}`);
    expect(page.text).not.toContain(key);
  });

  it('keeps the cookie to encrypted lines when it comes by one', async () => {
    const { settings } = house.service;
    const app = createApp({ ...house.service, settings: { ...settings, trustedProxies: 1 } });
    const { key } = makeKey({ role: 'editor' });
    const response = await visitorOf(app)
      .post('/desk/sign-in', { key })
      .set('X-Forwarded-Proto', 'https');
    expect(cookiesOf(response).join()).toMatch(/; Secure(?:;|$)/);
  });

  it.each([
    ['that nobody knows', 'axtar_editor_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', 'tanınmır'],
    ['that is none', '<script>alert(1)</script>', 'tanınmır'],
    ['that is empty', '', 'Açarı yazın'],
  ])('with a key %s is refused in words', async (_, key, words) => {
    const response = await signIn(key);
    expect(response.status).toBe(403);
    expect(response.text).toContain(words);
    expect(response.text).not.toContain('<script>alert');
    expect(cookiesOf(response)).toEqual([]);
    if (key !== '') expect(response.text).not.toContain(key);
  });

  it.each([
    ['search', { role: 'search' }],
    ['search with a forced filter', { role: 'search', filter: 'lang = az' }],
  ] as const)('with a key for %s is refused, and its cookie opens nothing', async (_, wanted) => {
    const { key } = makeKey(wanted);
    const response = await signIn(key);
    expect(response.status).toBe(403);
    expect(response.text).toContain('yalnız axtarış üçündür');
    const forged = visitorOf(house.app, cookieOf(key));
    expect((await forged.get('/desk/articles')).status).toBe(403);
    expect((await forged.post('/desk/articles/neft', { title: 'x' })).status).toBe(403);
  });

  it('no key of an editor can have a forced filter', () => {
    expect(() => makeKey({ role: 'editor', filter: 'lang = az' })).toThrow(
      /only with the role search/,
    );
  });

  it('with an expired key is refused', async () => {
    const { key } = makeKey({
      role: 'editor',
      expiresAt: new Date(Date.now() + 1_500).toISOString(),
    });
    await expect
      .poll(async () => (await signIn(key)).text, { timeout: 20_000, interval: 300 })
      .toContain('vaxtı bitib');
  });

  it.each([
    'https://elsewhere.example/desk',
    '//elsewhere.example/desk',
    '/\\elsewhere.example',
    '/desk/../v1/documents',
    '/deskother',
    'javascript:alert(1)',
    '/desk/sign-in',
    '/desk/sign-out',
  ])('never leads to %s', async (next) => {
    const response = await signIn(makeKey({ role: 'editor' }).key, { next });
    expect([response.status, response.headers['location']]).toEqual([303, '/desk']);
    const shown = await request(house.app).get('/desk/sign-in').query({ next });
    expect(shown.text).toContain('name="next" value="/desk"');
  });
});

describe('a session', () => {
  it('ends at once when its key is revoked', async () => {
    const { key, record } = makeKey({ role: 'editor' });
    const visitor = visitorOf(freshApp(), cookieOf(key));
    expect((await visitor.get('/desk/articles')).status).toBe(200);
    house.service.keys.revoke(record.id);
    const after = await visitor.get('/desk/articles');
    expect([after.status, after.headers['location']]).toEqual([
      303,
      '/desk/sign-in?next=%2Fdesk%2Farticles',
    ]);
    expect(cookiesOf(after).join()).toMatch(/axtar_desk=;.*Expires=Thu, 01 Jan 1970/);
  });

  it('ends by signing out', async () => {
    const response = await comeIn(house).post('/desk/sign-out');
    expect([response.status, response.headers['location']]).toEqual([303, '/desk/sign-in']);
    expect(cookiesOf(response).join()).toMatch(
      /axtar_desk=;.*Path=\/desk; Expires=Thu, 01 Jan 1970/,
    );
  });

  it('is nothing to the API', async () => {
    const { cookie } = comeIn(house, { role: 'admin' });
    const response = await request(house.app).delete('/v1/documents/neft').set('Cookie', cookie);
    expect(response.status).toBe(401);
  });
});

it('the log knows whose key it is, and no key', async () => {
  const logged: string[] = [];
  const logger = createLogger('debug', { write: (line) => void logged.push(line) });
  const app = createApp({ ...house.service, logger });
  const { key, record } = makeKey({ role: 'editor' });
  await visitorOf(app).post('/desk/sign-in', { key });
  await visitorOf(app, cookieOf(key)).get('/desk/articles');
  await expect.poll(() => logged.join('\n')).toContain(record.id);
  expect(logged.join('\n')).not.toContain(key.slice(-20));
});

describe('a write', () => {
  const send = (headers: Record<string, string>) =>
    request(house.app)
      .post('/desk/sign-out')
      .set({ Cookie: comeIn(house).cookie, Host: 'axtar.example', ...headers });

  it.each([
    ['a page elsewhere', { 'Sec-Fetch-Site': 'cross-site' }],
    ['a page of the same site', { 'Sec-Fetch-Site': 'same-site', Origin: 'http://axtar.example' }],
    ['an address that was typed', { 'Sec-Fetch-Site': 'none' }],
    ['another origin', { Origin: 'http://elsewhere.example' }],
    ['an origin that hides', { Origin: 'null' }],
    ['nowhere', {}],
  ])('from %s is refused', async (_, headers) => {
    const response = await send(headers);
    expect(response.status).toBe(403);
    expect(cookiesOf(response)).toEqual([]);
  });

  it.each([
    ['our own page', { 'Sec-Fetch-Site': 'same-origin' }],
    ['our own origin', { Origin: 'http://axtar.example' }],
  ])('from %s is taken', async (_, headers) => {
    expect((await send(headers)).status).toBe(303);
  });
});

describe('trying keys out', () => {
  it('is refused after ten tries, though requests are not limited', async () => {
    const app = freshApp();
    const guess = () => visitorOf(app).post('/desk/sign-in', { key: 'axtar_editor_x' });
    for (let tries = 0; tries < 10; tries++) expect((await guess()).status).toBe(403);
    const refused = await guess();
    expect(refused.status).toBe(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(refused.headers['content-type']).toMatch(/^text\/html/);
    const { key } = makeKey({ role: 'editor' });
    expect((await visitorOf(app).post('/desk/sign-in', { key })).status).toBe(429);
    expect((await visitorOf(app, cookieOf(key)).get('/desk/articles')).status).toBe(200);
  });

  it('as cookies counts, too', async () => {
    const app = freshApp();
    const guess = () => visitorOf(app, cookieOf('axtar_editor_x')).get('/desk/articles');
    for (let tries = 0; tries < 10; tries++) expect((await guess()).status).toBe(303);
    expect((await guess()).status).toBe(429);
  });
});
