import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Meilisearch } from 'meilisearch';
import { afterAll, beforeAll, describe } from 'vitest';
import { loadLexicon } from '../../../indexer/lexicon/lexicon.js';
import { createMeilisearchEngine } from '../../../src/engines/meilisearch/engine.js';
import { searchEngineContract } from '../../contract/search-engine.contract.js';
import { analyzer, toDocument, type EngineUnderTest } from '../../contract/test-index.js';
import { hasServer, useServer, type TestServer } from './server.js';

const lexicon = loadLexicon();

describe.skipIf(!hasServer())('the Meilisearch engine on a real server', () => {
  let server: TestServer | undefined;
  beforeAll(async () => {
    server = await useServer();
  });
  afterAll(() => server?.stop());

  function makeEngine(): Promise<EngineUnderTest> {
    if (!server) throw new Error('The server is not there yet.');
    const { url, apiKey } = server;
    const connection = { url, ...(apiKey === undefined ? {} : { apiKey }) };
    const index = `test-${randomUUID()}`;
    const folder = mkdtempSync(join(tmpdir(), 'axtar-outbox-'));
    const engine = createMeilisearchEngine({
      ...connection,
      index,
      folder,
      analyzer,
      lexicon,
      toDocument,
    });
    const dispose = async () => {
      await engine.close();
      rmSync(folder, { recursive: true });
      const client = new Meilisearch({ host: url, ...(apiKey === undefined ? {} : { apiKey }) });
      const { results } = await client.getIndexes({ limit: 1000 });
      for (const { uid } of results.filter(({ uid }) => uid.startsWith(index))) {
        await client.deleteIndex(uid).waitTask();
      }
    };
    return Promise.resolve({ engine, dispose });
  }

  searchEngineContract(makeEngine);
});
