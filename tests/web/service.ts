import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Article } from '../../indexer/article.js';
import { composeService } from '../../src/service.js';
import { readEnvironment } from '../../src/environment.js';
import { createApp } from '../../src/http/app.js';

/** Two articles to find and more than a page of others; the newest is the first. */
const ARTICLES: readonly Article[] = [
  {
    id: 'sefer',
    title: 'Tokayev Bakıya səfərə gəldi',
    body: '',
    topics: ['siyaset'],
    date: '2025-10-23T17:08:00+04:00',
    url: 'https://xeber.example/sefer',
    lang: 'az',
  },
  {
    id: 'dehliz',
    title: 'Tokayev Orta Dəhlizdən danışdı',
    body: '',
    topics: ['neqliyyat'],
    date: '2024-03-05T09:00:00+04:00',
    lang: 'az',
  },
  ...Array.from({ length: 22 }, (_, day) => ({
    id: `hava-${day + 1}`,
    title: `Hava proqnozu, ${day + 1} may`,
    body: '',
    topics: ['cemiyyet'],
    date: `2023-05-${String(day + 1).padStart(2, '0')}T08:00:00+04:00`,
    lang: 'az',
  })),
];

/** Starts the real service with the articles above, on a free port and a temporary index. */
export async function startService(): Promise<{ url: string; close: () => Promise<void> }> {
  const dataDir = await mkdtemp(join(tmpdir(), 'axtar-page-'));
  const service = composeService(
    readEnvironment({
      AXTAR_DATA_DIR: dataDir,
      AXTAR_LOG_LEVEL: 'silent',
      AXTAR_SEARCH_RATE_LIMIT: '0',
      AXTAR_SEARCH_WAIT_MS: '60000',
    }),
  );
  await service.engine.upsert(ARTICLES.map(service.toDocument));
  const server = createServer(createApp(service));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port to listen on.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: async () => {
      server.closeAllConnections();
      await once(server.close(), 'close');
      await service.close();
      await rm(dataDir, { recursive: true });
    },
  };
}
