import { once } from 'node:events';
import { createServer } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { EngineError } from '../../../indexer/engine.js';
import { collect, idsOf, makeDocument, toQuery } from '../../contract/test-index.js';
import { canStartServer, makePlace, type Place } from './place.js';
import { watchRequests } from './requests.js';
import { hasServer, startServer, useServer, type OwnServer } from './server.js';

/** What a promise was rejected with. */
const failureOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

describe.skipIf(!canStartServer())('a server that is away', () => {
  let server: OwnServer;
  let place: Place;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.stop());
  afterEach(() => place.dispose());

  it('from the beginning: searching fails and says why, writes wait and are sent', async () => {
    await server.kill();
    place = makePlace(server);
    const notices: string[] = [];
    const engine = place.open({ onNotice: (notice) => notices.push(notice) });
    await engine.upsert([makeDocument({ id: 'a' }), makeDocument({ id: 'b' })]);
    expect(await engine.remove(['b'])).toBe(1);
    const away = `Meilisearch at ${server.url} cannot be reached: ECONNREFUSED.`;
    const asks = [
      () => engine.search(toQuery('')),
      () => engine.get('a'),
      () => engine.stats(),
      () => engine.rebuild(),
    ];
    for (const ask of asks) {
      const error = await failureOf(ask());
      expect(error).toBeInstanceOf(EngineError);
      expect(error).toMatchObject({ code: 'unavailable', message: away });
    }
    expect(notices).toEqual([`Writes wait to be sent to Meilisearch: ${away}`]);
    await server.start();
    await vi.waitUntil(async () => (await engine.get('a')) !== undefined, { timeout: 30_000 });
    expect(idsOf(await engine.search(toQuery('')))).toEqual(['a']);
    await engine.upsert([makeDocument({ id: 'c' })]);
    expect(notices.slice(1)).toEqual(['Writes are sent to Meilisearch again.']);
  });

  it('for a while: writes go on and none is lost', async () => {
    place = makePlace(server);
    const engine = place.open();
    let written = 0;
    const write = async () => {
      await engine.upsert([makeDocument({ id: `${written++}` }), makeDocument({ id: 'same' })]);
    };
    while (written < 6) await write();
    const killed = server.kill();
    while (written < 30) await write();
    await killed;
    const started = server.start();
    while (written < 40) await write();
    await started;
    await engine.remove(['same']);
    const all = async () => (await collect(engine.articles())).map(({ id }) => id);
    await vi.waitUntil(async () => (await all()).length === written, { timeout: 30_000 });
    expect((await all()).sort()).toEqual(
      Array.from({ length: written }, (_, at) => `${at}`).sort(),
    );
  });
});

describe.skipIf(!hasServer())('a new index', () => {
  it('may be made by two processes at once', async () => {
    const server = await useServer();
    const place = makePlace(server);
    const [one, other] = [place.open(), place.open()];
    let first: Promise<void> | undefined;
    watchRequests(async (request, pass) => {
      // The other has seen that there is no index; meanwhile one makes it and writes.
      if (request === `GET /indexes/${place.index}/stats` && !first) {
        first = one.upsert([makeDocument({ id: 'a' })]);
        await first;
      }
      return pass();
    });
    expect(idsOf(await other.search(toQuery('')))).toEqual(['a']);
    vi.restoreAllMocks();
    await place.dispose();
    await server.stop();
  });
});

describe('a server that is too old', () => {
  it('is not used, and the message says what is needed', async () => {
    const old = createServer((_, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify({ commitSha: 'x', commitDate: 'x', pkgVersion: '1.49.0' }));
    });
    old.listen(0, '127.0.0.1');
    await once(old, 'listening');
    const address = old.address();
    const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
    const { open, close } = makePlace({ url });
    const engine = open();
    const message = `MEILI_URL: the server at ${url} is Meilisearch 1.49.0; Axtar needs 1.50.0 or newer.`;
    const expected = { code: 'unavailable', message };
    expect(await failureOf(engine.search(toQuery('')))).toMatchObject(expected);
    expect(await failureOf(engine.upsert([makeDocument({ id: 'a' })]))).toMatchObject(expected);
    expect(await failureOf(engine.rebuild())).toMatchObject(expected);
    await close();
    old.close();
    old.closeAllConnections();
  });
});
