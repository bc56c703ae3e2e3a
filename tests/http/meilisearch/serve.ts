import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { Meilisearch } from 'meilisearch';
import { afterAll, beforeAll, describe } from 'vitest';
import { hasServer, useServer } from '../../engines/meilisearch/server.js';
import { openHouse, type House } from '../house.js';

/** The service on a free port, as clients find it. */
export interface Served extends House {
  readonly url: string;
  readonly index: string;
}

async function serve(variables: NodeJS.ProcessEnv, index: string): Promise<Served> {
  const house = await openHouse({ AXTAR_INDEX: index, ...variables });
  const server = createServer(house.app);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port to listen on.');
  const close = async () => {
    server.closeAllConnections();
    await once(server.close(), 'close');
    await house.close();
  };
  return { ...house, url: `http://127.0.0.1:${address.port}`, index, close };
}

/** The service over an index of a Meilisearch, which goes with it. */
async function serveMeilisearch(): Promise<Served> {
  const server = await useServer();
  const { url, apiKey } = server;
  const key = apiKey === undefined ? {} : { apiKey };
  const variables = { MEILI_URL: url, ...(apiKey === undefined ? {} : { MEILI_API_KEY: apiKey }) };
  const served = await serve(variables, `clients-${randomUUID()}`);
  const close = async () => {
    await served.close();
    const client = new Meilisearch({ host: url, ...key });
    const { results } = await client.getIndexes({ limit: 1000 });
    for (const { uid } of results.filter(({ uid }) => uid.startsWith(served.index))) {
      await client.deleteIndex(uid).waitTask();
    }
    await server.stop();
  };
  return { ...served, close };
}

/** Runs tests on either engine; on Meilisearch where there is a server. */
export function onBothEngines(tests: (served: () => Served) => void): void {
  describe('on the embedded engine', () => run(() => serve({}, 'articles'), tests));
  describe.skipIf(!hasServer())('on Meilisearch', () => run(serveMeilisearch, tests));
}

function run(open: () => Promise<Served>, tests: (served: () => Served) => void): void {
  let served: Served | undefined;
  beforeAll(async () => {
    served = await open();
  });
  afterAll(() => served?.close());
  tests(() => {
    if (!served) throw new Error('The service is not there yet.');
    return served;
  });
}
