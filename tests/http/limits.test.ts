import { once } from 'node:events';
import type { RequestListener, Server } from 'node:http';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import express from 'express';
import request from 'supertest';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createApp } from '../../src/http/app.js';
import { answerProblem } from '../../src/http/answer-problem.js';
import { createGate } from '../../src/http/guard/gate.js';
import { MOST_HEADER_BYTES, MOST_URL_CHARACTERS } from '../../src/http/guard/limits.js';
import { mountRoutes } from '../../src/http/mount.js';
import { MOST_BODY_BYTES, readBody } from '../../src/http/read-body.js';
import { giveRequestId } from '../../src/http/request-id.js';
import { defineRoute, NOTHING } from '../../src/http/route.js';
import { createHttpServer, type ServerLimits } from '../../src/http/server.js';
import { assertProblem, openHouse, type House } from './house.js';
import { ProblemBody } from './shapes.js';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const get = (path: string) => request(house.app).get(path);
const ok: RequestListener = (_request, response) => void response.end('ok');

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A server with these limits on a free port, and how to connect to it. */
async function listen(app: RequestListener, limits: Partial<ServerLimits> = {}) {
  const server = createHttpServer(app, limits);
  servers.push(server);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = z.object({ port: z.int() }).parse(server.address());
  const open = (): Socket => connect(port, '127.0.0.1').on('error', () => undefined);
  return { server, open };
}

/** What a raw answer says: its status, and its body as a problem. */
function readProblem(answer: string): ProblemBody {
  return ProblemBody.parse(JSON.parse(answer.slice(answer.indexOf('\r\n\r\n'))));
}

describe('what a request may hold', () => {
  const pathOf = (characters: number) => `/v1/search?q=${'a'.repeat(characters - 13)}`;

  it('an address', async () => {
    assertProblem(await get(pathOf(MOST_URL_CHARACTERS)), 400, 'invalid_parameter', ['q']);
    assertProblem(await get(pathOf(MOST_URL_CHARACTERS + 1)), 414, 'url_too_long');
  });

  it('headers', async () => {
    const { open } = await listen(house.app);
    const socket = open();
    socket.write(
      `GET /health HTTP/1.1\r\nHost: a\r\nX-Long: ${'a'.repeat(MOST_HEADER_BYTES)}\r\n\r\n`,
    );
    const problem = readProblem(await text(socket));
    expect(problem).toMatchObject({ status: 431, code: 'headers_too_large' });
  });

  /** A route that takes JSON, whichever others there are. */
  function openTaker() {
    const app = express().use(giveRequestId);
    const facts = {
      method: 'post',
      path: '/take',
      tag: 'service',
      summary: 'Take',
      access: 'public',
      answers: { 200: { description: 'Taken.', schema: z.unknown() } },
      problems: [],
    } as const;
    const gate = createGate({ atOnce: 1, longestWait: 100, deadline: 1000 });
    const route = defineRoute(facts, { ...NOTHING, body: z.string() }, ({ body }) => ({
      status: 200,
      body: { length: body.length },
    }));
    mountRoutes(app, [{ ...route, heavy: true }], { gate, searchIsOpen: true });
    app.use(answerProblem(() => undefined));
    return { app, gate };
  }

  it('a JSON body', async () => {
    const { app } = openTaker();
    const send = (bytes: number) =>
      request(app)
        .post('/take')
        .type('json')
        .send(JSON.stringify('a'.repeat(bytes - 2)));
    expect((await send(MOST_BODY_BYTES)).body).toEqual({ length: MOST_BODY_BYTES - 2 });
    assertProblem(await send(MOST_BODY_BYTES + 1), 413, 'payload_too_large');
  });

  it('a JSON body that is packed', async () => {
    const { open } = await listen(openTaker().app);
    const packed = gzipSync(JSON.stringify('a'.repeat(MOST_BODY_BYTES)));
    const socket = open();
    socket.write(
      `POST /take HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\nContent-Length: ${packed.length}\r\n\r\n`,
    );
    socket.write(packed);
    expect(readProblem(await text(socket)).code).toBe('payload_too_large');
  });

  it('a body of another type', async () => {
    const response = await request(openTaker().app).post('/take').type('text').send('a');
    assertProblem(response, 415, 'unsupported_media_type', ['Content-Type']);
  });

  it('a body that comes slowly holds no place at the gate', async () => {
    const { app, gate } = openTaker();
    const { open } = await listen(app);
    const socket = open();
    socket.write(
      'POST /take HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n"',
    );
    const response = await request(app).post('/take').type('json').send('"a"');
    expect(response.status).toBe(200);
    expect(gate.state()).toEqual({ running: 0, waiting: 0, refused: 0 });
    socket.destroy();
  });

  it('a body has to come in time', async () => {
    const app = express().use(giveRequestId);
    app.post('/take', async (asked, response) => {
      response.json(await readBody(asked, response, { patience: 50 }));
    });
    app.use(answerProblem(() => undefined));
    const { open } = await listen(app);
    const socket = open();
    socket.write(
      'POST /take HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n"',
    );
    const problem = readProblem(await text(socket));
    expect(problem).toMatchObject({ status: 408, code: 'request_timeout' });
  });

  it.each([
    ['an unknown parameter', 'surprise=1', 'surprise'],
    ['a page below the first', 'page=0', 'page'],
    ['more hits than a page has', 'hitsPerPage=101', 'hitsPerPage'],
    ['an unknown facet', 'facets=topic,colour', 'facets'],
    ['a longer query', `q=${'a'.repeat(513)}`, 'q'],
  ])('%s', async (_, query, parameter) => {
    assertProblem(await get(`/v1/search?${query}`), 400, 'invalid_parameter', [parameter]);
  });

  it('a page past the last', async () => {
    assertProblem(await get('/v1/search?page=501'), 400, 'page_too_far', ['page']);
  });
});

