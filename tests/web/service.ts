import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { packageRoot } from '../../indexer/config.js';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:";

/** Three articles to find and more than a page of others; the newest is the last. */
const articles = [
  {
    id: 'sefer',
    title: 'Tokayev Bakıya səfərə gəldi',
    topic: { id: 'siyaset', name: 'Siyasət' },
    date: '2025-10-23T17:08:00+04:00',
    url: 'https://xeber.example/sefer',
  },
  {
    id: 'dehliz',
    title: 'Tokayev Orta Dəhlizdən danışdı',
    topic: { id: 'neqliyyat', name: 'Nəqliyyat' },
    date: '2024-03-05T09:00:00+04:00',
  },
  ...Array.from({ length: 22 }, (_, day) => ({
    id: `hava-${day + 1}`,
    title: `Hava proqnozu, ${day + 1} may`,
    topic: { id: 'cemiyyet', name: 'Cəmiyyət' },
    date: `2023-05-${String(day + 1).padStart(2, '0')}T08:00:00+04:00`,
  })),
];

type Article = (typeof articles)[number];

const isBetween = ({ date }: Article, from: string | null, to: string | null): boolean =>
  date.slice(0, 10) >= (from ?? '') && date.slice(0, 10) <= (to ?? '9999');

function count(keys: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}

function highlight(title: string, word: string): string {
  return word ? title.replace(word, `<mark>${word}</mark>`) : title;
}

const toHit = (article: Article, word: string) => ({
  ...article,
  topics: [article.topic],
  snippet: article.title,
  lang: 'az',
  _formatted: { title: highlight(article.title, word), snippet: article.title },
  match: { layer: 'exact', words: [word] },
});

function search(parameters: URLSearchParams): object {
  const q = parameters.get('q') ?? '';
  const topics = parameters.getAll('topic');
  const page = Number(parameters.get('page') ?? 1);
  const found = articles
    .filter((article) => article.title.includes(q.trim()))
    .filter((article) => isBetween(article, parameters.get('from'), parameters.get('to')))
    .sort((a, b) => b.date.localeCompare(a.date));
  const chosen = found.filter(({ topic }) => topics.length === 0 || topics.includes(topic.id));
  return {
    query: { q, normalized: q.trim().toLowerCase(), words: [], script: 'Latn' },
    hits: chosen.slice((page - 1) * 20, page * 20).map((article) => toHit(article, q.trim())),
    page,
    hitsPerPage: 20,
    totalHits: chosen.length,
    totalPages: Math.ceil(chosen.length / 20),
    facetDistribution: {
      topic: count(found.map(({ topic }) => topic.id)),
      year: count(chosen.map(({ date }) => date.slice(0, 4))),
    },
    facetNames: { topic: Object.fromEntries(found.map(({ topic }) => [topic.id, topic.name])) },
    processingTimeMs: 1,
  };
}

async function respond(url: URL): Promise<{ type: string; body: string }> {
  if (url.pathname === '/v1/search')
    return { type: 'application/json', body: JSON.stringify(search(url.searchParams)) };
  const name = url.pathname === '/' ? 'index.html' : url.pathname.replace('/assets/', '');
  const body = await readFile(join(packageRoot(), 'src', 'web', name), 'utf8');
  return { type: TYPES[extname(name)] ?? 'text/plain', body };
}

/** Starts a service with the articles above on a free port: the page, its assets, /v1/search. */
export async function startService(): Promise<{ url: string; close: () => Promise<void> }> {
  const server = createServer((request, response) => {
    respond(new URL(request.url ?? '/', 'http://localhost')).then(
      ({ type, body }) => {
        response.setHeader('content-security-policy', POLICY);
        response.setHeader('content-type', type).end(body);
      },
      () => response.writeHead(404).end(),
    );
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port to listen on.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: async () => {
      server.closeAllConnections();
      await once(server.close(), 'close');
    },
  };
}
