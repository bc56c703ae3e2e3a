import { rmSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readEnvironment } from '../../src/environment.js';
import { createApp } from '../../src/http/app.js';
import { composeService, type Service } from '../../src/service.js';
import { hasBinary, startServer, type OwnServer } from '../engines/meilisearch/server.js';
import { assertProblem } from './house.js';

/** The embedded engine has nothing that could be killed alone. */
describe.skipIf(!hasBinary())('a Meilisearch that is killed and started again', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'axtar-away-'));
  let server: OwnServer;
  let service: Service;
  let app: ReturnType<typeof createApp>;

  beforeAll(async () => {
    server = await startServer();
    const settings = { AXTAR_ENGINE: 'meilisearch', MEILI_URL: server.url };
    const quiet = { AXTAR_LOG_LEVEL: 'silent', AXTAR_SEARCH_RATE_LIMIT: '0' };
    service = composeService(readEnvironment({ AXTAR_DATA_DIR: dataDir, ...settings, ...quiet }));
    app = createApp(service);
    await write('evvel', 'Neft ucuzlaşıb');
  });
  afterAll(async () => {
    await service.close();
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const write = (id: string, title: string) =>
    service.engine.upsert([
      service.toDocument(
        service.toArticle({
          place: id,
          record: { id, title },
          idBase: { name: 'away', shared: true },
        }),
      ),
    ]);
  const search = () => request(app).get('/v1/search?q=neft');
  const ready = async () => (await request(app).get('/health/ready')).status;

  it('is said to be away at once, takes writes, and is found again without a restart', async () => {
    expect((await search()).status).toBe(200);
    expect(await ready()).toBe(200);
    await server.kill();
    for (let at = 0; at < 7; at++) {
      const response = await search();
      assertProblem(response, 503, 'engine_unavailable');
      expect(Number(response.headers['retry-after'])).toBeGreaterThan(0);
    }
    await expect(service.engine.get('evvel')).rejects.toThrow(/asked again in a moment/);
    await expect.poll(ready, { timeout: 10_000 }).toBe(503);

    const written = write('sonra', 'Neft bahalaşıb');
    await expect.poll(() => service.engine.waiting?.()).toBe(1);
    const { text } = await service.metrics.read();
    expect(text).toContain('axtar_index{figure="waiting"} 1\n');

    await server.start();
    await written;
    const found = async () => (await search()).text.includes('sonra');
    await expect.poll(found, { timeout: 40_000, interval: 250 }).toBe(true);
    expect(await ready()).toBe(200);
    expect(service.engine.waiting?.()).toBe(0);
  });
});