describe('how often one may ask', () => {
  const LIMITED = ['/health', '/nothing', '/v1/search?page=0'];

  const withLimit = (rateLimit: number, trustedProxies = 0) => {
    const { service } = house;
    return createApp({ ...service, settings: { ...service.settings, rateLimit, trustedProxies } });
  };

  /** The statuses of so many requests, one after the other. */
  async function ask(app: House['app'], paths: readonly string[], headers = {}): Promise<number[]> {
    const statuses = [];
    for (const path of paths) statuses.push((await request(app).get(path).set(headers)).status);
    return statuses;
  }

  it('by address, whatever the answer would be', async () => {
    const app = withLimit(LIMITED.length);
    expect(await ask(app, LIMITED)).toEqual([200, 404, 400]);
    for (const path of LIMITED) {
      const response = await request(app).get(path);
      const { retryAfter } = assertProblem(response, 429, 'too_many_requests');
      expect(response.headers['retry-after']).toBe(String(retryAfter));
      expect(response.headers['ratelimit']).toMatch(/"axtar".*r=0/);
      expect(response.headers['ratelimit-policy']).toMatch(/"axtar".*q=3.*w=60/);
    }
  });

  it('keys that are tried out are counted by address', async () => {
    const app = withLimit(2);
    const wrong = { Authorization: 'Bearer wrong' };
    expect(await ask(app, ['/metrics', '/metrics', '/metrics'], wrong)).toEqual([401, 401, 429]);
  });

  it('by key, apart from the address', async () => {
    const app = withLimit(2);
    const { key } = house.service.keys.create({ role: 'search' });
    const headers = { Authorization: `Bearer ${key}` };
    const three = ['/v1/stats', '/v1/stats', '/v1/stats'];
    expect(await ask(app, three, headers)).toEqual([200, 200, 429]);
    expect(await ask(app, three)).toEqual([200, 200, 429]);
  });

  it.each([0, 1000])('by the rate of a key, with a general limit of %i', async (limit) => {
    const app = withLimit(limit);
    const { key } = house.service.keys.create({ role: 'search', rate: 1 });
    const headers = { Authorization: `Bearer ${key}` };
    expect(await ask(app, ['/v1/stats', '/v1/stats'], headers)).toEqual([200, 429]);
  });

  it('0 is no limit', async () => {
    const app = withLimit(0);
    const paths = Array.from({ length: 5 }, () => '/health');
    expect(await ask(app, paths)).toEqual([200, 200, 200, 200, 200]);
    expect((await request(app).get('/health')).headers).not.toHaveProperty('ratelimit');
  });

  it.each([
    ['not believed by default', 0, [200, 429]],
    ['believed from as many proxies as there are', 1, [200, 200]],
  ])('an address that a proxy tells is %s', async (_, trusted, statuses) => {
    const app = withLimit(1, trusted);
    const given = [];
    for (const address of ['203.0.113.1', '203.0.113.2']) {
      given.push(...(await ask(app, ['/health'], { 'X-Forwarded-For': address })));
    }
    expect(given).toEqual(statuses);
  });

  it('an address that the caller made up before the proxy added its own is not believed', async () => {
    const app = withLimit(1, 1);
    const given = [];
    for (const made of ['198.51.100.1', '198.51.100.2']) {
      given.push(...(await ask(app, ['/health'], { 'X-Forwarded-For': `${made}, 203.0.113.9` })));
    }
    expect(given).toEqual([200, 429]);
  });
});

