import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Article } from '../../indexer/article.js';
import { composeService, type Service } from '../../src/service.js';
import { readEnvironment } from '../../src/environment.js';
import { createApp } from '../../src/http/app.js';

const AUTHORS = [
  'Aygün Məmmədova',
  'Cavid Rzayev',
  'Leyla Hüseynova',
  'Nigar Quliyeva',
  'Orxan Vəliyev',
  'Rauf Səmədov',
  'Sevda Kərimli',
  'Tural Nəbiyev',
  'Zaur Paşayev',
];

const FLOOD = 'Kürdə səviyyə qalxıb, üç kənd su altında qalıb';

/**
 * Two articles to find, the same story of two outlets, and more than a page of others; the newest is
 * the first.
 */
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
    body: 'Görüşdə Orta Dəhlizin <b>yükləri</b> müzakirə olunub.\n\nTokayevin sözləri & rəqəmlər.',
    topics: ['neqliyyat'],
    date: '2024-03-05T09:00:00+04:00',
    lang: 'az',
  },
  ...['Kür Xəbər', 'Muğan Postu'].map((source, hour) => ({
    id: `sel-${hour + 1}`,
    title: FLOOD,
    body: `${FLOOD}. Sakinlər köçürülüb, körpü bağlanıb.`,
    topics: ['hadise'],
    date: `2023-06-10T0${hour + 1}:00:00+04:00`,
    source,
    lang: 'az',
  })),
  ...Array.from({ length: 22 }, (_, day) => ({
    id: `hava-${day + 1}`,
    title: `Hava proqnozu, ${day + 1} may`,
    body: '',
    author: AUTHORS[day % AUTHORS.length] ?? '',
    topics: ['cemiyyet'],
    date: `2023-05-${String(day + 1).padStart(2, '0')}T08:00:00+04:00`,
    lang: 'az',
  })),
];

export interface Started {
  readonly url: string;
  readonly service: Service;
  readonly close: () => Promise<void>;
}

/** Starts the real service with the articles above and more, on a free port and a temporary index. */
export async function startService(
  variables: Readonly<Record<string, string>> = {},
  more: readonly Article[] = [],
): Promise<Started> {
  const dataDir = await mkdtemp(join(tmpdir(), 'axtar-page-'));
  const service = composeService(
    readEnvironment({
      AXTAR_DATA_DIR: dataDir,
      AXTAR_LOG_LEVEL: 'silent',
      AXTAR_SEARCH_RATE_LIMIT: '0',
      AXTAR_SEARCH_WAIT_MS: '60000',
      ...variables,
    }),
  );
  await service.engine.upsert([...ARTICLES, ...more].map(service.toDocument));
  const server = createServer(createApp(service));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port to listen on.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    service,
    close: async () => {
      server.closeAllConnections();
      await once(server.close(), 'close');
      await service.close();
      await rm(dataDir, { recursive: true });
    },
  };
}
