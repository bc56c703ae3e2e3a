import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { bearer } from './callers.js';
import { assertProblem, openHouse, type House } from './house.js';

let house: House;
let admin: ReturnType<typeof bearer>;
beforeAll(async () => {
  house = await openHouse({ AXTAR_SEARCH_ACCESS: 'key' });
  admin = bearer(house.service, { role: 'admin', name: 'first' });
});
afterAll(() => house.close());

const Facts = z.strictObject({
  id: z.string().regex(/^[0-9a-f]{12}$/),
  role: z.enum(['admin', 'editor', 'search']),
  name: z.string().optional(),
  filter: z.string().optional(),
  rate: z.int().optional(),
  createdAt: z.iso.datetime(),
  expiresAt: z.string().optional(),
});
const Made = Facts.extend({ key: z.string().regex(/^axtar_[a-z]+_[\w-]{43}$/) });
const List = z.strictObject({ keys: z.array(Facts) });

const create = (body: object) => request(house.app).post('/v1/keys').set(admin).send(body);
const revoke = (id: string) => request(house.app).delete(`/v1/keys/${id}`).set(admin);
const list = async () =>
  List.parse((await request(house.app).get('/v1/keys').set(admin)).body).keys;
const search = (key: string) =>
  request(house.app).get('/v1/search').set('Authorization', `Bearer ${key}`);

describe('POST /v1/keys', () => {
  it('makes a key that works at once, and shows it this once', async () => {
    const wanted = { role: 'search', name: 'portal', filter: 'topic = enerji', rate: 60 };
    const response = await create(wanted);
    expect(response.status).toBe(201);
    expect(response.headers['cache-control']).toBe('no-store');
    const { key, ...facts } = Made.parse(response.body);
    expect(facts).toMatchObject(wanted);
    expect((await search(key)).body).toMatchObject({ totalHits: 2 });
    const listed = await request(house.app).get('/v1/keys').set(admin);
    expect(listed.text).not.toContain(key);
    expect(listed.headers['cache-control']).toBe('no-store');
    expect(List.parse(listed.body).keys).toContainEqual(facts);
  });

  it.each([
    [{}, 'role'],
    [{ role: 'root' }, 'role'],
    [{ role: 'editor', filter: 'lang = az' }, 'filter'],
    [{ role: 'editor', rate: 5 }, 'rate'],
    [{ role: 'search', filter: 'lang = ' }, 'filter'],
    [{ role: 'search', filter: '' }, 'filter'],
    [{ role: 'search', rate: 0 }, 'rate'],
    [{ role: 'search', name: 'a\nb' }, 'name'],
    [{ role: 'search', expiresAt: 'tomorrow' }, 'expiresAt'],
    [{ role: 'search', expiresAt: '2020-01-01T00:00:00Z' }, 'expiresAt'],
    [{ role: 'search', id: 'mine' }, 'id'],
  ])('refuses %j', async (body, path) => {
    const before = await list();
    const { errors } = assertProblem(await create(body), 400, 'invalid_parameter', [path]);
    expect(errors[0]?.in).toBe('body');
    expect(await list()).toEqual(before);
  });
});

describe('DELETE /v1/keys/{id}', () => {
  it('makes a key worthless at once', async () => {
    const { id, key } = Made.parse((await create({ role: 'search' })).body);
    expect((await search(key)).status).toBe(200);
    const response = await revoke(id);
    expect([response.status, response.text]).toEqual([204, '']);
    assertProblem(await search(key), 401, 'key_invalid');
    assertProblem(await revoke(id), 404, 'key_not_found', ['id']);
  });

  it('never revokes the key it is asked with; another admin may', async () => {
    const [first] = await list();
    assertProblem(await revoke(first?.id ?? ''), 409, 'conflict');
    const { id, key } = Made.parse((await create({ role: 'admin' })).body);
    const other = { Authorization: `Bearer ${key}` };
    const self = await request(house.app).delete(`/v1/keys/${id}`).set(other);
    assertProblem(self, 409, 'conflict');
    expect((await revoke(id)).status).toBe(204);
  });
});

it.each([
  ['get', '/v1/keys'],
  ['post', '/v1/keys'],
  ['delete', '/v1/keys/a'],
] as const)('%s %s is for admins', async (method, path) => {
  const ask = () => request(house.app)[method](path);
  assertProblem(await ask(), 401, 'key_missing');
  for (const role of ['search', 'editor'] as const) {
    assertProblem(await ask().set(bearer(house.service, { role })), 403, 'forbidden');
  }
});

it('says when to try again while the keys cannot be read, and names no folder', async () => {
  const other = await openHouse();
  const key = bearer(other.service, { role: 'admin' });
  writeFileSync(join(dirname(other.service.keys.adminFile), 'keys.json'), '{"version":');
  for (const path of ['/v1/keys', '/v1/search']) {
    assertProblem(await request(other.app).get(path).set(key), 503, 'storage_unavailable');
  }
  await other.close();
});