describe('slow and silent clients', () => {
  it('headers that come too slowly', async () => {
    const { open } = await listen(ok, { headers: 100 });
    const socket = open();
    socket.write('GET / HTTP/1.1\r\nHost: a\r\n');
    const drip = setInterval(() => socket.write('X-Drip: a\r\n'), 20);
    const answer = await text(socket).finally(() => clearInterval(drip));
    expect(readProblem(answer)).toMatchObject({ status: 408, code: 'request_timeout' });
  });

  it('a connection that says nothing', async () => {
    const { open } = await listen(ok, { silence: 100 });
    expect(await text(open())).not.toMatch(/HTTP\/1.1 2/);
  });

  it('a body that stalls', async () => {
    const { server, open } = await listen(
      (asked, response) => {
        asked.on('error', () => undefined).resume();
        asked.on('end', () => response.end());
      },
      { silence: 100 },
    );
    const asked = once(server, 'request');
    const socket = open();
    socket.write('POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n1');
    await asked;
    expect(await text(socket)).toBe('');
  });

  it('a client that does not read its answer', async () => {
    const answer = Buffer.alloc(50_000_000);
    const { server, open } = await listen((_asked, response) => void response.end(answer), {
      silence: 100,
    });
    const closed = new Promise<void>((resolve) => {
      server.once('connection', (taken) => taken.once('close', () => resolve()));
    });
    const socket = open().pause();
    socket.write('GET / HTTP/1.1\r\nHost: a\r\n\r\n');
    await closed;
    socket.resume();
    await once(socket, 'close');
    expect(socket.bytesRead).toBeLessThan(answer.length);
  });

  it('a connection that is kept open for nothing', async () => {
    const { open } = await listen(ok, { keepAlive: 50 });
    const socket = open();
    socket.write('GET / HTTP/1.1\r\nHost: a\r\n\r\n');
    expect(await text(socket)).toMatch(/^HTTP\/1.1 200 /);
  });

  it('more connections than are taken', async () => {
    const { server, open } = await listen(ok, { mostConnections: 2 });
    const first = [open(), open()];
    await Promise.all(first.map((socket) => once(socket, 'connect')));
    const dropped = once(server, 'drop');
    expect(await text(open())).toBe('');
    await dropped;
    first[0]?.destroy();
    const status = () => {
      const socket = open();
      socket.write('GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n');
      return text(socket);
    };
    await expect.poll(status, { timeout: 10_000 }).toMatch(/^HTTP\/1.1 200 /);
    first[1]?.destroy();
  });

  it.each(['no request at all\r\n\r\n', 'GET / HTTP/9.9\r\n\r\n', '\0\r\n\r\n'])(
    'what is no HTTP: %j',
    async (sent) => {
      const { open } = await listen(ok);
      const socket = open();
      socket.write(sent);
      expect(readProblem(await text(socket)).status).toBe(400);
    },
  );
});

describe('pages from elsewhere', () => {
  const withOrigins = (...corsOrigins: string[]) => {
    const { service } = house;
    return createApp({ ...service, settings: { ...service.settings, corsOrigins } });
  };
  const preflight = (app: House['app'], origin: string) =>
    request(app)
      .options('/v1/search')
      .set({ Origin: origin, 'Access-Control-Request-Method': 'POST' })
      .set('Access-Control-Request-Headers', 'authorization');
  const allowed = (headers: Record<string, string>) =>
    Object.keys(headers).filter((name) => name.startsWith('access-control-'));

  it('are not let in unless it is said', async () => {
    const { headers } = await get('/v1/search?q=neft').set('Origin', 'https://portal.az');
    expect(allowed(z.record(z.string(), z.string()).parse(headers))).toEqual([]);
    expect((await preflight(house.app, 'https://portal.az')).status).toBe(405);
  });

  it('are let in when their origin is named, and no others', async () => {
    const app = withOrigins('https://portal.az', 'https://blog.az');
    const good = await preflight(app, 'https://portal.az');
    expect(good.status).toBe(204);
    expect(good.headers['access-control-allow-origin']).toBe('https://portal.az');
    expect(good.headers['access-control-allow-headers']).toBe('authorization');
    expect(good.headers['vary']).toMatch(/Origin/);
    const bad = await preflight(app, 'https://evil.example');
    expect(bad.headers).not.toHaveProperty('access-control-allow-origin');
  });

  it('may all be let in, but never with cookies', async () => {
    const response = await request(withOrigins('*'))
      .get('/v1/search?q=neft')
      .set('Origin', 'https://any.example');
    expect(response.headers['access-control-allow-origin']).toBe('*');
    expect(response.headers).not.toHaveProperty('access-control-allow-credentials');
    expect(response.headers['access-control-expose-headers']).toMatch(/Retry-After/);
  });
});
