import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createApp } from '../../src/http/app.js';
import { createMetrics } from '../../src/http/observe/metrics.js';
import {
  createReadiness,
  Readiness,
  type ReadinessSources,
} from '../../src/http/observe/readiness.js';
import { openHouse, type House } from './house.js';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const folder = mkdtempSync(join(tmpdir(), 'axtar-ready-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SETTINGS = { patience: 50, freshFor: 0, leastFree: 1 };
const GOOD: ReadinessSources = {
  engine: { get: () => Promise.resolve(undefined) },
  keys: { list: () => [] },
  dataDir: folder,
};

describe('GET /health/live', () => {
  it('answers while the engine does not', async () => {
    const { service } = house;
    const fail = () => Promise.reject(new Error('away'));
    const app = createApp({ ...service, engine: { ...service.engine, get: fail, stats: fail } });
    const response = await request(app).get('/health/live');
    expect(response.status).toBe(200);
    expect(response.body).toEqual({ status: 'live' });
  });
});

describe('GET /health/ready', () => {
  it('names every part when all is well', async () => {
    const response = await request(house.app).get('/health/ready');
    expect(response.status).toBe(200);
    const ok = { status: 'ok' };
    const parts = { engine: ok, keys: ok, data: ok };
    expect(response.body).toEqual({ status: 'ready', parts });
  });

  const away = () => Promise.reject(new Error('secret in /tmp/place'));
  const cases: readonly [keyof Readiness['parts'], string, Partial<ReadinessSources>][] = [
    ['engine', 'fails', { engine: { get: away } }],
    ['engine', 'never answers', { engine: { get: () => new Promise(() => undefined) } }],
    [
      'keys',
      'cannot be read',
      {
        keys: {
          list: () => {
            throw new Error('secret in /tmp/place');
          },
        },
      },
    ],
    ['data', 'is gone', { dataDir: join(folder, 'gone') }],
  ];
  it.each(cases)('says that %s %s, and when to ask again', async (part, _, sources) => {
    const readiness = createReadiness({ ...GOOD, ...sources }, SETTINGS);
    const response = await request(createApp({ ...house.service, readiness })).get('/health/ready');
    expect(response.status).toBe(503);
    expect(Number(response.headers['retry-after'])).toBeGreaterThan(0);
    const { status, parts } = Readiness.parse(response.body);
    expect(status).toBe('not_ready');
    for (const [name, { status: state }] of Object.entries(parts)) {
      expect([name, state]).toEqual([name, name === part ? 'failed' : 'ok']);
    }
    expect(response.text).not.toMatch(/secret|\/tmp/);
  });

  it('says that a disk is full', async () => {
    const readiness = createReadiness(GOOD, { ...SETTINGS, leastFree: Number.MAX_VALUE });
    expect((await readiness()).parts.data.status).toBe('failed');
  });

  it('looks once for all who ask together', async () => {
    let looks = 0;
    const get = () => {
      looks++;
      return Promise.resolve(undefined);
    };
    const readiness = createReadiness(
      { ...GOOD, engine: { get } },
      { ...SETTINGS, freshFor: 60_000 },
    );
    await Promise.all([readiness(), readiness()]);
    await readiness();
    expect(looks).toBe(1);
  });
});

describe('GET /metrics', () => {
  let key: string;
  beforeAll(() => {
    ({ key } = house.service.keys.create({ role: 'admin' }));
  });

  /** The value of a line of the metrics; 0 when it is not there. */
  async function read(line: string): Promise<number> {
    const { text } = await get();
    const found = text.split('\n').find((each) => each.startsWith(`${line} `));
    return Number(found?.split(' ').at(-1) ?? 0);
  }
  const get = () => request(house.app).get('/metrics').set('Authorization', `Bearer ${key}`);

  it('is text as Prometheus reads it', async () => {
    const response = await get();
    expect(response.status).toBe(200);
    expect(response.headers['content-type']).toMatch(/^text\/plain; version=0\.0\.4/);
    expect(response.headers['cache-control']).toBe('no-store');
    for (const line of response.text.split('\n').filter((each) => /^[^#]/.test(each))) {
      expect(line).toMatch(/^[a-z_0-9]+(?:\{.*\})? [-+.e\dNaInf]+$/);
    }
  });

  it('counts searches by whether they found anything', async () => {
    const before = await read('axtar_searches_total{found="false"}');
    await request(house.app).get('/v1/search?q=zzzzqqqq');
    expect(await read('axtar_searches_total{found="false"}')).toBe(before + 1);
  });

  it('times the calls of the engine', async () => {
    const lines = ['search', 'get'].map(
      (phase) => `axtar_engine_phase_seconds_count{phase="${phase}"}`,
    );
    const before = await Promise.all(lines.map(read));
    await request(house.app).get('/v1/search?q=neft');
    await request(house.app).get('/v1/documents/neft');
    const after = await Promise.all(lines.map(read));
    for (const [at, count] of after.entries()) expect(count).toBeGreaterThan(before[at] ?? 0);
  });

  it('tells what the index holds and which parts are there', async () => {
    expect(await read('axtar_index{figure="documents"}')).toBeGreaterThan(0);
    expect(await read('axtar_part_ok{part="engine"}')).toBe(1);
  });

  it('tells what waits while the engine is away', async () => {
    const metrics = createMetrics({
      gate: house.service.gate.state,
      index: () => Promise.resolve({ waiting: 3 }),
      parts: () => Promise.resolve({ engine: false }),
    });
    const { text } = await metrics.read();
    expect(text).toContain('axtar_index{figure="waiting"} 3\n');
    expect(text).toContain('axtar_part_ok{part="engine"} 0\n');
  });

  it('does not grow with the addresses that are asked for', async () => {
    const Lines = z.array(z.string());
    const routes = async () =>
      Lines.parse([...new Set((await get()).text.match(/route="[^"]*"/g))].sort());
    const ask = async (name: string) => {
      await request(house.app).get(`/${name}`);
      await request(house.app).get(`/v1/documents/${name}`);
      await request(house.app).get(`/v1/search?q=${name}&${name}=1`);
    };
    await ask('first');
    const before = await routes();
    for (const name of ['a', 'b', 'c']) await ask(name);
    expect(await routes()).toEqual(before);
    expect(before).toContain('route="other"');
  });
});
