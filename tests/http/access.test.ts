import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express, { type Express } from 'express';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../src/http/app.js';
import { answerProblem } from '../../src/http/answer-problem.js';
import { identify } from '../../src/http/guard/caller.js';
import { mountRoutes } from '../../src/http/mount.js';
import { createLogger } from '../../src/http/observe/logger.js';
import { giveRequestId } from '../../src/http/request-id.js';
import type { Access, Route } from '../../src/http/route.js';
import { allRoutes } from '../../src/http/routes.js';
import { LOG_LEVELS } from '../../src/http/settings.js';
import { createKeyCheck } from '../../src/http/guard/key-check.js';
import { openKeys } from '../../src/keys/keys.js';
import { ROLES, type Role } from '../../src/keys/secret.js';
import { createFilterNames } from '../../src/search/filter/names.js';
import type { Service } from '../../src/service.js';
import { assertProblem, openHouse, type House } from './house.js';

let house: House;
const keys: Partial<Record<Role, string>> = {};
beforeAll(async () => {
  house = await openHouse();
  for (const role of ROLES) keys[role] = house.service.keys.create({ role }).key;
});
afterAll(() => house.close());

type Caller = Role | 'nobody';
const CALLERS: readonly Caller[] = ['nobody', 'search', 'editor', 'admin'];

/** Who may call what, by the kind of access; with search left open, and closed. */
const MAY: Readonly<Record<'open' | 'key', Readonly<Record<Access, readonly Caller[]>>>> = {
  open: {
    public: CALLERS,
    search: CALLERS,
    editor: ['editor', 'admin'],
    admin: ['admin'],
  },
  key: {
    public: CALLERS,
    search: ['search', 'editor', 'admin'],
    editor: ['editor', 'admin'],
    admin: ['admin'],
  },
};

const withKey = (key: string | undefined) =>
  key === undefined ? {} : { Authorization: `Bearer ${key}` };
const keyOf = (caller: Caller) => (caller === 'nobody' ? undefined : keys[caller]);

/** The service as it is with search left open, or closed. */
function openWith(searchAccess: 'open' | 'key', parts: Partial<Service> = {}): Express {
  const { service } = house;
  return createApp({ ...service, ...parts, settings: { ...service.settings, searchAccess } });
}

/** All routes as they are guarded, but doing nothing. */
function openGuards(routes: readonly Route[], searchAccess: 'open' | 'key'): Express {
  const { checkKey, gate } = house.service;
  const app = express().use(giveRequestId, identify(checkKey));
  const idle = routes.map((route) => ({
    ...route,
    prepare: () => Promise.resolve(() => Promise.resolve({ status: 204 })),
  }));
  mountRoutes(app, idle, { gate, searchIsOpen: searchAccess === 'open' });
  return app.use(answerProblem(() => undefined));
}

const addressOf = ({ path }: Route) => path.replace(/\{\w+\}/g, 'x');

describe.each(['open', 'key'] as const)('with search access "%s"', (searchAccess) => {
  it.each(CALLERS)('%s may call what the table says, and nothing else', async (caller) => {
    const routes = allRoutes(house.service);
    const guards = openGuards(routes, searchAccess);
    const app = openWith(searchAccess);
    for (const route of routes) {
      const { method, access } = route;
      const headers = withKey(keyOf(caller));
      const said = await request(guards)[method](addressOf(route)).set(headers);
      if (MAY[searchAccess][access].includes(caller)) {
        expect([route.path, said.status]).toEqual([route.path, 204]);
        continue;
      }
      // What is refused is refused by the real service, before anything is done.
      const refused = await request(app)[method](addressOf(route)).set(headers);
      if (route.path.startsWith('/desk')) {
        // The desk knows sessions alone: visitors are sent to sign in, and strangers write nothing.
        const status = method === 'get' ? 303 : 403;
        expect([route.path, refused.status]).toEqual([route.path, status]);
      } else if (route.speaks) {
        expect([route.path, refused.status]).toEqual([route.path, caller === 'nobody' ? 401 : 403]);
      } else if (caller === 'nobody') assertProblem(refused, 401, 'key_missing');
      else assertProblem(refused, 403, 'forbidden');
    }
  });

  it('what changes something or tells of it needs an editor or the administrator', () => {
    for (const { tag, method, access, path } of allRoutes(house.service)) {
      const changes = method === 'put' || method === 'delete';
      if (changes || tag === 'jobs')
        expect([path, access]).toEqual([path, expect.stringMatching(/^(?:editor|admin)$/)]);
      if (tag === 'keys' || path === '/metrics') expect([path, access]).toEqual([path, 'admin']);
    }
  });
});

