import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { join } from 'node:path';
import { Meilisearch } from 'meilisearch';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { packageRoot } from '../../../indexer/config.js';
import { collect, makeDocument, toQuery } from '../../contract/test-index.js';
import { canStartServer, makePlace, type Place } from './place.js';
import { startServer, type OwnServer } from './server.js';

const MASTER_KEY = 'a-master-key-that-nobody-may-see';
const WRONG_KEY = 'a-wrong-key-that-nobody-may-see';
const ALL = [
  'documents.get',
  'indexes.*',
  'settings.*',
  'tasks.get',
  'search',
  'stats.get',
  'version',
];

const run = promisify(execFile);

describe.skipIf(!canStartServer())('a key', () => {
  let server: OwnServer;
  let place: Place;
  let said: string[];
  beforeAll(async () => {
    server = await startServer('--master-key', MASTER_KEY);
  });
  afterAll(() => server.stop());
  beforeEach(() => {
    said = [];
    place = makePlace({ url: server.url, apiKey: MASTER_KEY });
  });
  afterEach(async () => {
    await place.dispose();
    for (const text of said) expect(text).not.toContain('nobody-may-see');
  });

  const noted = { onNotice: (notice: string) => void said.push(notice) };

  /** Code and message of what a promise was rejected with; whatever else the error holds is noted. */
  async function failureOf(work: Promise<unknown>) {
    const error = await work.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    if (!(error instanceof Error)) throw new Error('It did not fail.');
    said.push(error.message, error.stack ?? '', JSON.stringify(error));
    return { name: error.name, message: error.message };
  }

  it('that the server does not know is refused by its name, which is not told', async () => {
    const engine = place.open({ apiKey: WRONG_KEY, ...noted });
    const asks = [
      () => engine.search(toQuery('')),
      () => engine.upsert([makeDocument({ id: 'a' })]),
      () => engine.remove(['a']),
      () => engine.rebuild(),
    ];
    for (const ask of asks) {
      const { name, message } = await failureOf(ask());
      expect(name).toBe('EngineError');
      expect(message).toMatch(
        /^MEILI_API_KEY: Meilisearch refuses .+ with this key: The provided API key is invalid\.$/,
      );
    }
  });

  it('that is missing is asked for', async () => {
    const engine = makePlace({ url: server.url }).open(noted);
    const { message } = await failureOf(engine.search(toQuery('')));
    expect(message).toMatch(/^MEILI_API_KEY: .*The Authorization header is missing/);
  });

  it('that may not add documents: the message names what is refused, and what was written waits', async () => {
    const client = new Meilisearch({ host: server.url, apiKey: MASTER_KEY });
    await place.open().search(toQuery(''));
    const { key } = await client.createKey({ actions: ALL, indexes: ['*'], expiresAt: null });
    const engine = place.open({ apiKey: key, ...noted });
    const path = `/indexes/${place.index}/documents`;
    const { message } = await failureOf(engine.upsert([makeDocument({ id: 'a' })]));
    expect(message).toBe(
      `MEILI_API_KEY: Meilisearch refuses ${path} with this key: The provided API key is invalid.`,
    );
    expect(said.join('')).not.toContain(key);
    expect((await engine.search(toQuery(''))).total).toBe(0);
    await engine.close();
    const allowed = place.open();
    await allowed.upsert([makeDocument({ id: 'b' })]);
    expect((await collect(allowed.articles())).map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('is not told by the command line', async () => {
    const main = join(packageRoot(), 'dist/src/cli/main.js');
    const env = {
      ...process.env,
      MEILI_URL: server.url,
      MEILI_API_KEY: WRONG_KEY,
      AXTAR_INDEX: place.index,
      AXTAR_DATA_DIR: place.folder,
    };
    for (const command of [['search', 'Bakı'], ['remove', 'a'], ['stats'], ['reindex']]) {
      const failed = await run(process.execPath, [main, ...command], { env }).catch(
        (error: unknown) => error,
      );
      expect(failed).toMatchObject({ code: expect.any(Number) as unknown });
      expect(failed).toMatchObject({
        stderr: expect.stringContaining('MEILI_API_KEY: Meilisearch refuses') as unknown,
      });
      said.push(JSON.stringify(failed));
    }
  });
});