describe('a key that is no good', () => {
  const wrong = `axtar_admin_${'a'.repeat(43)}`;

  it.each([
    ['unknown', `Bearer ${wrong}`],
    ['too short', 'Bearer axtar_admin_a'],
    ['too long', `Bearer ${'a'.repeat(201)}`],
    ['nothing', 'Bearer '],
    ['of another kind', `Basic ${Buffer.from(`a:${wrong}`).toString('base64')}`],
    ['two at once', `Bearer ${wrong} ${wrong}`],
    ['without its kind', wrong],
    ['with strange characters', 'Bearer \u00ff\u00fe'],
  ])('%s is refused', async (_, authorization) => {
    const response = await request(openWith('key'))
      .get('/v1/search')
      .set('Authorization', authorization);
    assertProblem(response, 401, 'key_invalid');
    expect(response.headers['www-authenticate']).toBe('Bearer realm="axtar"');
  });

  it('is refused although search is open: whoever shows a key means it', async () => {
    const response = await request(openWith('open')).get('/v1/search').set(withKey(wrong));
    assertProblem(response, 401, 'key_invalid');
    expect((await request(openWith('open')).get('/health').set(withKey(wrong))).status).toBe(200);
  });

  it('that was revoked is refused at once', async () => {
    const { service } = house;
    const made = service.keys.create({ role: 'search' });
    const app = openWith('key');
    expect((await request(app).get('/v1/stats').set(withKey(made.key))).status).toBe(200);
    service.keys.revoke(made.record.id);
    assertProblem(await request(app).get('/v1/stats').set(withKey(made.key)), 401, 'key_invalid');
  });

  it('that has expired is refused', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'axtar-access-'));
    let now = Date.parse('2026-01-01T00:00:00Z');
    const own = openKeys(folder, () => now);
    const { key } = own.create({ role: 'search', expiresAt: '2026-01-02T00:00:00Z' });
    const { service } = house;
    const names = createFilterNames(service.topics, service.analyzer);
    const app = openWith('key', { checkKey: createKeyCheck(own, names) });
    expect((await request(app).get('/v1/stats').set(withKey(key))).status).toBe(200);
    now = Date.parse('2026-01-02T00:00:00Z');
    assertProblem(await request(app).get('/v1/stats').set(withKey(key)), 401, 'key_expired');
    rmSync(folder, { recursive: true });
  });

  it.each(['key', 'api_key', 'apiKey', 'token', 'access_token', 'authorization'])(
    'in the address, as %s, is no key',
    async (name) => {
      const response = await request(openWith('key')).get(`/v1/stats?${name}=${keys.admin ?? ''}`);
      assertProblem(response, 401, 'key_missing');
    },
  );
});

describe('what is told', () => {
  /** Everything that is done with keys, and what was logged and answered. */
  async function listen(level: (typeof LOG_LEVELS)[number], logQueries: boolean) {
    const { service } = house;
    const logged: string[] = [];
    const logger = createLogger(level, { write: (line) => void logged.push(line) });
    const answered: string[] = [];
    const fail = (): never => {
      throw new Error(`failed with ${keys.admin ?? ''}`);
    };
    const settings = { ...service.settings, logQueries };
    const app = createApp({ ...service, settings, logger });
    const broken = createApp({ ...service, settings, logger, search: fail });
    const key = keys.admin ?? '';
    for (const path of [
      `/v1/search?q=gizli&key=${key}`,
      `/v1/search?${key}=1`,
      `/v1/search?q=gizli`,
      `/v1/documents/${key}`,
      `/${key}`,
      '/metrics',
    ]) {
      for (const one of [app, broken]) {
        for (const headers of [{}, withKey(key), withKey(`${key}a`), { 'X-Request-Id': key }]) {
          answered.push((await request(one).get(path).set(headers)).text);
        }
      }
    }
    return { logged: logged.join(''), answered: answered.join('') };
  }

  it.each(LOG_LEVELS)('at the level %s: no key, and no query', async (level) => {
    const { logged, answered } = await listen(level, false);
    expect(answered).not.toContain(keys.admin);
    expect(logged).not.toContain(keys.admin);
    expect(logged).not.toContain('gizli');
    if (level === 'silent') expect(logged).toBe('');
    else expect(logged).toContain('failed with [key]');
  });

  it('queries only when it is asked for', async () => {
    const { logged } = await listen('info', true);
    expect(logged).toContain('gizli');
    expect(logged).not.toContain(keys.admin);
  });

  it('nothing of who asks', async () => {
    const { logged } = await listen('debug', true);
    expect(logged).not.toMatch(/127\.0\.0\.1|::1|user-agent/i);
  });
});
